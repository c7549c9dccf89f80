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
 * described and what is really there is asked for.
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
    return { read: await read({ ...shapes, ...anew }), described: Object.values(anew) }
  }
}

function isWrongQuestion(error: unknown): error is SalesforceError {
  if (!(error instanceof SalesforceError)) return false
  return error.code === 'INVALID_FIELD' || error.code === 'INVALID_TYPE'
}
