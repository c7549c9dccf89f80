import { describe, expect, it, vi } from 'vitest'
import { untilAnswered } from '#components/hooks/until-answered.ts'
import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'

const met = (kind: TroubleKind) =>
  untilAnswered({
    state: { data: { outcome: 'trouble', trouble: { kind, detail: '', fields: [] } } },
  })

describe('what Salesforce was asked for', () => {
  it.each(['offline', 'unreachable'] as const)(
    'is asked for again half a minute later: %s',
    (kind) => {
      expect(met(kind)).toBe(30_000)
    },
  )

  it.each(['limit-reached', 'signed-out', 'no-permission', 'rejected'] as const)(
    'is not asked for again by itself: %s',
    (kind) => {
      expect(met(kind)).toBe(false)
    },
  )

  it('is not asked for again once it is there, or before', () => {
    expect(untilAnswered({ state: { data: { outcome: 'ok' } } })).toBe(false)
    expect(untilAnswered({ state: { data: undefined } })).toBe(false)
  })

  it('is not asked for by a panel that is closed', () => {
    vi.stubGlobal('innerWidth', 0)
    expect(met('unreachable')).toBe(false)
    vi.unstubAllGlobals()
  })
})
