import type { Handoff } from '#lib/handoff/handoff.ts'
import { goneWords } from './overtaken.ts'
import type { Shapes } from './describe.ts'
import { readWholeHandoff, wholeHandoff } from './handoff-record.ts'
import type { Names } from './names.ts'
import { rowsFor } from './rows-for.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { field, soql } from './soql.ts'

interface Sought {
  readonly names: Names
  readonly shapes: Shapes
  readonly id: string
}

/** One handoff with everything in it. Throws `not-now` when there is none that the user may see. */
export async function readHandoffById(
  user: SignedIn,
  { names, shapes, id }: Sought,
): Promise<Handoff> {
  const { object } = names.handoff
  const columns = wholeHandoff(names, shapes)
  const query = soql`SELECT ${columns} FROM ${field(object)} WHERE Id = ${id}`
  const [row] = await rowsFor(user, query)
  const handoff = row && readWholeHandoff(names, row)
  if (!handoff) throw new SalesforceError('not-now', goneWords)
  return handoff
}
