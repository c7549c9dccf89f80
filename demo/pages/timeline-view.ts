import type { Row } from '../soql/source.ts'
import { read, type Desk } from './desk.ts'
import { recordLink } from './field-view.ts'
import { spokenDate, timeOfDay, today } from './format.ts'
import { glyph, type IconName } from './icons.ts'
import { html, type Child, type Markup } from './markup.ts'

/** The lookup by which activities belong to a record, by its object. */
const lookups: Readonly<Record<string, string>> = { Account: 'AccountId', Contact: 'WhoId' }

interface Moment {
  readonly day: string
  readonly icon: IconName
  readonly row: Row
  readonly isOpen: boolean
}

/** What is planned with a record and what happened, as Salesforce's activity timeline shows it. */
export function timelineView(desk: Desk, id: string): Markup {
  const moments = momentsOf(desk, id)
  const open = moments.filter(({ isOpen }) => isOpen).toReversed()
  const past = moments.filter(({ isOpen }) => !isOpen)
  const months = Map.groupBy(past, ({ day }) => day.slice(0, 7))
  return html`<div class="timeline">
    <h3>Upcoming &amp; Overdue</h3>
    ${open.length === 0 ? html`<p>No activities to show.</p>` : list(desk, open)}
    ${[...months].map(
      ([month, those]) =>
        html`<h3>${monthName(desk, month)}</h3>
          ${list(desk, those)}`,
    )}
  </div>`
}

function momentsOf(desk: Desk, id: string): readonly Moment[] {
  const lookup = lookups[desk.objectOf(id) ?? ''] ?? 'WhatId'
  const where = `${lookup} = '${id}'`
  const common = ['Subject', 'Description', 'WhoId', 'OwnerId', 'ActivityDate']
  const rest = 'LIMIT 200'
  const tasks = read(desk, 'Task', { fields: [...common, 'TaskSubtype', 'IsClosed'], where, rest })
  const events = read(desk, 'Event', {
    fields: [...common, 'StartDateTime', 'Location'],
    where,
    rest,
  })
  const moments = [...tasks.map(fromTask), ...events.map((row) => fromEvent(row, today(desk)))]
  return moments.toSorted((a, b) => b.day.localeCompare(a.day))
}

const taskIcons: Readonly<Record<string, IconName>> = { Call: 'call', Email: 'email' }

function fromTask(row: Row): Moment {
  const icon = taskIcons[String(row['TaskSubtype'])] ?? 'task'
  return { day: textOf(row, 'ActivityDate'), icon, row, isOpen: row['IsClosed'] !== true }
}

function fromEvent(row: Row, now: string): Moment {
  const day = textOf(row, 'ActivityDate') || textOf(row, 'StartDateTime').slice(0, 10)
  return { day, icon: 'event', row, isOpen: day > now }
}

function list(desk: Desk, moments: readonly Moment[]): Child {
  return html`<ul>
    ${moments.map((moment) => item(desk, moment))}
  </ul>`
}

function item(desk: Desk, { icon, row, day, isOpen }: Moment): Markup {
  const isLate = isOpen && icon !== 'event' && day !== '' && day < today(desk)
  const text = textOf(row, 'Description')
  return html`<li class="moment">
    <span class="icon icon-${icon}">${glyph(icon)}</span>
    <div>
      <b dir="auto">${textOf(row, 'Subject')}</b>
      <p>
        ${who(desk, row['OwnerId'])}${row['WhoId'] !== null && html` · ${who(desk, row['WhoId'])}`}
        ${textOf(row, 'Location') && ` · ${textOf(row, 'Location')}`}
      </p>
      ${text && html`<p class="words" dir="auto">${text}</p>`}
    </div>
    <time class="${isLate && 'late'}"
      >${timeOfDay(desk, row['StartDateTime'])} ${spokenDate(desk, day || null)}</time
    >
  </li>`
}

function who(desk: Desk, id: unknown): Child {
  return typeof id === 'string' && recordLink(desk, id)
}

function textOf(row: Row, field: string): string {
  const value = row[field]
  return typeof value === 'string' ? value : ''
}

function monthName(desk: Desk, month: string): string {
  if (month === '') return 'Without a date'
  const format = new Intl.DateTimeFormat(desk.locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
