import type { ObjectDescribe } from '../schema/describe.ts'
import { nameField, read, type Desk } from './desk.ts'
import { objectIcon } from './icons.ts'
import { layouts } from './layouts.ts'
import { html, type Markup } from './markup.ts'
import { tableView } from './table-view.ts'

interface Filter {
  readonly name: string
  readonly title: string
  readonly where: string
}

const SHOWN = 200

/** A list of an object's records, the one that `filterName` names; undefined when it is hidden. */
export function listView(desk: Desk, objectName: string, filterName: string): Markup | undefined {
  const describe = desk.describe(objectName)
  if (!describe) return undefined
  const filters = filtersOf(desk, describe)
  const filter = filters.find(({ name }) => name === filterName) ?? filters[0]
  const columns = columnsOf(describe)
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

function columnsOf(describe: ObjectDescribe): readonly string[] {
  const extra = describe.name === 'Opportunity' ? ['StageName'] : []
  const highlights = layouts[describe.name]?.highlights ?? plainColumns(describe)
  return [...new Set([nameField(describe), ...extra, ...highlights])]
}

function plainColumns(describe: ObjectDescribe): readonly string[] {
  const hidden = new Set(['Id', 'IsDeleted', 'SystemModstamp'])
  return describe.fields
    .filter(({ name, type }) => !hidden.has(name) && type !== 'textarea' && type !== 'address')
    .map(({ name }) => name)
    .slice(0, 6)
}

function filtersOf(desk: Desk, describe: ObjectDescribe): readonly Filter[] {
  const { labelPlural, name } = describe
  const has = (field: string) => describe.fields.some((one) => one.name === field)
  return [
    { name: 'Recent', title: 'Recently Viewed', where: 'Id != null' },
    { name: `All${name}`, title: `All ${labelPlural}`, where: 'Id != null' },
    ...(has('OwnerId')
      ? [{ name: `My${name}`, title: `My ${labelPlural}`, where: `OwnerId = '${desk.user.id}'` }]
      : []),
    ...(has('CloseDate')
      ? [{ name: 'ClosingThisMonth', title: 'Closing This Month', where: 'CloseDate = THIS_MONTH' }]
      : []),
    ...(has('IsWon') ? [{ name: 'Won', title: 'Won', where: 'IsWon = true' }] : []),
  ]
}
