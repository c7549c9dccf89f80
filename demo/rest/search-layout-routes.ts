import type { ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import { searchedByDefault } from '../sosl/search.ts'
import { listColumnsOf } from '../standard/list-views.ts'
import { ok, sourceFor, type Call, type Reply } from './call.ts'
import { namedObjects } from './named-objects.ts'
import { byMethod } from './row-routes.ts'

/**
 * `/search/scopeOrder`: the objects that are searched where a search names none.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/dome-retrieve-search-scope-order.html
 */
export function searchScope(call: Call): Reply {
  const { caller } = call
  const base = `/services/data/v${caller.version}/sobjects`
  const searched = searchedByDefault(sourceFor(caller))
  const order = searched.map((type) => ({ type, url: `${base}/${type}/describe` }))
  return byMethod(call, { GET: () => ok(order) })
}

const ROWS = 25

/**
 * `/search/layout?q=X,Y`: what is shown of records that were found.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/dome-retrieve-search-layouts.html
 */
export function searchLayouts(call: Call): Reply {
  const laidOut = () =>
    namedObjects(call).map((describe) => ({
      label: 'Search Results',
      limitRows: ROWS,
      objectType: describe.name,
      searchColumns: listColumnsOf(describe).flatMap((name) => columnOf(describe, name)),
    }))
  return byMethod(call, { GET: () => ok(laidOut()) })
}

function columnOf(describe: ObjectDescribe, name: string) {
  const field = fieldOf(describe, name)
  if (!field) return []
  const { label, relationshipName, referenceTo, type } = field
  const [parent] = referenceTo
  const isParent = relationshipName !== null && parent !== undefined
  return [
    {
      field: isParent ? `${parent}.Name` : `${describe.name}.${field.name}`,
      format: type === 'date' || type === 'datetime' ? type : null,
      label: label.replace(/ ID$/, ''),
      name: isParent ? `${relationshipName}.Name` : field.name,
    },
  ]
}
