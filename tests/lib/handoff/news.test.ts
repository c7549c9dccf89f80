import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { clockOf } from '#lib/handoff/decision-clock.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { newsIn } from '#lib/handoff/news.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { anna, bodo, boss, item } from './inbox-items.ts'

const calendar = plainCalendar('UTC')
const clock = (one: InboxItem) => clockOf(one, aeCsm.clocks, calendar)
const monday = '2026-11-23T11:00:00.000Z'
const newsFor = (userId: string, one: InboxItem, now = monday) =>
  newsIn([one], { userId, now, clock }).map(({ reason }) => reason)

const asked = { question: 'risk', from: '2026-11-23T10:30:00.000Z', to: null }
const answered = { ...asked, to: '2026-11-23T10:50:00.000Z' }

describe('news', () => {
  it.each([
    { what: 'sent', who: bodo, one: item(), reasons: ['sent'] },
    { what: 'sent again', who: bodo, one: item({ resubmissionCount: 1 }), reasons: ['sent-again'] },
    { what: 'sent', who: anna, one: item(), reasons: [] },
    {
      what: 'asked',
      who: anna,
      one: item({ status: 'clarification', pauses: [asked], clarificationCount: 1 }),
      reasons: ['asked'],
    },
    {
      what: 'asked',
      who: bodo,
      one: item({ status: 'clarification', pauses: [asked] }),
      reasons: [],
    },
    {
      what: 'answered',
      who: bodo,
      one: item({ pauses: [answered] }),
      reasons: ['sent', 'answered'],
    },
    {
      what: 'answered, declined and mended',
      who: bodo,
      one: item({
        pauses: [answered, { ...asked, to: '2026-11-23T10:55:00.000Z' }],
        resubmissionCount: 1,
        submittedAt: '2026-11-23T10:55:00.000Z',
      }),
      reasons: ['sent-again'],
    },
    {
      what: 'mended, and asked and answered again',
      who: bodo,
      one: item({
        pauses: [answered],
        resubmissionCount: 1,
        submittedAt: '2026-11-23T10:40:00.000Z',
      }),
      reasons: ['sent-again', 'answered'],
    },
    {
      what: 'accepted',
      who: anna,
      one: item({ status: 'accepted', decidedAt: '2026-11-23T10:30:00.000Z' }),
      reasons: ['accepted'],
    },
    {
      what: 'accepted, and a step done before they looked',
      who: anna,
      one: item({ status: 'in-transition', decidedAt: '2026-11-23T10:30:00.000Z' }),
      reasons: ['accepted'],
    },
    {
      what: 'declined before the weekend',
      who: anna,
      one: item({ status: 'declined', decidedAt: '2026-11-20T10:30:00.000Z' }),
      reasons: ['declined'],
    },
    {
      what: 'declined last week',
      who: anna,
      one: item({ status: 'declined', decidedAt: '2026-11-16T10:30:00.000Z' }),
      reasons: [],
    },
    {
      what: 'declined, to rest until a day to come',
      who: anna,
      one: item({
        status: 'declined',
        decidedAt: '2026-11-16T10:30:00.000Z',
        declineOutcome: 'recycle',
        recycleUntil: '2026-11-24',
      }),
      reasons: [],
    },
    {
      what: 'declined, and the day has come until which it was to rest',
      who: anna,
      one: item({
        status: 'declined',
        decidedAt: '2026-11-16T10:30:00.000Z',
        declineOutcome: 'recycle',
        recycleUntil: '2026-11-23',
      }),
      reasons: ['rest-over'],
    },
    { what: 'escalated', who: boss, one: item({ late: 'escalate' }), reasons: ['escalated'] },
    { what: 'late', who: boss, one: item(), reasons: [] },
  ])('$what, to $who.name: $reasons', ({ who, one, reasons }) => {
    expect(newsFor(who.userId, one)).toEqual(reasons)
  })

  it.each([
    { now: '2026-11-23T11:00:00.000Z', reasons: ['sent'] },
    { now: '2026-11-24T11:00:00.000Z', reasons: ['sent', 'due-soon'] },
    { now: '2026-11-25T11:00:00.000Z', reasons: ['sent', 'late'] },
  ])('of a decision due on Wednesday, at $now: $reasons', ({ now, reasons }) => {
    expect(newsFor(bodo.userId, item(), now)).toEqual(reasons)
  })

  it('of what is owed comes after that of the acceptance: the last is the one that is told', () => {
    const owed = { ownerDueAt: '2026-11-23T10:59:00.000Z', dealOwnerId: anna.userId }
    const one = item({ status: 'accepted', decidedAt: '2026-11-21T10:00:00.000Z', ...owed })
    expect(newsFor(anna.userId, one)).toEqual(['accepted', 'owner-due'])
  })

  it('of a question that the sender has left unanswered is late, too', () => {
    const due = item({
      status: 'clarification',
      pauses: [asked],
      clarificationDueAt: '2026-11-24T10:00:00.000Z',
    })
    expect(newsFor(anna.userId, due, '2026-11-24T11:00:00.000Z')).toEqual(['asked', 'answer-late'])
  })

  it('has the same key in every reading, and another when it is sent to somebody else', () => {
    const keysOf = (one: InboxItem, userId: string) =>
      newsIn([one], { userId, now: monday, clock }).map(({ key }) => key)
    expect(keysOf(item({ modifiedAt: monday }), bodo.userId)).toEqual(keysOf(item(), bodo.userId))
    expect(keysOf(item({ incoming: boss }), boss.userId)).not.toEqual(keysOf(item(), bodo.userId))
  })

  const taken = {
    status: 'accepted',
    decidedAt: '2026-11-16T10:00:00.000Z',
    escalatesTo: boss,
    dealOwnerId: anna.userId,
  } as const
  const later = '2026-11-23T10:59:00.000Z'

  it.each([
    { what: 'the customer waits', owed: { contactDueAt: later }, told: [[], ['contact-late']] },
    { what: 'the deal waits', owed: { ownerDueAt: later }, told: [['owner-due'], ['owner-due']] },
    {
      what: 'neither is late yet',
      owed: { contactDueAt: '2026-11-23T11:01:00.000Z' },
      told: [[], []],
    },
    { what: 'nothing is owed', owed: {}, told: [[], []] },
  ])('that $what reaches those whom it concerns', ({ owed, told: [sender, others] }) => {
    const one = item({ ...taken, ...owed })
    expect(newsFor(anna.userId, one)).toEqual(sender)
    expect(newsFor(bodo.userId, one)).toEqual(others)
    expect(newsFor(boss.userId, one)).toEqual(others)
    expect(newsFor(boss.userId, { ...one, outgoing: boss })).toEqual(others)
  })

  it('that a decision is late reaches its manager also as its sender', () => {
    const own = item({ outgoing: boss, late: 'escalate' })
    expect(newsFor(boss.userId, own)).toEqual(['escalated'])
  })
})
