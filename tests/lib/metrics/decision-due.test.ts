import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { toDiscuss } from '#lib/metrics/discussion.ts'
import { managerQueue } from '#lib/metrics/queue.ts'
import type { HandoffRecord } from '#lib/metrics/record.ts'
import { readings } from '#lib/metrics/report.ts'
import { overviewItem } from '../../gallery/overview.ts'
import { record } from './records.ts'

const measuring = { now: '2027-05-25T09:00:00Z', calendar: plainCalendar('UTC') }

/** Asked on Wednesday, the day before the decision was due. */
const from = '2027-05-05T09:00:00Z'
const open = { question: null, from, to: null }
const answered = { question: null, from, to: '2027-05-25T08:00:00Z' }
const undecided = { decision: null, decidedAt: null } as const
const asking: Partial<HandoffRecord> = {
  ...undecided,
  status: 'clarification',
  pauses: [open],
}

const inTime = (...handoffs: HandoffRecord[]) =>
  readings(handoffs, measuring).find(({ key }) => key === 'decided-in-time')

const times = { submittedAt: '2027-05-04T09:00:00Z', dueAt: '2027-05-06T09:00:00Z' }
const queued = (changes: Parameters<typeof overviewItem>[2]) =>
  managerQueue([overviewItem('clarification', 1, { ...times, ...changes })], measuring)

describe('a decision whose clock stands still', () => {
  it('is not overdue, in a review or in the queue of a manager', () => {
    expect(toDiscuss([record(asking)], measuring)).toEqual([])
    expect(queued({ pauses: [open] }).has('overdue')).toBe(false)
  })

  it('is not counted as late', () => {
    expect(inTime(record(asking), record({ id: 'b' }))).toMatchObject({ value: 1, count: 1 })
  })

  it('has as much time after the answer as it had left before', () => {
    const resumed: Partial<HandoffRecord> = {
      ...asking,
      status: 'submitted',
      pauses: [answered],
    }
    expect(toDiscuss([record(resumed)], measuring)).toEqual([])
    expect(queued({ status: 'submitted', pauses: [answered] }).has('overdue')).toBe(false)
    const later = { ...measuring, now: '2027-05-28T09:00:00Z' }
    expect(toDiscuss([record(resumed)], later)).toEqual([
      { handoffId: 'a1', because: ['The decision is overdue'] },
    ])
  })

  it('is in time where it is decided before the answer', () => {
    const late = { decidedAt: '2027-05-20T09:00:00Z' }
    expect(inTime(record({ ...late, pauses: [open] }))).toMatchObject({ value: 1 })
    expect(inTime(record(late))).toMatchObject({ value: 0 })
  })
})

describe('a decision whose clock runs', () => {
  it('is overdue once its time has passed', () => {
    expect(queued({ status: 'submitted' }).has('overdue')).toBe(true)
    expect(inTime(record(undecided))).toMatchObject({ value: 0, count: 1 })
  })
})
