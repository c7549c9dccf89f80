// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { brightwater as opportunityId, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const first = { opportunityId, page: 0, fresh: false }

describe('the history of a deal', () => {
  it('costs one call when it is opened, and none when it is opened again soon', async () => {
    const { ask, world } = await anaWithDraft()
    const page = valueOf(await ask('history.read', first))
    expect(callsOf(world)).toHaveLength(1)
    expect(valueOf(await ask('history.read', first))).toEqual(page)
    expect(callsOf(world)).toHaveLength(0)
    valueOf(await ask('history.read', { ...first, fresh: true }))
    world.clock.now += 11 * 60_000
    valueOf(await ask('history.read', first))
    expect(callsOf(world)).toHaveLength(2)
  })

  it('is still there without a network', async () => {
    const { ask, world } = await anaWithDraft()
    const page = valueOf(await ask('history.read', first))
    world.network.isUp = false
    world.clock.now += 60 * 60_000
    expect(valueOf(await ask('history.read', first))).toEqual(page)
    const unread = await ask('history.read', { ...first, page: 1 })
    expect(unread).toMatchObject({ outcome: 'trouble', trouble: { kind: 'offline' } })
  })

  it('gives the whole text of a mail in one more call', async () => {
    const { ask, world } = await anaWithDraft()
    const { items } = valueOf(await ask('history.read', first))
    const mail = items.find(({ subject }) => subject === 'Depot calendars')
    callsOf(world)
    const asked = { object: 'EmailMessage' as const, id: mail?.id ?? '' }
    const { text, isWhole } = valueOf(await ask('history.text', asked))
    expect({ isWhole, says: text.includes('holiday calendar') }).toEqual({
      isWhole: true,
      says: true,
    })
    expect(callsOf(world)).toHaveLength(1)
  })
})
