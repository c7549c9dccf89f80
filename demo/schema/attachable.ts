import type { ObjectDescribe } from './describe.ts'
import type { ChildNames, Schema } from './schema.ts'

/** What can be attached to records of many objects: the lookup, and what the parent calls them. */
const ACTIVITIES = [
  ['Task', 'WhatId', 'Tasks'],
  ['Event', 'WhatId', 'Events'],
  ['EmailMessage', 'RelatedToId', 'Emails'],
] as const
const FILES = [
  ['ContentDocumentLink', 'LinkedEntityId', 'ContentDocumentLinks'],
  ['ContentVersion', 'FirstPublishLocationId', null],
] as const
const NOTES = [
  ['Note', 'ParentId', 'Notes'],
  ['Attachment', 'ParentId', 'Attachments'],
] as const
const FEEDS = [
  ['FeedItem', 'ParentId', null],
  ['EntitySubscription', 'ParentId', 'FeedSubscriptionsForEntity'],
] as const

/** What an object allows to be attached to its records. */
export interface Attachable {
  readonly activities: boolean
  readonly feeds: boolean
}

/** Lets tasks, files, notes and posts be attached to records of an object. */
export function makeAttachable(schema: Schema, name: string, allowed: Attachable): void {
  const links = [
    ...(allowed.activities ? ACTIVITIES : []),
    ...(allowed.feeds ? FEEDS : []),
    ...FILES,
    ...NOTES,
  ]
  for (const [child, lookup, childName] of links) {
    const describe = schema.object(child)
    if (!describe) continue
    const names: ChildNames = childName === null ? {} : { [lookup]: childName }
    schema.put(widened(describe, lookup, name), names)
  }
}

/** What a saved describe says of itself: a child of that name on the lookup of that object. */
export function attachableOf({ childRelationships, feedEnabled }: ObjectDescribe): Attachable {
  const activities = childRelationships.some(
    ({ childSObject, field }) => childSObject === 'Task' && field === 'WhatId',
  )
  return { activities, feeds: feedEnabled === true }
}

function widened(describe: ObjectDescribe, lookup: string, name: string): ObjectDescribe {
  const fields = describe.fields.map((field) => {
    if (field.name !== lookup || field.referenceTo.includes(name)) return field
    return Object.assign({}, field, { referenceTo: [...field.referenceTo, name] })
  })
  return { ...describe, fields }
}
