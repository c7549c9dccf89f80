import type { Row } from '../soql/source.ts'
import { read, type Desk } from './desk.ts'
import { recordLink } from './field-view.ts'
import { money, spokenDate, timeOfDay } from './format.ts'
import { html, type Child, type Markup } from './markup.ts'
import { tableView } from './table-view.ts'

/** The home page: how the quarter goes, what is due, and the user's deals. */
export function homeView(desk: Desk): Markup {
  return html`<article class="home">
    <h1 class="greeting">Hello, ${desk.user.name}</h1>
    <div class="columns">
      <div>${quarter(desk)} ${deals(desk)}</div>
      <aside>${dueTasks(desk)} ${nextEvents(desk)}</aside>
    </div>
  </article>`
}

function mine(desk: Desk, objectName: string, { fields, where, rest }: Wish): readonly Row[] {
  return read(desk, objectName, {
    fields,
    where: `OwnerId = '${desk.user.id}' AND ${where}`,
    rest,
  })
}

interface Wish {
  readonly fields: readonly string[]
  readonly where: string
  readonly rest: string
}

function quarter(desk: Desk): Markup {
  const won = worth(desk, 'IsWon = true')
  const open = worth(desk, 'IsClosed = false')
  return html`<section class="card">
    <h2>Quarterly Performance</h2>
    <dl class="figures">
      <div>
        <dt>Closed</dt>
        <dd>${money(desk, won)}</dd>
      </div>
      <div>
        <dt>Open</dt>
        <dd>${money(desk, open)}</dd>
      </div>
    </dl>
    <meter
      min="0"
      max="${Math.max(won + open, 1)}"
      value="${won}"
      aria-label="Closed of all"
    ></meter>
  </section>`
}

/** What the user's deals of the quarter add up to, in the org's currency. */
function worth(desk: Desk, condition: string): number {
  if (!desk.describe('Opportunity')?.fields.some(({ name }) => name === 'Amount')) return 0
  const where = `OwnerId = '${desk.user.id}' AND CloseDate = THIS_QUARTER AND ${condition}`
  const [row] = desk.query(`SELECT SUM(Amount) worth FROM Opportunity WHERE ${where}`)
  return Number(row?.['worth'] ?? 0)
}

function deals(desk: Desk): Child {
  const describe = desk.describe('Opportunity')
  const columns = ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate']
  const rows = mine(desk, 'Opportunity', {
    fields: columns,
    where: 'IsClosed = false',
    rest: 'ORDER BY CloseDate LIMIT 10',
  })
  return (
    describe &&
    html`<section class="card">
      <h2>My open deals</h2>
      ${tableView(desk, describe, { columns, rows })}
    </section>`
  )
}

function dueTasks(desk: Desk): Markup {
  const rows = mine(desk, 'Task', {
    fields: ['Subject', 'ActivityDate', 'WhatId'],
    where: 'IsClosed = false',
    rest: 'ORDER BY ActivityDate LIMIT 8',
  })
  return card(
    'Tasks',
    rows.map((row) => line(desk, row, spokenDate(desk, row['ActivityDate']))),
  )
}

function nextEvents(desk: Desk): Markup {
  const rows = mine(desk, 'Event', {
    fields: ['Subject', 'StartDateTime', 'WhatId'],
    where: 'StartDateTime >= TODAY',
    rest: 'ORDER BY StartDateTime LIMIT 5',
  })
  const when = ({ StartDateTime }: Row) =>
    `${spokenDate(desk, StartDateTime)}, ${timeOfDay(desk, StartDateTime)}`
  return card(
    'Next events',
    rows.map((row) => line(desk, row, when(row))),
  )
}

function card(title: string, lines: readonly Markup[]): Markup {
  return html`<section class="card">
    <h2>${title}</h2>
    ${
      lines.length === 0
        ? html`<p>Nothing due.</p>`
        : html`<ul class="lines">
            ${lines}
          </ul>`
    }
  </section>`
}

function line(desk: Desk, row: Row, when: string): Markup {
  const about = row['WhatId']
  return html`<li>
    <b dir="auto">${String(row['Subject'])}</b> <time>${when}</time>
    <p>${typeof about === 'string' && recordLink(desk, about)}</p>
  </li>`
}
