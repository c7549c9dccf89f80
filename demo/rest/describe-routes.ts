import { accessFor, describeFor, ok, type Call, type Caller, type Reply } from './call.ts'
import { changeHeaders, checkUnmodified, notModified } from './conditional.ts'
import { byMethod } from './row-routes.ts'
import { recentItems } from './recent-routes.ts'
import { objectRow } from './row-routes.ts'
import type { ObjectDescribe } from '../schema/describe.ts'

/** The keys of an object in describeGlobal, as recorded; the rest only a full describe has. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'actionOverrides',
  'childRelationships',
  'compactLayoutable',
  'defaultImplementation',
  'extendedBy',
  'extendsInterfaces',
  'fields',
  'implementedBy',
  'implementsInterfaces',
  'listviewable',
  'lookupLayoutable',
  'namedLayoutInfos',
  'networkScopeFieldName',
  'recordTypeInfos',
  'searchLayoutable',
  'sobjectDescribeOption',
  'supportedScopes',
])

/** `/sobjects`: every object the caller may see. */
export function describeGlobal(call: Call): Reply {
  const changedAt = call.caller.org.state.schemaChangedAt()
  checkUnmodified(call, changedAt)
  if (notModified(call, changedAt)) return { status: 304, headers: changeHeaders(changedAt) }
  const access = accessFor(call.caller)
  const sobjects = call.caller.org.state.schema
    .objects()
    .flatMap(({ name }) => access.describe(name) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((describe) => summary(describe, call.caller))
  const body = { encoding: 'UTF-8', maxBatchSize: 200, sobjects }
  return { status: 200, headers: changeHeaders(changedAt), body }
}

/** `/sobjects/X`: describe in short with GET, create with POST. */
export function objectResource(call: Call): Reply {
  return byMethod(call, {
    GET: () => {
      const describe = describeFor(accessFor(call.caller), call.path[1] ?? '')
      return ok({
        objectDescribe: summary(describe, call.caller),
        recentItems: recentItems(call, [describe]),
      })
    },
    POST: () => objectRow(call),
  })
}

/** `/sobjects/X/describe`: everything about one object. */
export function describeObject(call: Call): Reply {
  const describe = describeFor(accessFor(call.caller), call.path[1] ?? '')
  const changedAt = call.caller.org.state.schemaChangedAt()
  checkUnmodified(call, changedAt)
  if (notModified(call, changedAt)) return { status: 304, headers: changeHeaders(changedAt) }
  const body = { ...describe, urls: addressed(describe, call.caller) }
  return { status: 200, headers: changeHeaders(changedAt), body }
}

/** Addresses of a describe that describeGlobal leaves out, as recorded. */
const FULL_ONLY = /^(?:ui[A-Z]|defaultValues$|eventSeriesUpdates$)/

function summary(describe: ObjectDescribe, caller: Caller) {
  const kept = Object.entries(describe).filter(([key]) => !LEFT_OUT.has(key))
  const addresses = Object.entries(addressed(describe, caller))
  return {
    associateEntityType: null,
    associateParentEntity: null,
    ...Object.fromEntries(kept),
    urls: Object.fromEntries(addresses.filter(([key]) => !FULL_ONLY.test(key))),
  }
}

/** The recordings and the built-in describes leave version and host open. */
function addressed(describe: ObjectDescribe, { org, version }: Caller): Record<string, string> {
  const urls = describe['urls']
  const entries = typeof urls === 'object' && urls !== null ? Object.entries(urls) : []
  return Object.fromEntries(
    entries.map(([key, url]) => [
      key,
      String(url)
        .replace(/\/v(?:xx|\d+)\.\d\//i, `/v${version}/`)
        .replace('orgname.my.salesforce.com', org.hosts.my),
    ]),
  )
}
