import { refuseCall } from '../records/refusal.ts'
import { queryColumns } from '../soql/query-columns.ts'
import { runQuery } from '../soql/query.ts'
import type { Source } from '../soql/source.ts'
import { ok, sourceFor, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

/**
 * What the Tooling API knows of what there is here; records of people's work it does not.
 * https://developer.salesforce.com/docs/platform/api-tooling/references/tooling-objects
 */
const KNOWN: ReadonlySet<string> = new Set(
  [
    'EntityDefinition',
    'FieldDefinition',
    'Group',
    'Organization',
    'PermissionSet',
    'PermissionSetAssignment',
    'Profile',
    'RecordType',
    'StaticResource',
    'User',
    'UserRole',
  ].map((name) => name.toLowerCase()),
)

/** `/tooling/query?q=…`, in the recorded shape. */
export function toolingQuery(call: Call): Reply {
  return byMethod(call, {
    GET: () => {
      const text = call.query.get('q')
      if (!text) throw refuseCall(400, 'MALFORMED_QUERY', 'A query string has to be specified')
      const source = toolingSource(call)
      const columns = queryColumns(text, source)
      if (call.query.get('columns') === 'true') return ok(columns)
      const { totalSize, records } = runQuery(text, source)
      const { entityName: entityTypeName } = columns
      const page = { size: records.length, totalSize, done: true, queryLocator: null }
      return ok({ ...page, entityTypeName, records })
    },
  })
}

function toolingSource({ caller }: Call): Source {
  const source = sourceFor(caller)
  const describe: Source['describe'] = (name) =>
    KNOWN.has(name.toLowerCase()) ? source.describe(name) : undefined
  return { ...source, describe, resource: 'tooling/' }
}
