import { describe, expect, it } from 'vitest'
import { calendarFor, clockWords } from '#components/inbox/clock-words.ts'
import { inboxItem } from '../gallery/deal.ts'

describe('a clock in a list', () => {
  const formats = { locale: 'en-GB', timeZone: 'Europe/Berlin' }
  const monday = Date.parse('2026-11-23T08:00:00.000Z') // Nine o'clock in Berlin.
  it.each([
    { dueAt: '2026-11-23T11:30:00.000Z', words: 'due in 3 business hours', state: 'soon' },
    { dueAt: '2026-11-23T08:20:00.000Z', words: 'due in 20 minutes', state: 'soon' },
    { dueAt: '2026-11-25T08:00:00.000Z', words: 'due in 2 business days', state: 'running' },
    { dueAt: '2026-11-25T07:59:00.000Z', words: 'due in 2 business days', state: 'running' },
    { dueAt: '2026-11-24T15:00:00.000Z', words: 'due in 15 business hours', state: 'running' },
    { dueAt: '2026-11-23T11:59:00.000Z', words: 'due in 4 business hours', state: 'soon' },
    { dueAt: '2027-11-25T08:00:00.000Z', words: 'due in 367 days', state: 'running' },
    { dueAt: '2026-11-20T14:00:00.000Z', words: 'late by 2 business hours', state: 'overdue' },
    { dueAt: '2026-11-21T10:00:00.000Z', words: 'late by 1 day', state: 'overdue' },
    { dueAt: null, words: '', state: 'none' },
  ])('due $dueAt: “$words”', ({ dueAt, words, state }) => {
    const item = { ...inboxItem('submitted'), submittedAt: '2026-11-20T08:00:00.000Z', dueAt }
    const reading = { now: monday, formats, calendar: calendarFor(formats) }
    expect(clockWords(item, reading)).toMatchObject({ words, state })
  })
})
