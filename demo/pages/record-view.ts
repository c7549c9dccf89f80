import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { nameField, read, readRecord, visibleFields, type Desk } from './desk.ts'
import { fieldView } from './field-view.ts'
import { objectIcon } from './icons.ts'
import { layouts, systemSection, type Layout, type RelatedList } from './layouts.ts'
import { html, type Child, type Markup } from './markup.ts'

const plainLayout: Layout = { highlights: [], sections: [systemSection], related: [] }

/** A record page: highlights, path, details and related lists; undefined when it cannot be seen. */
export function recordView(desk: Desk, id: string): Markup | undefined {
  const describe = desk.describe(desk.objectOf(id) ?? '')
  const row = readRecord(desk, id)
  if (!describe || !row) return undefined
  const layout = layouts[describe.name] ?? plainLayout
  return html`<article class="record" data-record="${id}">
    ${highlights(desk, { describe, row, layout })}
    ${describe.name === 'Opportunity' && path(describe, row)}
    <div class="columns">
      <section class="card" aria-label="Details">
        <h2>Details</h2>
        ${layout.sections.map((section) => details(desk, { describe, row, names: section.fields, title: section.title }))}
      </section>
      <aside>${layout.related.map((list) => related(desk, id, list))}</aside>
    </div>
  </article>`
}

interface Shown {
  readonly describe: ObjectDescribe
  readonly row: Row
}

function highlights(desk: Desk, { describe, row, layout }: Shown & { layout: Layout }): Markup {
  const name = row[nameField(describe)]
  return html`<header class="card highlights">
    <div class="title">
      ${objectIcon(describe.name)}
      <div>
        <p>${describe.label}</p>
        <h1 dir="auto">${typeof name === 'string' ? name : describe.label}</h1>
      </div>
    </div>
    <dl>${values(desk, { describe, row, names: layout.highlights })}</dl>
  </header>`
}

/** The stages of a deal as Salesforce's path shows them. */
function path(describe: ObjectDescribe, row: Row): Markup {
  const stages = describe.fields.find(({ name }) => name === 'StageName')?.picklistValues ?? []
  const current = stages.findIndex(({ value }) => value === row['StageName'])
  const state = (at: number) => (at < current ? 'done' : at === current ? 'current' : 'ahead')
  return html`<ol class="card path" aria-label="Path">
    ${stages.map(
      ({ label }, at) =>
        html`<li class="${state(at)}" ${at === current && html`aria-current="step"`}>${label}</li>`,
    )}
  </ol>`
}

interface Group extends Shown {
  readonly names: readonly string[]
}

function details(desk: Desk, group: Group & { title: string }): Child {
  if (visibleFields(desk, group.describe.name, group.names).length === 0) return null
  return html`<h3>${group.title}</h3>
    <dl class="fields">${values(desk, group)}</dl>`
}

function values(desk: Desk, { describe, row, names }: Group): Child {
  const fields = names.flatMap((name) => describe.fields.find((field) => field.name === name) ?? [])
  return fields.map(
    (field) =>
      html`<div>
        <dt>${field.label}</dt>
        <dd dir="auto">${fieldView(desk, field, row[field.name])}</dd>
      </div>`,
  )
}

function related(desk: Desk, id: string, list: RelatedList): Child {
  const describe = desk.describe(list.object)
  if (!describe) return null
  const order = list.order === undefined ? '' : `ORDER BY ${list.order}`
  const rows = read(desk, list.object, {
    fields: list.columns,
    where: `${list.lookup} = '${id}'`,
    rest: `${order} LIMIT 6`,
  })
  return html`<section class="card related">
    <h2>${list.title} (${rows.length})</h2>
    <ul>
      ${rows.map((row) => html`<li>${values(desk, { describe, row, names: list.columns })}</li>`)}
    </ul>
  </section>`
}
