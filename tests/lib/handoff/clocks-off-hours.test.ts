import { describe, expect, it } from 'vitest'
import { businessTimeBetween, plainCalendar } from '#lib/handoff/business-time.ts'
import { clarificationDueAt, decisionTimes, firstContactDueAt } from '#lib/handoff/clocks.ts'
import { clockOf } from '#lib/handoff/decision-clock.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { item } from './inbox-items.ts'

const calendar = plainCalendar('Europe/Madrid')
const { clocks } = aeCsm
const HOUR = 3_600_000

describe('a clock in business days', () => {
  it.each([
    { sent: 'on a Saturday', at: '2026-11-28T03:40:00.000Z', dueAt: '2026-12-01T16:00:00.000Z' },
    {
      sent: 'on a Friday night',
      at: '2026-11-27T22:00:00.000Z',
      dueAt: '2026-12-01T16:00:00.000Z',
    },
    { sent: 'before work', at: '2026-11-30T05:00:00.000Z', dueAt: '2026-12-01T16:00:00.000Z' },
    { sent: 'at work', at: '2026-11-27T14:30:00.000Z', dueAt: '2026-12-01T14:30:00.000Z' },
  ])('leaves two whole days for what was sent $sent', ({ at, dueAt }) => {
    expect(decisionTimes(clocks, at, { calendar }).dueAt).toBe(dueAt)
    expect(businessTimeBetween(at, dueAt, calendar)).toBe(16 * HOUR)
  })

  it('is not due before anybody works, also for an answer and for the first word to the customer', () => {
    const saturday = '2026-11-28T03:40:00.000Z'
    expect(clarificationDueAt(clocks, saturday, { calendar })).toBe('2026-11-30T16:00:00.000Z')
    expect(firstContactDueAt(clocks, saturday, { calendar })).toBe('2026-12-01T16:00:00.000Z')
  })

  it('reminds a day before and escalates a day after, whenever it was sent', () => {
    const submittedAt = '2026-11-28T03:40:00.000Z'
    const { dueAt } = decisionTimes(clocks, submittedAt, { calendar })
    expect(clockOf(item({ submittedAt, dueAt }), clocks, calendar)).toMatchObject({
      // A working day before, when people come to work.
      remindAt: '2026-12-01T08:00:00.000Z',
      escalateAt: '2026-12-02T16:00:00.000Z',
    })
  })
})
