import { read, type Desk } from './desk.ts'
import { objectIcon } from './icons.ts'
import type { RelatedList } from '../standard/layouts.ts'
import { html, type Child } from './markup.ts'
import { tableView } from './table-view.ts'

const SHOWN_ON_RECORD = 6

/** A related list on its record's page: the first rows and the way to all of them. */
export function relatedView(desk: Desk, id: string, list: RelatedList): Child {
  const describe = desk.describe(list.object)
  if (!describe) return null
  const rows = rowsOf(desk, id, list)
  const shown = rows.slice(0, SHOWN_ON_RECORD)
  const address = `/lightning/r/${desk.objectOf(id) ?? ''}/${id}/related/${list.name}/view`
  return html`<section class="card related" aria-label="${list.title}">
    <h2>${objectIcon(list.object)} <a href="${address}">${list.title} (${rows.length})</a></h2>
    ${rows.length > 0 && tableView(desk, describe, { columns: list.columns, rows: shown })}
    ${rows.length > shown.length && html`<a class="all" href="${address}">View All</a>`}
  </section>`
}

/** A related list on a page of its own. */
export function relatedPage(desk: Desk, id: string, list: RelatedList): Child {
  const describe = desk.describe(list.object)
  if (!describe) return null
  return html`<article class="card list">
    <h1>${list.title}</h1>
    ${tableView(desk, describe, { columns: list.columns, rows: rowsOf(desk, id, list) })}
  </article>`
}

function rowsOf(desk: Desk, id: string, list: RelatedList) {
  const order = list.order === undefined ? '' : `ORDER BY ${list.order}`
  return read(desk, list.object, {
    fields: list.columns,
    where: `${list.lookup} = '${id}'`,
    rest: `${order} LIMIT 200`,
  })
}
