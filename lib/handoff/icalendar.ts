import { plainBreaks } from './line-breaks.ts'

/** A meeting as a calendar file tells it. Times are instants, ISO 8601. */
export interface CalendarEntry {
  /** The same for the same meeting, wherever the file is opened. */
  readonly uid: string
  /** When the file is made. */
  readonly stamp: string
  readonly start: string
  readonly end: string
  readonly subject: string
  readonly description: string
  readonly location: string
  readonly organizer: Invitee | null
  readonly invitees: readonly Invitee[]
}

interface Invitee {
  readonly name: string
  readonly email: string
}

/** RFC 5545, 3.1: a line has at most so many octets, its end not counted. */
const MOST_OCTETS = 75

const octets = (words: string) => new TextEncoder().encode(words).length

/** A long line as several, each but the first begun with a space. No character is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    if (octets(current + character) > MOST_OCTETS) {
      lines.push(current)
      current = ' '
    }
    current += character
  }
  return [...lines, current].join('\r\n')
}

/** RFC 5545, 3.3.11. Control characters other than line ends may not stand in a text at all. */
function text(words: string): string {
  return plainBreaks(words)
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
}

/** RFC 5545, 3.2: a quoted parameter can hold neither quotes nor control characters. */
const quoted = (name: string) => `"${name.replaceAll('"', "'").replaceAll(/\p{Cc}/gu, ' ')}"`

/** A mail address, with everything encoded that could end the line or the address. */
const address = (email: string) => `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`

const instant = (iso: string) =>
  new Date(iso)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z')

/** A calendar file with one meeting (RFC 5545), which every calendar opens. */
export function calendarFile(entry: CalendarEntry): string {
  const { organizer, invitees, location } = entry
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Segue//Handoff//EN',
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `DTSTAMP:${instant(entry.stamp)}`,
    `DTSTART:${instant(entry.start)}`,
    `DTEND:${instant(entry.end)}`,
    `SUMMARY:${text(entry.subject)}`,
    ...(entry.description === '' ? [] : [`DESCRIPTION:${text(entry.description)}`]),
    ...(location === '' ? [] : [`LOCATION:${text(location)}`]),
    ...(organizer ? [`ORGANIZER;CN=${quoted(organizer.name)}:${address(organizer.email)}`] : []),
    ...invitees.map(({ name, email }) => `ATTENDEE;CN=${quoted(name)};RSVP=TRUE:${address(email)}`),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
