import { describe, expect, it } from 'vitest'
import type { Status } from '#lib/handoff/handoff.ts'
import { shownOnDeal } from '#lib/handoff/shown-on-deal.ts'

/** The deal's handoffs by their statuses, the latest first. */
const all = (...statuses: readonly Status[]) =>
  statuses.map((status, at) => ({ id: `handoff ${at}`, status }))

describe('what a deal tells of its handoffs', () => {
  it.each([
    { of: all('submitted', 'in-transition'), moved: 1, to: 'completed', tells: null },
    { of: all('cancelled', 'in-transition'), moved: 1, to: 'completed', tells: 'completed' },
    { of: all('submitted', 'in-transition'), moved: 0, to: 'accepted', tells: 'accepted' },
    { of: all('submitted', 'in-transition'), moved: 0, to: 'cancelled', tells: 'in-transition' },
    { of: all('submitted', 'completed'), moved: 0, to: 'cancelled', tells: 'cancelled' },
    { of: all(), moved: 0, to: 'cancelled', tells: 'cancelled' },
  ] as const)('after its $moved. of $of.length is $to: $tells', ({ of, moved, to, tells }) => {
    const opportunity = { status: to, readiness: null }
    const shown = shownOnDeal({ handoffId: `handoff ${moved}`, opportunity }, of)
    expect(shown?.status ?? null).toBe(tells)
  })
})
