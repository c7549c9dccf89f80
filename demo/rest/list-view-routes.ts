import { visibleObjects } from '../org/definition-rows.ts'
import { toLongId } from '../org/ids.ts'
import { listsOf } from '../org/list-rows.ts'
import { fromDateTime, isDate } from '../records/datetime.ts'
import { notFound } from '../records/refusal.ts'
import { textOf } from '../records/text.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import { runQuery } from '../soql/query.ts'
import type { Row } from '../soql/source.ts'
import { listColumnsOf, type ListView } from '../standard/list-views.ts'
import {
  accessFor,
  describeFor,
  ok,
  sourceFor,
  type Call,
  type Caller,
  type Reply,
} from './call.ts'
import { byMethod } from './row-routes.ts'

/** One list, its id and where it stands. */
interface Listed {
  readonly describe: ObjectDescribe
  readonly view: ListView
  readonly id: string
  readonly url: string
}

/**
 * `/sobjects/X/listviews`: the lists there are.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-listviews.html
 */
export function listViews(call: Call): Reply {
  const listviews = listedOf(call).map(basics)
  return byMethod(call, {
    GET: () => ok({ done: true, listviews, nextRecordsUrl: null, size: listviews.length }),
  })
}

/** `/sobjects/X/listviews/<id>`: one of them, by its id or name. */
export function listView(call: Call): Reply {
  return byMethod(call, { GET: () => ok(basics(listed(call))) })
}

/**
 * `/sobjects/X/listviews/<id>/describe`: its columns and its query.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-listviewdescribe.html
 */
export function listViewDescribe(call: Call): Reply {
  const one = listed(call)
  const { id, describe } = one
  const orderBy = [
    { fieldNameOrPath: 'LastModifiedDate', nullsPosition: 'last', sortDirection: 'descending' },
  ]
  const said = { id: id.slice(0, 15), columns: columnsOf(describe), orderBy, query: queryOf(one) }
  return byMethod(call, { GET: () => ok({ ...said, scope: null, sobjectType: describe.name }) })
}

/**
 * `/sobjects/X/listviews/<id>/results`: what is in it, as texts, in the recorded shape.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-listviewresults.html
 */
export function listViewResults(call: Call): Reply {
  const one = listed(call)
  const columns = columnsOf(one.describe)
  const rows = runQuery(queryOf(one), sourceFor(call.caller)).records
  const [offset, limit] = [numberOf(call, 'offset', 0), numberOf(call, 'limit', 25)]
  const shown = rows.slice(offset, offset + Math.min(limit, 2000))
  const records = shown.map((row) => ({
    columns: columns.map(({ fieldNameOrPath }) => ({
      fieldNameOrPath,
      value: written(valueAt(row, fieldNameOrPath)),
    })),
  }))
  const { name, title } = one.view
  const said = { columns, developerName: name, done: true, id: one.id.slice(0, 15), label: title }
  return byMethod(call, { GET: () => ok({ ...said, records, size: records.length }) })
}

/** The query of a list that the caller may see, by its id. */
export function queryOfList({ caller }: Call, id: string): string | undefined {
  return visibleObjects(caller.org.state, accessFor(caller))
    .filter((describe) => describe['layoutable'] === true)
    .flatMap((describe) => listsIn(caller, describe))
    .filter((one) => one.id === toLongId(id))
    .map(queryOf)[0]
}

function listedOf({ caller, path }: Call): readonly Listed[] {
  const describe = describeFor(accessFor(caller), path[1] ?? '')
  if (describe['layoutable'] !== true) throw notFound()
  return listsIn(caller, describe)
}

function listsIn(caller: Caller, describe: ObjectDescribe): readonly Listed[] {
  const base = `/services/data/v${caller.version}/sobjects/${describe.name}/listviews`
  return listsOf(caller.org.state, describe, caller.userId).map(({ view, id }) => ({
    describe,
    view,
    id,
    url: `${base}/${id}`,
  }))
}

function listed(call: Call): Listed {
  const asked = call.path[3] ?? ''
  const one = listedOf(call).find(({ id, view }) => id === toLongId(asked) || view.name === asked)
  if (!one) throw notFound()
  return one
}

const basics = ({ view, id, url }: Listed) => ({
  describeUrl: `${url}/describe`,
  developerName: view.name,
  id,
  label: view.title,
  resultsUrl: `${url}/results`,
  soqlCompatible: true,
  url,
})

/** What every list reads and none shows. */
const HIDDEN = ['Id', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'] as const

const queryOf = ({ describe, view }: Listed): string =>
  `SELECT ${columnsOf(describe)
    .map(({ selectListItem }) => selectListItem)
    .join(
      ', ',
    )} FROM ${describe.name} WHERE ${view.where} ORDER BY LastModifiedDate DESC NULLS LAST`

function columnsOf(describe: ObjectDescribe) {
  const shown = listColumnsOf(describe).flatMap((name) => fieldOf(describe, name) ?? [])
  const hidden = HIDDEN.flatMap((name) => fieldOf(describe, name) ?? [])
  return [
    ...shown.map((field) => columnOf(field, false)),
    ...hidden.filter((field) => !shown.includes(field)).map((field) => columnOf(field, true)),
  ]
}

function columnOf(field: FieldDescribe, hidden: boolean) {
  const { type, label, sortable } = field
  const path = hidden ? field.name : pathOf(field)
  const isSorting = field.name === 'LastModifiedDate'
  const [ascendingLabel, descendingLabel] = hidden ? [null, null] : directions(type)
  return {
    ascendingLabel,
    descendingLabel,
    fieldNameOrPath: path,
    hidden,
    label,
    selectListItem: type === 'picklist' ? `toLabel(${path})` : path,
    sortDirection: isSorting ? 'descending' : null,
    sortIndex: isSorting ? 0 : null,
    sortable: sortable && !hidden,
    type: path === field.name ? type : 'string',
  }
}

/** A lookup is shown as what its record is called, a user by the alias. */
function pathOf({ name, type, relationshipName, referenceTo }: FieldDescribe): string {
  if (type !== 'reference' || relationshipName === null) return name
  return `${relationshipName}.${referenceTo[0] === 'User' ? 'Alias' : 'Name'}`
}

const NUMBERS: ReadonlySet<string> = new Set(['phone', 'int', 'double', 'currency', 'percent'])

/** As recorded, the other way round than one would think. */
function directions(type: string): readonly [string, string] {
  if (type === 'picklist') return ['Low to High', 'High to Low']
  return NUMBERS.has(type) ? ['9-0', '0-9'] : ['Z-A', 'A-Z']
}

function valueAt(row: Row, path: string): unknown {
  const [first = '', second] = path.split('.')
  const value = row[first]
  if (second === undefined) return value
  return typeof value === 'object' && value !== null ? Reflect.get(value, second) : null
}

/** Values are texts, moments as Java writes them. */
function written(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = textOf(value)
  const instant = isDate(text) ? new Date(`${text}T00:00:00Z`) : fromDateTime(text)
  if (!instant) return text
  const [day, date, month, year, time] = instant.toUTCString().replace(',', '').split(' ')
  return `${day} ${month} ${date} ${time} GMT ${year}`
}

function numberOf({ query }: Call, name: string, otherwise: number): number {
  const given = query.get(name) ?? ''
  return /^\d+$/.test(given) ? Number(given) : otherwise
}
