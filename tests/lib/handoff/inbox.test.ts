import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Status } from '#lib/handoff/handoff.ts'
import { statuses } from '#lib/handoff/handoff.ts'
import { grouped, groupOf, waitingFor } from '#lib/handoff/inbox.ts'
import { anna, bodo, boss, item } from './inbox-items.ts'

const now = '2026-11-24T10:00:00.000Z'
const open = { question: 'risk', from: '2026-11-23T12:00:00.000Z', to: null }
const groupFor = (status: Status, userId: string) => groupOf(item({ status }), { userId, now })

describe('where a handoff stands in an inbox', () => {
  it.each([
    { status: 'submitted', recipient: 'decide', sender: 'sent', manager: 'escalated' },
    { status: 'clarification', recipient: 'decide', sender: 'answer', manager: 'escalated' },
    { status: 'declined', recipient: 'done', sender: 'answer', manager: null },
    { status: 'accepted', recipient: 'transition', sender: 'transition', manager: null },
    { status: 'in-transition', recipient: 'transition', sender: 'transition', manager: null },
    { status: 'completed', recipient: 'done', sender: 'done', manager: null },
    { status: 'cancelled', recipient: 'done', sender: 'done', manager: null },
  ] as const)('$status', ({ status, recipient, sender, manager }) => {
    expect(groupFor(status, bodo.userId)).toBe(recipient)
    expect(groupFor(status, anna.userId)).toBe(sender)
    expect(groupFor(status, boss.userId)).toBeNull()
    const late = item({ status, late: 'escalate' })
    expect(groupOf(late, { userId: boss.userId, now })).toBe(manager)
  })

  it('is nowhere for somebody whom it does not concern', () => {
    for (const status of statuses) expect(groupFor(status, '005000000000009AAA')).toBeNull()
  })

  it.each([
    { outcome: 'fix-and-resubmit', until: null, sender: 'answer', waiting: 1 },
    { outcome: 'recycle', until: '2026-11-25', sender: 'sent', waiting: 0 },
    { outcome: 'recycle', until: '2026-11-24', sender: 'answer', waiting: 1 },
    { outcome: 'close', until: null, sender: 'done', waiting: 0 },
  ] as const)('declined to $outcome until $until', ({ outcome, until, sender, waiting }) => {
    const back = item({ status: 'declined', declineOutcome: outcome, recycleUntil: until })
    const reader = { userId: anna.userId, now }
    expect(groupOf(back, reader)).toBe(sender)
    expect(waitingFor([back], reader)).toBe(waiting)
    expect(groupOf(back, { userId: bodo.userId, now })).toBe('done')
  })

  it.each([
    { timeZone: 'America/Los_Angeles', at: '2026-11-25T07:59:00.000Z', sender: 'sent' },
    { timeZone: 'America/Los_Angeles', at: '2026-11-25T08:00:00.000Z', sender: 'answer' },
    { timeZone: 'Asia/Tokyo', at: '2026-11-24T14:59:00.000Z', sender: 'sent' },
    { timeZone: 'Asia/Tokyo', at: '2026-11-24T15:00:00.000Z', sender: 'answer' },
  ] as const)('what rests until 25 November comes back in $timeZone: $sender at $at', (one) => {
    const back = item({ status: 'declined', declineOutcome: 'recycle', recycleUntil: '2026-11-25' })
    const { timeZone, at, sender } = one
    expect(groupOf(back, { userId: anna.userId, now: at, timeZone })).toBe(sender)
  })

  it.each([
    { one: { late: 'escalate' }, group: 'escalated', waiting: 1 },
    { one: { status: 'accepted', contactDueAt: now }, group: 'escalated', waiting: 1 },
    { one: { status: 'clarification' }, group: 'answer', waiting: 1 },
    { one: {}, group: 'sent', waiting: 0 },
  ] as const)('of a manager who is its sender: $one', ({ one, group, waiting }) => {
    const own = item({ ...one, outgoing: boss })
    const reader = { userId: boss.userId, now }
    expect(groupOf(own, reader)).toBe(group)
    expect(waitingFor([own], reader)).toBe(waiting)
  })

  it('leaves what has long been over', () => {
    const old = item({ status: 'completed', modifiedAt: '2026-11-01T10:00:00.000Z' })
    expect(groupOf(old, { userId: bodo.userId, now })).toBeNull()
  })
})

describe('the order of an inbox', () => {
  it('has the earliest due time first, and last what waits for the sender', () => {
    const items = [
      item({
        id: 'paused',
        status: 'clarification',
        pauses: [open],
        dueAt: '2026-11-23T11:00:00.000Z',
      }),
      item({ id: 'later', dueAt: '2026-11-26T10:00:00.000Z' }),
      item({ id: 'none', dueAt: null }),
      item({ id: 'overdue', dueAt: '2026-11-20T10:00:00.000Z' }),
    ]
    const [decide] = grouped(items, { userId: bodo.userId, now })
    expect(decide?.items.map(({ id }) => id)).toEqual(['overdue', 'later', 'paused', 'none'])
  })

  it('keeps every handoff that concerns the reader exactly once', () => {
    const some = fc.record({
      status: fc.constantFrom(...statuses),
      outgoing: fc.constantFrom(anna, bodo, boss),
      incoming: fc.constantFrom(anna, bodo, boss, null),
      dueAt: fc.constantFrom(null, '2026-11-20T10:00:00.000Z', '2026-11-26T10:00:00.000Z'),
    })
    fc.assert(
      fc.property(fc.array(some), (list) => {
        const items = list.map((one, place) => item({ ...one, id: String(place) }))
        const reader = { userId: bodo.userId, now }
        const kept = grouped(items, reader).flatMap((group) => group.items.map(({ id }) => id))
        const concerned = items.filter((one) => groupOf(one, reader) !== null).map(({ id }) => id)
        expect(kept.toSorted()).toEqual(concerned.toSorted())
      }),
    )
  })
})

describe('the number on the icon', () => {
  it('counts what only this user can move', () => {
    const items = [
      item(),
      item({ status: 'clarification', pauses: [open] }),
      item({ outgoing: bodo, incoming: anna, status: 'clarification' }),
      item({ outgoing: bodo, incoming: anna }),
      item({ status: 'accepted' }),
    ]
    expect(waitingFor(items, { userId: bodo.userId, now })).toBe(2)
  })

  it('counts what is owed since an acceptance and has come to the manager, as the list does', () => {
    const owed = item({ status: 'accepted', contactDueAt: '2026-11-23T12:00:00.000Z' })
    const reader = { userId: boss.userId, now }
    expect(groupOf(owed, reader)).toBe('escalated')
    expect(waitingFor([owed], reader)).toBe(1)
  })
})
