import type { Part, Replies } from './composite.ts'
import { type RememberedShape, type Shape, shapeOf, type Shapes } from './describe.ts'
import type { Names } from './names.ts'

/** The objects whose shape a context depends on. */
export function describedObjects(names: Names): readonly string[] {
  return [
    'Opportunity',
    'Account',
    'Contract',
    'OpportunityContactRole',
    'Contact',
    names.handoff.object,
    names.event.object,
    names.comment.object,
    names.commitment.object,
  ]
}

/** The id of the part that describes an object. */
export const describeId = (object: string) => `describe_${object}`

/** Asks for each object's shape, or for "unchanged" when it is remembered. */
export function describeParts(
  objects: readonly string[],
  remembered: readonly RememberedShape[],
): readonly Part[] {
  return objects.map((object) => {
    const since = remembered.find((each) => each.object === object)?.lastModified ?? ''
    return {
      id: describeId(object),
      method: 'GET',
      path: `/sobjects/${object}/describe`,
      ...(since === '' ? {} : { headers: { 'If-Modified-Since': since } }),
    }
  })
}

/** The shapes as they are now: newly read ones, and remembered ones that Salesforce called unchanged. */
export function shapesAfter(
  objects: readonly string[],
  remembered: readonly RememberedShape[],
  replies: Replies,
): readonly RememberedShape[] {
  return objects.flatMap((object) => {
    const reply = replies.get(describeId(object))
    const known = remembered.find((each) => each.object === object)
    if (reply?.status === 304) return known ?? []
    const shape = shapeOf(reply?.body) ?? hiddenIn(object, replies)
    return shape ? { object, lastModified: reply?.headers['last-modified'] ?? '', shape } : []
  })
}

const ofCustomers: ReadonlySet<string> = new Set(['Opportunity', 'Account', 'Contact'])

/** A standard object that this user may not see at all: nothing of it can be asked for. */
export function hiddenIn(object: string, replies: Replies): Shape | null {
  const { error } = replies.get(describeId(object)) ?? {}
  if (error?.kind !== 'record-gone' || !ofCustomers.has(object)) return null
  return { object, label: object, createable: false, updateable: false, fields: {}, children: [] }
}

/** The shapes among the replies, by object; one that is absent or hidden has none. */
export function shapesIn(objects: readonly string[], replies: Replies): Record<string, Shape> {
  return Object.fromEntries(
    objects.flatMap((object) => {
      const shape = shapeOf(replies.get(describeId(object))?.body)
      return shape ? [[object, shape] as const] : []
    }),
  )
}

/** Remembered shapes by object. */
export function byObject(remembered: readonly RememberedShape[]): Shapes {
  return Object.fromEntries(remembered.map(({ object, shape }) => [object, shape]))
}
