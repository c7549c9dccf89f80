import { notFound, refuseCall } from '../records/refusal.ts'
import { decoded } from './address.ts'
import { ok, type Call, type Caller, type Reply } from './call.ts'
import { collections, retrieveCollection } from './collections.ts'
import { batch } from './batch.ts'
import {
  chatterUser,
  comments,
  feedElements,
  likes,
  oneComment,
  oneFeedElement,
} from './chatter-routes.ts'
import { composite } from './composite.ts'
import { companyFeed, newsFeed, profileFeed, recordFeed } from './feed-routes.ts'
import { mentionCompletions, mentionValidations } from './mention-routes.ts'
import { connectOrganization } from './connect-organization.ts'
import { describeGlobal, describeObject, objectResource } from './describe-routes.ts'
import { graphs } from './graph.ts'
import {
  approvalLayouts,
  compactLayouts,
  compactLayoutsOf,
  layoutOfType,
  layouts,
} from './layout-routes.ts'
import { listView, listViewDescribe, listViewResults, listViews } from './list-view-routes.ts'
import { below, limits, recordCount, resources } from './org-routes.ts'
import { query, queryAll, queryMore } from './query-routes.ts'
import {
  quickAction,
  quickActionDefaults,
  quickActionDescribe,
  quickActionList,
} from './quick-action-routes.ts'
import { deletedRows, recentRows, updatedRows } from './recent-routes.ts'
import { belowObject } from './related-routes.ts'
import { byMethod, recordRow } from './row-routes.ts'
import { searchLayouts, searchScope } from './search-layout-routes.ts'
import { tabs, theme } from './tab-routes.ts'
import { toolingQuery } from './tooling-routes.ts'
import { tree } from './tree.ts'
import { uiBatchOf, uiObjects } from './ui-api-batch.ts'
import { uiRecord, uiRecords } from './ui-api-records.ts'
import { uiObjectInfo, uiPicklist, uiPicklists } from './ui-api-routes.ts'
import { OLDEST_VERSION } from './versions.ts'
import { upsertCollection } from './upsert-collection.ts'
import { LAST_WITH_FORMAT } from './xml-answer.ts'
import { parameterizedSearch, search, searchSuggestions } from './search-routes.ts'

/** A request as it reaches the REST API, over the network or within a composite. */
interface Request {
  readonly method: string
  readonly url: URL
  readonly header: (name: string) => string | undefined
  readonly body: unknown
}

/** Answers one request for a caller; refusals are thrown. */
export type Dispatch = (caller: Caller, request: Request) => Reply

type Handler = (call: Call, dispatch: Dispatch) => Reply

const get =
  (handler: Handler): Handler =>
  (call, passOn) =>
    byMethod(call, { GET: () => handler(call, passOn) })

const post =
  (handler: Handler): Handler =>
  (call, passOn) =>
    byMethod(call, { POST: () => handler(call, passOn) })

/** Several records of one object: read by their ids, upserted by their key. */
const collectionOf: Handler = (call) =>
  byMethod(call, {
    GET: () => retrieveCollection(call),
    POST: () => retrieveCollection(call),
    PATCH: () => upsertCollection(call),
  })

/** Several requests in one, or where the others of the kind are. */
const compositeResource: Handler = (call, passOn) =>
  byMethod(call, {
    GET: () => below(call, ['tree', 'batch', 'sobjects', 'graph']),
    POST: () => composite(call, passOn),
  })

/** Where what is below an address is. */
const directory = (...names: readonly string[]) => get((call) => below(call, names))

const upsertsOf: Handler = (call) => byMethod(call, { PATCH: () => upsertCollection(call) })

