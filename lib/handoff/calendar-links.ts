import { clip } from './clip.ts'
import type { CalendarEntry } from './icalendar.ts'

type Linked = Pick<
  CalendarEntry,
  'start' | 'end' | 'subject' | 'description' | 'location' | 'invitees'
>

/** Addresses get long: what is beyond this the calendar file holds. */
const mostDescription = 1200

const compact = (iso: string) =>
  new Date(iso)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z')

const shortened = (text: string) => clip(text, { limit: mostDescription, ending: '…' })
const emailsOf = ({ invitees }: Linked) => invitees.map(({ email }) => email).join(',')

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const said = Object.entries(query).filter(([, value]) => value !== '')
  const parts = said.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
  return `${address}?${parts.join('&')}`
}

/** Opens Google Calendar with the meeting filled in. */
export function googleLink(entry: Linked): string {
  return withQuery('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: entry.subject,
    dates: `${compact(entry.start)}/${compact(entry.end)}`,
    details: shortened(entry.description),
    location: entry.location,
    add: emailsOf(entry),
  })
}

/** Opens Outlook on the web with the meeting filled in. */
export function outlookLink(entry: Linked): string {
  return withQuery('https://outlook.office.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: entry.subject,
    startdt: new Date(entry.start).toISOString(),
    enddt: new Date(entry.end).toISOString(),
    body: shortened(entry.description),
    location: entry.location,
    to: emailsOf(entry),
  })
}
