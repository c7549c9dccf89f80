import type { RecycleBin } from '../access/access.ts'
import { isId } from '../org/ids.ts'
import { refuseCall } from '../records/refusal.ts'
import { explainQuery } from '../soql/explain.ts'
import { batchSizeOf } from '../soql/paging.ts'
import { runQuery } from '../soql/query.ts'
import { queryColumns } from '../soql/query-columns.ts'
import { queryOfList } from './list-view-routes.ts'
import { ok, sourceFor, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

/** `/query?q=…`: the first page of an answer; `/query?explain=…`: how the query would be run. */
export function query(call: Call): Reply {
  const explained = call.query.get('explain')
  return byMethod(call, {
    GET: () => (explained === null ? firstPage(call, 'left-out') : plans(call, explained)),
  })
}

/** A list is explained by its query; there are no reports here. */
function plans(call: Call, explained: string): Reply {
  const sourceQuery = isId(explained) ? queryOfList(call, explained) : explained
  if (sourceQuery === undefined) throw refuseCall(400, 'INVALID_ID', `invalid ID: ${explained}`)
  return ok({ plans: explainQuery(sourceQuery, sourceFor(call.caller)), sourceQuery })
}

/** `/queryAll?q=…`: the same with what is in the recycle bin. */
export function queryAll(call: Call): Reply {
  return byMethod(call, { GET: () => firstPage(call, 'included') })
}

function firstPage(call: Call, bin: RecycleBin): Reply {
  const text = call.query.get('q')
  if (!text) {
    throw refuseCall(400, 'MALFORMED_QUERY', 'A query string has to be specified')
  }
  const source = sourceFor(call.caller, bin)
  if (call.query.get('columns') === 'true') return ok(queryColumns(text, source))
  const answer = runQuery(text, source)
  const batchSize = batchSizeOf(call.header('Sforce-Query-Options'))
  return ok(call.caller.org.cursors.open(answer, { ...pageRequest(call), batchSize }))
}

/** `/query/<locator>`: a further page. */
export function queryMore(call: Call): Reply {
  const { cursors } = call.caller.org
  const next = (): Reply => ok(cursors.next(call.path[1] ?? '', pageRequest(call)))
  return byMethod(call, { GET: next })
}

function pageRequest({ caller }: Call) {
  return { userId: caller.userId, apiVersion: caller.version }
}
