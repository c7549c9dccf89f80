import type { Plan } from '#lib/handoff/plan.ts'
import type { Names } from './names.ts'
import { textAt } from './record.ts'
import { rowsFor } from './rows-for.ts'
import type { SignedIn } from './signed-in.ts'
import { field, soql } from './soql.ts'

/** Which promises of a handoff Salesforce has already; asked only when the handoff is sent again. */
export async function commitmentKeys(
  user: SignedIn,
  names: Names,
  { handoffId, commitments }: Plan,
): Promise<ReadonlySet<string>> {
  if (handoffId === null || commitments.length === 0) return new Set()
  const { object, fields } = names.commitment
  const query = soql`SELECT ${field(fields.clientKey)} FROM ${field(object)}
    WHERE ${field(fields.handoff)} = ${handoffId}`
  const rows = await rowsFor(user, query)
  return new Set(rows.map((row) => textAt(row, fields.clientKey)))
}
