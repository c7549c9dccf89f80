import { composite, type Replies } from './composite.ts'
import { describeId, describeParts, hiddenIn, shapesIn } from './describe-parts.ts'
import type { Shape, Shapes } from './describe.ts'
import { type Names, namespaceOf } from './names.ts'
import { setsPart } from './permission-sets.ts'
import { rowsOf, textAt } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

type Caller = Pick<SignedIn, 'connection' | 'version'>

/** Throws what keeps a user from reading handoffs at all. */
export async function refuseWithout(user: Caller, names: Names, shapes: Shapes): Promise<void> {
  const shape = ownShape(shapes, names) ?? (await describedAnew(user, names)).shape
  const hidden = neededFields(names).filter((name) => !(name in shape.fields))
  if (hidden.length === 0) return
  // No words of ours: what is said of this trouble is said as Salesforce's.
  throw new SalesforceError('no-permission', '', {
    fields: hidden.map((name) => `${names.handoff.object}.${name}`),
  })
}

/**
 * The shape of our handoff's object; none where an object only has its name: an org may have had a `Handoff__c`
 * before. Ours has fields that nobody else has or, while these are hidden from a user, its log below it.
 */
export function ownShape(shapes: Shapes, { handoff }: Names): Shape | undefined {
  const { [handoff.object]: shape } = shapes
  const { clientKey, payload } = handoff.fields
  const isOwn =
    shape &&
    (clientKey in shape.fields ||
      payload in shape.fields ||
      shape.children.includes(handoff.children.events))
  return isOwn ? shape : undefined
}

/** What has our handoff's name in the org and is another's; null without such an object. */
export function takenIn({ shapes }: { readonly shapes: Shapes }, names: Names): string | null {
  const { object } = names.handoff
  return shapes[object] && !ownShape(shapes, names) ? object : null
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

/**
 * The shapes of the handoff's object, its log's and comments', the opportunity's, the account's and the user's, in one
 * call. Throws what keeps the user from it: Salesforce answers alike when an object does not exist and when the user may not see it; the permission sets tell which of the two it is.
 */
export async function describedAnew({ connection, version }: Caller, names: Names) {
  const customers = [names.opportunity.object, 'Account']
  const { handoff, event, comment } = names
  const objects = [handoff.object, event.object, comment.object, 'User', ...customers]
  const parts = [...describeParts(objects, []), setsPart]
  const replies = await composite(connection, parts, { allOrNone: false, version })
  const hidden = customers.flatMap((object) => hiddenIn(object, replies) ?? [])
  const shapes: Shapes = {
    ...shapesIn(objects, replies),
    ...Object.fromEntries(hidden.map((shape) => [shape.object, shape])),
  }
  const shape = ownShape(shapes, names)
  if (shape) return { shape, shapes }
  // Only an object that does not exist is "not found"; any other refusal says nothing of the installation.
  const refusal = replies.get(describeId(names.handoff.object))?.error
  if (refusal && refusal.kind !== 'record-gone') throw refusal
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
