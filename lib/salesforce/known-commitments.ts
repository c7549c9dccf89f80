import type { Plan } from '#lib/handoff/plan.ts'
import { queryPart } from './context-parts.ts'
import type { Names } from './names.ts'
import { rowsOf, textAt } from './record.ts'
import type { SignedIn } from './signed-in.ts'
import { field, soql } from './soql.ts'

/** Which promises of a handoff Salesforce has already; asked only when the handoff is sent again. */
export async function commitmentKeys(
  { connection }: SignedIn,
  names: Names,
  { handoffId, commitments }: Plan,
): Promise<ReadonlySet<string>> {
  if (handoffId === null || commitments.length === 0) return new Set()
  const { object, fields } = names.commitment
  const query = soql`SELECT ${field(fields.clientKey)} FROM ${field(object)}
    WHERE ${field(fields.handoff)} = ${handoffId}`
  const { path } = queryPart('keys', query)
  const rows = rowsOf(await connection.call({ method: 'GET', path }))
  return new Set(rows.map((row) => textAt(row, fields.clientKey)))
}
