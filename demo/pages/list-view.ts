import { read, type Desk } from './desk.ts'
import { objectIcon } from './icons.ts'
import { listColumnsOf, listViewsOf } from '../standard/list-views.ts'
import { html, type Markup } from './markup.ts'
import { tableView } from './table-view.ts'

const SHOWN = 200

/** A list of an object's records, the one that `filterName` names; undefined when it is hidden. */
export function listView(desk: Desk, objectName: string, filterName: string): Markup | undefined {
  const describe = desk.describe(objectName)
  if (!describe) return undefined
  const filters = listViewsOf(describe, desk.user.id)
  const filter = filters.find(({ name }) => name === filterName) ?? filters[0]
  const columns = listColumnsOf(describe)
  const rows = read(desk, describe.name, {
    fields: columns,
    where: filter?.where ?? 'Id != null',
    rest: `ORDER BY LastModifiedDate DESC LIMIT ${SHOWN}`,
  })
  return html`<article class="card list">
    <div class="title">
      ${objectIcon(describe.name)}
      <div>
        <p>${describe.labelPlural}</p>
        <h1>${filter?.title}</h1>
      </div>
    </div>
    <p>${rows.length} items · Sorted by Last Modified</p>
    <p class="filters">
      ${filters.map(
        ({ name, title }) =>
          html`<a href="/lightning/o/${describe.name}/list?filterName=${name}">${title}</a>`,
      )}
    </p>
    ${tableView(desk, describe, { columns, rows })}
  </article>`
}
