import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { googleLink, outlookLink } from '#lib/handoff/calendar-links.ts'
import { type CalendarEntry, calendarFile } from '#lib/handoff/icalendar.ts'

const entry: CalendarEntry = {
  uid: 'kickoff-1@segue',
  stamp: '2026-11-25T20:00:00.000Z',
  start: '2026-12-01T09:00:00.000Z',
  end: '2026-12-01T09:30:00.000Z',
  subject: 'Kickoff, Brightwater; "go"',
  description: '1. Goals\n2. Who does what',
  location: '',
  organizer: { name: 'Ben', email: 'ben@example.com' },
  invitees: [{ name: 'Dana "D" Cole', email: 'dana@example.com' }],
}

/** As a calendar reads it: lines put together again, texts with their escapes undone. */
function propertyOf(file: string, name: string): string | undefined {
  const line = file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`))
  return line
    ?.slice(line.indexOf(':') + 1)
    .replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped))
}

const words = fc.string({ unit: 'grapheme', maxLength: 300 })
/** What a calendar can hold: no control characters but line ends, which all become the same, those of Word and Unicode too. */
const kept = (text: string) =>
  text.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ')

describe('a calendar file', () => {
  it('says when, what, who and where from, in UTC', () => {
    const file = calendarFile(entry)
    expect(file).toContain('DTSTART:20261201T090000Z\r\nDTEND:20261201T093000Z\r\n')
    expect(file).toContain(String.raw`SUMMARY:Kickoff\, Brightwater\; "go"`)
    expect(file).toContain(String.raw`DESCRIPTION:1. Goals\n2. Who does what`)
    expect(file.replaceAll('\r\n ', '')).toContain(
      `ATTENDEE;CN="Dana 'D' Cole";RSVP=TRUE:mailto:dana@example.com\r\n`,
    )
    expect(file).not.toContain('LOCATION')
  })

  it('folds every line at 75 octets, ends each in CRLF, and loses no character', () => {
    fc.assert(
      fc.property(words, words, (subject, description) => {
        const file = calendarFile({ ...entry, subject, description })
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
        for (const line of file.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(file).not.toContain('\u{FFFD}'.repeat(2))
        expect(propertyOf(file, 'SUMMARY')).toBe(kept(subject))
        expect(propertyOf(file, 'DESCRIPTION') ?? '').toBe(kept(description))
      }),
    )
  })

  it('lets no name or address begin a line of its own', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, email) => {
        const file = calendarFile({ ...entry, invitees: [{ name, email: `${email}\r\nX:1@x` }] })
        const lines = file.replaceAll('\r\n ', '').split('\r\n')
        expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1)
        expect(lines.some((line) => line.startsWith('X:'))).toBe(false)
      }),
    )
  })
})

describe('calendar links', () => {
  it('carry the meeting, whatever its words are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (subject) => {
        const google = new URL(googleLink({ ...entry, subject }))
        expect(google.searchParams.get('text')).toBe(subject)
        expect(google.searchParams.get('dates')).toBe('20261201T090000Z/20261201T093000Z')
        const outlook = new URL(outlookLink({ ...entry, subject }))
        expect(outlook.searchParams.get('subject')).toBe(subject)
        expect(outlook.searchParams.get('to')).toBe('dana@example.com')
      }),
    )
  })

  it('stay short enough to be opened', () => {
    const description = 'Goals and dates. '.repeat(400)
    expect(googleLink({ ...entry, description }).length).toBeLessThan(4000)
  })
})
