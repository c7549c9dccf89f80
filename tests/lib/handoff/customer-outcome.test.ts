import { describe, expect, it } from 'vitest'
import {
  outcomeDue,
  outcomesIn,
  outcomesToRecord,
  planOutcome,
} from '#lib/handoff/customer-outcome.ts'
import { milestoneIn } from '#lib/handoff/milestone-tasks.ts'
import { handoff } from './builders.ts'

const DAY = 24 * 60 * 60 * 1000
const ben = { userId: '005000000000002AAA', name: 'Ben Kowalski' }
const decidedAt = '2026-03-10T09:00:00.000Z'
const dayAfter = (days: number) => Date.parse(decidedAt) + days * DAY
const completed = handoff({ status: 'completed', decidedAt, accountName: 'Harbor Foods' })

const entry = (details: Record<string, string | number>) => ({
  id: 'e1',
  kind: 'Outcome_Recorded' as const,
  actor: ben,
  at: decidedAt,
  details,
})

const saying = (days: number, customer: 'active' | 'at-risk' | 'churned' = 'active') => ({
  operationKey: 'op',
  actor: ben,
  role: 'incoming' as const,
  now: new Date(dayAfter(days)).toISOString(),
  timeZone: 'Europe/Berlin',
  after: days < 200 ? (90 as const) : (365 as const),
  customer,
  words: '',
})

/** What asks for it after a year. */
const yearTask = {
  id: '00T1',
  milestone: 'customer-after-a-year',
  subject: '',
  day: null,
  isClosed: false,
  owner: ben,
}

describe('how the customer stands', () => {
  it.each([
    { days: 14, due: null },
    { days: 75, due: null },
    { days: 76, due: 90 },
    { days: 200, due: 90 },
    { days: 360, due: 365 },
  ])('is asked $days days after the acceptance for day $due', ({ days, due }) => {
    expect(outcomeDue(completed, dayAfter(days))).toBe(due)
  })

  it.each([
    { kind: 'sdr-ae', due: null },
    { kind: 'territory', due: null },
    { kind: 'csm-csm', due: 90 },
  ] as const)('is asked after a handoff $kind for day $due', ({ kind, due }) => {
    expect(outcomeDue({ ...completed, kind }, dayAfter(90))).toBe(due)
  })

  it('is not asked again once it is said, nor once the customer has left', () => {
    const said = { ...completed, events: [entry({ after: 90, customer: 'at-risk' })] }
    expect(outcomeDue(said, dayAfter(90))).toBeNull()
    expect(outcomeDue(said, dayAfter(365))).toBe(365)
    const left = { ...completed, events: [entry({ after: 90, customer: 'churned' })] }
    expect(outcomeDue(left, dayAfter(365))).toBeNull()
    expect(outcomesToRecord(left, dayAfter(365))).toEqual([90])
  })

  it('is what was said last; what was written by hand is left out', () => {
    const events = [
      entry({ after: 90, customer: 'churned' }),
      entry({ after: 90, customer: 'at-risk' }),
      entry({ after: 90, customer: 'happy' }),
    ]
    expect([...outcomesIn(events)]).toEqual([[90, 'at-risk']])
  })

  it('is recorded in the log, with a task for a year on', () => {
    const planned = planOutcome(completed, { ...saying(90, 'at-risk'), words: ' They wait. ' })
    expect(planned).toMatchObject({
      plan: {
        handoff: {},
        events: [
          {
            kind: 'Outcome_Recorded',
            details: { after: 90, customer: 'at-risk', words: 'They wait.' },
          },
          {
            kind: 'Milestone_Changed',
            details: { milestone: 'customer-after-a-year', tasked: 'yes' },
          },
        ],
        tasks: [
          {
            subject: 'Harbor Foods: Record how the customer is doing a year on',
            owner: ben,
            day: '2027-03-10',
            remindAt: '2027-03-09T08:00:00.000Z',
          },
        ],
      },
    })
    const [task] = planned.outcome === 'planned' ? planned.plan.tasks : []
    expect(milestoneIn(task?.description ?? '')).toBe('customer-after-a-year')
  })

  it('makes the task under a key that is the same for whoever else says so, and another after a customer had left', () => {
    const keyOf = (asked: typeof completed, by: ReturnType<typeof saying>) => {
      const planned = planOutcome(asked, by)
      return planned.outcome === 'planned' ? planned.plan.events[1]?.operationKey : undefined
    }
    const key = keyOf(completed, saying(90))
    expect(key).toBeTypeOf('string')
    expect(keyOf(completed, { ...saying(90, 'at-risk'), operationKey: 'another' })).toBe(key)
    expect(keyOf({ ...completed, id: 'a00000000000009AAA' }, saying(90))).not.toBe(key)
    const back = { ...completed, events: [entry({ after: 90, customer: 'churned' })] }
    expect(keyOf(back, saying(90))).not.toBe(key)
  })

  it('makes no second task, and none for a customer who has left', () => {
    const asked = { ...completed, tasks: [yearTask] }
    expect(planOutcome(asked, saying(90))).toMatchObject({ plan: { tasks: [], taskChanges: [] } })
    expect(planOutcome(completed, saying(90, 'churned'))).toMatchObject({ plan: { tasks: [] } })
    const done = { taskChanges: [{ taskId: '00T1', isDone: true }] }
    expect(planOutcome(asked, saying(90, 'churned'))).toMatchObject({ plan: done })
    expect(planOutcome(asked, saying(365))).toMatchObject({ plan: done })
  })

  it('leaves the task of somebody else to them, and asks again after a customer who has not left after all', () => {
    const mara = { userId: '005000000000003AAA', name: 'Mara Moss' }
    const byManager = { ...saying(365), actor: mara, role: 'manager' as const }
    expect(planOutcome({ ...completed, tasks: [yearTask] }, byManager)).toMatchObject({
      plan: { taskChanges: [{ taskId: '00T1', isDone: true, heldBy: ben.userId }] },
    })
    const closed = { ...completed, tasks: [{ ...yearTask, isClosed: true }] }
    const left = { ...closed, events: [entry({ after: 90, customer: 'churned' })] }
    expect(planOutcome(left, saying(90))).toMatchObject({ plan: { tasks: [{ owner: ben }] } })
    expect(planOutcome(closed, saying(90))).toMatchObject({ plan: { tasks: [] } })
  })

  it('cannot be said before its time, nor by the sender', () => {
    expect(planOutcome(completed, saying(60))).toEqual({
      outcome: 'refused',
      because: 'It is too early to say how the customer stands after 90 days.',
    })
    expect(planOutcome(completed, { ...saying(90), role: 'outgoing' }).outcome).toBe('refused')
  })
})
