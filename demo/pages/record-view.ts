import { nameFieldOf } from '../schema/schema.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { readRecord, type Desk } from './desk.ts'
import { editView } from './edit-view.ts'
import { fieldView, fieldsNamed, labelOf } from './field-view.ts'
import { objectIcon } from './icons.ts'
import { layoutOf, type Layout } from '../standard/layouts.ts'
import { html, type Child, type Markup } from './markup.ts'
import { pathView } from './path-view.ts'
import { relatedView } from './related-view.ts'
import { timelineView } from './timeline-view.ts'

/** A record's page and what it is called. */
export interface RecordView {
  readonly title: string
  readonly objectName: string
  readonly content: Markup
}

/** A record page: highlights, path, tabs and related lists; undefined when it cannot be seen. */
export function recordView(desk: Desk, id: string, mode: 'view' | 'edit'): RecordView | undefined {
  const describe = desk.describe(desk.objectOf(id) ?? '')
  const row = readRecord(desk, id)
  if (!describe || !row) return undefined
  const layout = layoutOf(describe)
  const title = titleOf(describe, row)
  const aside = layout.related.slice(0, 2)
  const content = html`<article class="record" data-record="${id}">
    ${highlights(desk, { describe, row, layout, title })}
    ${describe.name === 'Opportunity' && pathView(describe, row)}
    <div class="columns">
      <section class="card tabbed">
        ${tabs([
          ['Details', details(desk, { describe, row, layout })],
          ['Activity', timelineView(desk, id)],
          ['Related', layout.related.map((list) => relatedView(desk, id, list))],
        ])}
      </section>
      <aside>${aside.map((list) => relatedView(desk, id, list))}</aside>
    </div>
    ${mode === 'edit' && editView(describe, row)}
  </article>`
  return { title: `${title} | ${describe.label}`, objectName: describe.name, content }
}

interface Shown {
  readonly describe: ObjectDescribe
  readonly row: Row
  readonly layout: Layout
}

function highlights(desk: Desk, shown: Shown & { readonly title: string }): Markup {
  const { describe, row, layout, title } = shown
  const id = String(row['Id'])
  return html`<header class="card highlights">
    <div class="title">
      ${objectIcon(describe.name)}
      <div>
        <p>${describe.label}</p>
        <h1 dir="auto">${title}</h1>
      </div>
      <div class="actions">
        ${
          describe.updateable &&
          html`<a class="button" href="/lightning/r/${describe.name}/${id}/edit">Edit</a>`
        }
      </div>
    </div>
    <dl>${values(desk, shown, layout.highlights)}</dl>
  </header>`
}

function tabs(panels: readonly (readonly [string, Child])[]): Child {
  return html`<div role="tablist">
      ${panels.map(
        ([name], at) =>
          html`<button
            role="tab"
            type="button"
            id="tab-${name}"
            aria-controls="panel-${name}"
            aria-selected="${at === 0 ? 'true' : 'false'}"
          >
            ${name}
          </button>`,
      )}
    </div>
    ${panels.map(
      ([name, content], at) =>
        html`<div
          role="tabpanel"
          id="panel-${name}"
          aria-labelledby="tab-${name}"
          ${at > 0 && html`hidden`}
        >
          ${content}
        </div>`,
    )}`
}

function details(desk: Desk, shown: Shown): Child {
  return shown.layout.sections
    .filter(({ fields }) => fieldsNamed(shown.describe, fields).length > 0)
    .map(
      ({ title, fields }) =>
        html`<h3>${title}</h3>
          <dl class="fields">${values(desk, shown, fields)}</dl>`,
    )
}

function values(desk: Desk, { describe, row }: Shown, names: readonly string[]): Child {
  return fieldsNamed(describe, names).map(
    (field) =>
      html`<div>
        <dt>${labelOf(field)}</dt>
        <dd dir="auto">${fieldView(desk, field, row)}</dd>
      </div>`,
  )
}

function titleOf(describe: ObjectDescribe, row: Row): string {
  const name = row[nameFieldOf(describe)]
  return typeof name === 'string' ? name : describe.label
}
