import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { urgencyAt } from '#lib/handoff/clocks.ts'
import { clockOf, isPaused } from '#lib/handoff/decision-clock.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { sdrAe } from '#lib/templates/sdr-ae.ts'
import { item } from './inbox-items.ts'

const calendar = plainCalendar('UTC')
const { clocks } = aeCsm

describe('the clock of a handoff in a list', () => {
  it('is due when the record says so, and escalates a working day later', () => {
    expect(clockOf(item(), clocks, calendar)).toEqual({
      paused: false,
      dueAt: '2026-11-25T10:00:00.000Z',
      remindAt: '2026-11-24T10:00:00.000Z',
      escalateAt: '2026-11-26T10:00:00.000Z',
      reassignAt: '2026-11-30T10:00:00.000Z',
    })
  })

  it('stands still while the sender owes an answer', () => {
    const asked = item({
      status: 'clarification',
      pauses: [{ question: 'risk', from: '2026-11-23T12:00:00.000Z', to: null }],
    })
    expect(isPaused(asked)).toBe(true)
    const times = clockOf(asked, clocks, calendar)
    expect(times).toMatchObject({ paused: true, dueAt: null, escalateAt: null })
    expect(urgencyAt(times, '2027-01-01T00:00:00.000Z')).toBe('paused')
  })

  it('stands still until the last of several answers, also where it is due in the evening', () => {
    const times = {
      submittedAt: '2026-11-20T20:00:00.000Z',
      dueAt: '2026-11-24T20:00:00.000Z',
    }
    const from = '2026-11-24T18:00:00.000Z'
    const pauses = [
      { question: 'a', from, to: '2026-11-24T20:30:00.000Z' },
      { question: 'b', from, to: '2026-11-25T12:00:00.000Z' },
    ]
    const { dueAt } = clockOf(item({ ...times, pauses }), clocks, calendar)
    expect(dueAt).toBe('2026-11-25T12:00:00.000Z')
  })

  it('is later by the working time that the sender took, which counts once', () => {
    const pauses = [
      { question: 'a', from: '2026-11-23T12:00:00.000Z', to: '2026-11-23T15:00:00.000Z' },
      { question: 'b', from: '2026-11-23T13:00:00.000Z', to: '2026-11-23T16:00:00.000Z' },
    ]
    // Four working hours, from twelve to four.
    expect(clockOf(item({ pauses }), clocks, calendar).dueAt).toBe('2026-11-25T14:00:00.000Z')
  })

  it('takes no notice of questions from before it was sent again', () => {
    const pauses = [
      { question: 'a', from: '2026-11-20T09:00:00.000Z', to: '2026-11-20T15:00:00.000Z' },
    ]
    expect(clockOf(item({ pauses }), clocks, calendar).dueAt).toBe('2026-11-25T10:00:00.000Z')
  })

  it('suggests another recipient by the clock of the template, whatever its unit', () => {
    const lead = item({
      kind: 'sdr-ae',
      submittedAt: '2026-11-23T10:00:00.000Z',
      dueAt: '2026-11-23T14:00:00.000Z',
    })
    const times = clockOf(lead, sdrAe.clocks, calendar)
    expect(times.reassignAt).toBe('2026-11-24T10:00:00.000Z')
    expect(urgencyAt(times, '2026-11-23T15:00:00.000Z')).toBe('overdue')
    expect(urgencyAt(times, '2026-11-24T11:00:00.000Z')).toBe('reassign')
  })

  it('counts from when it was given to somebody else, whatever the unit', () => {
    const given = item({
      kind: 'sdr-ae',
      submittedAt: '2026-11-23T10:00:00.000Z',
      givenAt: '2026-11-25T10:00:00.000Z',
      dueAt: '2026-11-25T14:00:00.000Z',
    })
    const times = clockOf(given, sdrAe.clocks, calendar)
    expect(times.reassignAt).toBe('2026-11-26T10:00:00.000Z')
    expect(urgencyAt(times, '2026-11-25T15:00:00.000Z')).toBe('overdue')
    const again = { ...given, submittedAt: '2026-11-25T11:00:00.000Z' }
    expect(clockOf(again, sdrAe.clocks, calendar).reassignAt).toBe('2026-11-26T11:00:00.000Z')
  })

  it('reminds before it is due, also where the reminder has another unit', () => {
    const mixed = { ...clocks, remind: { amount: 12, unit: 'business-hours' } } as const
    const times = clockOf(item(), mixed, calendar)
    expect(times.remindAt).toBe('2026-11-24T14:00:00.000Z')
    expect(urgencyAt(times, '2026-11-24T15:00:00.000Z')).toBe('remind')
  })

  it('says when it is due also without a template', () => {
    expect(clockOf(item(), undefined, calendar)).toMatchObject({
      dueAt: '2026-11-25T10:00:00.000Z',
      remindAt: null,
    })
  })
})
