import { composite, type Replies } from './composite.ts'
import { describeId, describeParts } from './describe-parts.ts'
import { type Shape, shapeOf, type Shapes } from './describe.ts'
import { type Names, namespaceOf } from './names.ts'
import { setsPart } from './permission-sets.ts'
import { rowsOf, textAt } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

type Caller = Pick<SignedIn, 'connection' | 'version'>

/** Throws what keeps a user from reading handoffs at all. */
export async function refuseWithout(user: Caller, names: Names, shapes: Shapes): Promise<void> {
  const known = shapes[names.handoff.object]
  const shape = known && !isForeign(known, names) ? known : await handoffShape(user, names)
  const hidden = hiddenIn(shape, names)
  if (hidden.length === 0) return
  // No words of ours: what is said of this trouble is said as Salesforce's.
  throw new SalesforceError('no-permission', '', {
    fields: hidden.map((name) => `${names.handoff.object}.${name}`),
  })
}

/** Whether an object only has the name of ours: an org may have had a `Handoff__c` before. */
export function isForeign(shape: Shape, names: Names): boolean {
  return hiddenIn(shape, names).length === neededFields(names).length
}

const hiddenIn = (shape: Shape, names: Names) =>
  neededFields(names).filter((name) => !(name in shape.fields))

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

/**
 * The shape of the handoff's object, in one call. Throws what keeps the user from it: Salesforce answers alike
 * when an object does not exist and when the user may not see it; the permission sets tell which of the two it is.
 */
export async function handoffShape({ connection, version }: Caller, names: Names): Promise<Shape> {
  const { object } = names.handoff
  const parts = [...describeParts([object], []), setsPart]
  const replies = await composite(connection, parts, { allOrNone: false, version })
  const described = replies.get(describeId(object))
  const shape = shapeOf(described?.body)
  if (shape && !isForeign(shape, names)) return shape
  // Only an object that does not exist is "not found"; any other refusal says nothing of the installation.
  if (described?.error && described.error.kind !== 'record-gone') throw described.error
  // Not everybody may read permission sets; then nothing speaks for a deployment.
  throw absence(names, replies)
}

/** Why the handoff's object is not there, as the permission sets among the replies tell. */
export function absence(names: Names, replies: Replies): SalesforceError {
  const { object } = names.handoff
  const sets = rowsOf(replies.get(setsPart.id)?.body)
  // The empty one is none.
  const namespaces = sets.map((row) => textAt(row, 'NamespacePrefix'))
  if (namespaces.includes(namespaceOf(names))) return new SalesforceError('no-permission', '')
  const fields = [object, names.event.object]
  return new SalesforceError('not-installed', object, { fields, namespace: namespaces[0] })
}
