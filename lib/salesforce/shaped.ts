import { shapeOf, type Shape, type Shapes } from './describe.ts'
import type { Names } from './names.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

/** What was read, and the shape of the handoff's object when it had to be asked for. */
export interface Shaped<Read> {
  readonly read: Read
  readonly shape: Shape | null
}

/**
 * Reads with the columns that are known or hoped to be there. When Salesforce knows better, the object is
 * described and what is really there is asked for.
 */
export async function shaped<Read>(
  user: SignedIn,
  { names, shapes }: { readonly names: Names; readonly shapes: Shapes },
  read: (shapes: Shapes) => Promise<Read>,
): Promise<Shaped<Read>> {
  try {
    return { read: await read(shapes), shape: null }
  } catch (error) {
    if (!isWrongQuestion(error)) throw error
    const shape = await described(user, names)
    return { read: await read({ ...shapes, [shape.object]: shape }), shape }
  }
}

function isWrongQuestion(error: unknown): error is SalesforceError {
  if (!(error instanceof SalesforceError)) return false
  return error.code === 'INVALID_FIELD' || error.code === 'INVALID_TYPE'
}

/** The shape of the handoff's object. One that is not there is Salesforce's way to say that nothing is installed. */
async function described({ connection }: SignedIn, names: Names): Promise<Shape> {
  const { object } = names.handoff
  const path = `/sobjects/${object}/describe`
  const answer = await connection.call({ method: 'GET', path }).catch((error: unknown) => {
    if (error instanceof SalesforceError && error.kind === 'record-gone') return null
    throw error
  })
  const shape = shapeOf(answer)
  if (shape) return shape
  throw new SalesforceError('not-installed', object, { fields: [object] })
}
