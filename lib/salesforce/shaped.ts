import type { Shape, Shapes } from './describe.ts'
import { describedAnew } from './installation.ts'
import type { Names } from './names.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

/** What was read, and the shapes of the objects that had to be described for it. */
export interface Shaped<Read> {
  readonly read: Read
  readonly described: readonly Shape[]
}

/**
 * Reads with the columns that are known or hoped to be there. When Salesforce knows better, the objects are
 * described and what is really there is asked for. A column without which there is no asking is named.
 */
export async function shaped<Read>(
  user: SignedIn,
  { names, shapes }: { readonly names: Names; readonly shapes: Shapes },
  read: (shapes: Shapes) => Promise<Read>,
): Promise<Shaped<Read>> {
  try {
    return { read: await read(shapes), described: [] }
  } catch (error) {
    if (!isWrongQuestion(error)) throw error
    const { shapes: anew } = await describedAnew(user, names)
    const answer = read({ ...shapes, ...anew }).catch((refused: unknown) => {
      throw namingColumn(refused, names)
    })
    return { read: await answer, described: Object.values(anew) }
  }
}

function isWrongQuestion(error: unknown): error is SalesforceError {
  if (!(error instanceof SalesforceError)) return false
  return error.code === 'INVALID_FIELD' || error.code === 'INVALID_TYPE'
}

/** A refused query is repeated in Salesforce's words, which say nothing to who has written none. */
function namingColumn(error: unknown, { handoff }: Names): unknown {
  if (!isWrongQuestion(error)) return error
  const [, column, object] = /No such column '(\w+)' on entity '(\w+)'/.exec(error.message) ?? []
  const [, lookup] = /understand relationship '(\w+)__r'/.exec(error.message) ?? []
  const field = column ? `${object}.${column}` : lookup && `${handoff.object}.${lookup}__c`
  return field ? new SalesforceError('no-permission', '', { fields: [field], cause: error }) : error
}