/** Paths behind the version; `*` stands for one segment, `**` for all that follow. */
const table: readonly (readonly [string, Handler])[] = [
  ['', get(resources)],
  ['sobjects', get(describeGlobal)],
  ['sobjects/*', objectResource],
  ['sobjects/*/describe', get(describeObject)],
  ['sobjects/*/describe/layouts', layouts],
  ['sobjects/*/describe/layouts/*', layoutOfType],
  ['sobjects/*/describe/compactLayouts', compactLayouts],
  ['sobjects/*/describe/approvalLayouts', approvalLayouts],
  ['sobjects/*/quickActions', quickActionList],
  ['sobjects/*/quickActions/*', quickAction],
  ['sobjects/*/quickActions/*/describe', quickActionDescribe],
  ['sobjects/*/quickActions/*/defaultValues', quickActionDefaults],
  ['sobjects/*/quickActions/*/defaultValues/*', quickActionDefaults],
  ['sobjects/*/listviews', listViews],
  ['sobjects/*/listviews/*', listView],
  ['sobjects/*/listviews/*/describe', listViewDescribe],
  ['sobjects/*/listviews/*/results', listViewResults],
  ['sobjects/*/updated', updatedRows],
  ['sobjects/*/deleted', deletedRows],
  ['sobjects/*/*', recordRow],
  ['sobjects/*/*/**', belowObject],
  ['query', query],
  ['queryAll', queryAll],
  ['query/*', queryMore],
  ['queryAll/*', queryMore],
  ['tooling', directory('query')],
  ['tooling/query', toolingQuery],
  ['search', search],
  ['search/suggestions', searchSuggestions],
  ['search/scopeOrder', searchScope],
  ['search/layout', searchLayouts],
  ['parameterizedSearch', parameterizedSearch],
  ['chatter', directory('comments', 'feed-elements', 'feeds', 'mentions', 'users')],
  ['chatter/feed-elements', feedElements],
  ['chatter/feed-elements/*', oneFeedElement],
  ['chatter/feed-elements/*/capabilities/chatter-likes/items', likes],
  ['chatter/feed-elements/*/capabilities/comments/items', comments],
  ['chatter/comments/*', oneComment],
  ['chatter/feeds/company/feed-elements', companyFeed],
  ['chatter/feeds/news/*/feed-elements', newsFeed],
  ['chatter/feeds/record/*/feed-elements', recordFeed],
  ['chatter/feeds/user-profile/*/feed-elements', profileFeed],
  ['chatter/mentions/completions', mentionCompletions],
  ['chatter/mentions/validations', mentionValidations],
  ['chatter/users/*', chatterUser],
  ['connect', directory('batch', 'organization')],
  ['connect/batch', post(batch)],
  ['connect/organization', connectOrganization],
  ['ui-api/records', uiRecords],
  ['ui-api/records/*', uiRecord],
  ['ui-api/records/batch/*', uiBatchOf(uiRecord)],
  ['ui-api/object-info', uiObjects],
  ['ui-api/object-info/*', uiObjectInfo],
  ['ui-api/object-info/batch/*', uiBatchOf(uiObjectInfo)],
  ['ui-api/object-info/*/picklist-values/*', uiPicklists],
  ['ui-api/object-info/*/picklist-values/*/*', uiPicklist],
  ['compactLayouts', compactLayoutsOf],
  ['quickActions', quickActionList],
  ['quickActions/*', quickAction],
  ['quickActions/*/describe', quickActionDescribe],
  ['quickActions/*/defaultValues', quickActionDefaults],
  ['quickActions/*/defaultValues/*', quickActionDefaults],
  ['tabs', tabs],
  ['theme', theme],
  ['metadata', directory('deployRequest')],
  ['process', directory('approvals', 'rules')],
  ['process/approvals', get(() => ok({ approvals: {} }))],
  ['process/rules', get(() => ok({ rules: {} }))],
  ['recent', recentRows],
  ['limits', get(limits)],
  ['limits/recordCount', get(recordCount)],
  ['composite', compositeResource],
  ['composite/graph', post(graphs)],
  ['composite/batch', post(batch)],
  ['composite/tree/*', post(tree)],
  ['composite/sobjects', collections],
  ['composite/sobjects/*', collectionOf],
  ['composite/sobjects/*/*', upsertsOf],
]

/** Finds who answers a request and lets him. */
export const dispatch: Dispatch = (caller, { method, url, header, body }) => {
  const [, , , version = '', ...rest] = url.pathname.split('/')
  const path = withoutFormat(version, rest.filter((segment) => segment !== '').map(decoded))
  const handler = table.find(([pattern]) => matches(pattern, path))?.[1]
  checkVersion(caller, version)
  if (!handler) throw notFound()
  const call: Call = {
    caller: { ...caller, version: version.slice(1) },
    method,
    path,
    query: url.searchParams,
    header,
    body,
  }
  return handler(call, dispatch)
}

/**
 * Up to version 57 an address may end in `.json` or `.xml`; a key of a record may so in any.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/intro-rest-architecture.html
 */
function withoutFormat(version: string, path: readonly string[]): readonly string[] {
  const isKey = path.length > 3 && path[0]?.toLowerCase() === 'sobjects'
  if (isKey || Number(version.slice(1)) > LAST_WITH_FORMAT) return path
  return path.map((segment, at) =>
    at < path.length - 1 ? segment : segment.replace(/\.(?:json|xml)$/i, ''),
  )
}

/** Versions from 31.0 to the org's newest are served; older ones have been retired. */
function checkVersion({ org }: Caller, segment: string): void {
  const version = Number(/^v(\d+\.\d)$/.exec(segment)?.[1] ?? Number.NaN)
  if (Number.isNaN(version) || version > Number(org.state.file.apiVersion)) throw notFound()
  if (version >= OLDEST_VERSION) return
  throw refuseCall(410, 'UNSUPPORTED_API_VERSION', 'This API version has been retired')
}

function matches(pattern: string, path: readonly string[]): boolean {
  const wanted = pattern.split('/').filter((segment) => segment !== '')
  const open = wanted.at(-1) === '**'
  const fixed = open ? wanted.slice(0, -1) : wanted
  if (open ? path.length <= fixed.length : path.length !== fixed.length) return false
  return fixed.every(
    (segment, at) => segment === '*' || segment.toLowerCase() === path[at]?.toLowerCase(),
  )
}
