import type { Connection } from './connection.ts'
import { queryPart } from './context-parts.ts'
import type { Shapes } from './describe.ts'
import type { Names } from './names.ts'
import { permissionSets } from './org-facts.ts'
import { rowsOf } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import { soql } from './soql.ts'

/**
 * What keeps a user from reading handoffs at all, or null. Salesforce answers alike when an object does
 * not exist and when the user may not see it; the permission sets tell which of the two it is.
 */
export async function missingIn(
  connection: Connection,
  names: Names,
  shapes: Shapes,
): Promise<SalesforceError | null> {
  const shape = shapes[names.handoff.object]
  if (!shape) return absent(connection, names)
  const hidden = neededFields(names).filter((name) => !(name in shape.fields))
  if (hidden.length === 0) return null
  // No words of ours: what is said of this trouble is said as Salesforce's.
  return new SalesforceError('no-permission', '', {
    fields: hidden.map((name) => `${names.handoff.object}.${name}`),
  })
}

/** Without these a handoff can neither be found nor written. */
function neededFields({ handoff: { fields } }: Names): readonly string[] {
  return [
    fields.clientKey,
    fields.status,
    fields.opportunity,
    fields.outgoingOwner,
    fields.incomingOwner,
    fields.payload,
  ]
}

async function absent(connection: Connection, names: Names): Promise<SalesforceError> {
  const { object } = names.handoff
  return (await isDeployed(connection))
    ? new SalesforceError('no-permission', '')
    : new SalesforceError('not-installed', object, { fields: [object, names.event.object] })
}

async function isDeployed(connection: Connection): Promise<boolean> {
  const query = soql`SELECT Id FROM PermissionSet WHERE Name IN ${permissionSets} LIMIT 1`
  const { path } = queryPart('sets', query)
  try {
    return rowsOf(await connection.call({ method: 'GET', path })).length > 0
  } catch (error) {
    // Not everybody may read permission sets; then nothing speaks for a deployment.
    if (error instanceof SalesforceError && error.kind === 'rejected') return false
    throw error
  }
}
