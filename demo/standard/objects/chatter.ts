import { field, lookup, picklist, readOnly } from '../../schema/field.ts'
import { auditFields, identityFields, object } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }
const ONCE = { updateable: false }
const FED = ['Account', 'Case', 'Contact', 'Lead', 'Opportunity', 'User']

const feedItem: StandardObject = {
  needs: 'chatter',
  describe: object({
    name: 'FeedItem',
    keyPrefix: '0D5',
    flags: { searchable: true },
    fields: [
      ...identityFields('Feed Item'),
      lookup('ParentId', FED, { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      picklist(
        'Type',
        ['*TextPost', 'LinkPost', 'ContentPost', 'TrackedChange', 'CreateRecordEvent'],
        {
          ...ONCE,
          defaultedOnCreate: true,
        },
      ),
      ...auditFields(),
      readOnly('CommentCount', 'int', REQUIRED),
      readOnly('LikeCount', 'int', REQUIRED),
      field('Title', 'string'),
      field('Body', 'textarea', { length: 10_000 }),
      field('LinkUrl', 'url', { length: 1000 }),
      field('IsRichText', 'boolean', ONCE),
      lookup('RelatedRecordId', ['ContentVersion'], { ...ONCE, relationshipName: null }),
      lookup('InsertedById', ['User'], { createable: false, updateable: false }),
      picklist('Visibility', ['AllUsers', '*InternalUsers'], { defaultedOnCreate: true }),
      readOnly('Status', 'picklist', { length: 40 }),
    ],
  }),
}

const feedComment: StandardObject = {
  needs: 'chatter',
  children: { FeedItemId: 'FeedComments' },
  describe: object({
    name: 'FeedComment',
    keyPrefix: '0D7',
    fields: [
      ...identityFields('Feed Comment'),
      lookup('FeedItemId', ['FeedItem'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      lookup('ParentId', FED, { createable: false, updateable: false }),
      ...auditFields(),
      field('CommentBody', 'textarea', { ...REQUIRED, length: 10_000 }),
      field('IsRichText', 'boolean', ONCE),
      readOnly('CommentType', 'picklist', { length: 40 }),
    ],
  }),
}

const entitySubscription: StandardObject = {
  needs: 'chatter',
  children: { ParentId: 'FeedSubscriptionsForEntity', SubscriberId: 'FeedSubscriptions' },
  describe: object({
    name: 'EntitySubscription',
    keyPrefix: '0E8',
    flags: { updateable: false },
    fields: [
      ...identityFields('Entity Subscription'),
      lookup('ParentId', FED, { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      lookup('SubscriberId', ['User'], { ...REQUIRED, ...ONCE }),
      ...auditFields().slice(0, 2),
    ],
  }),
}

/** Feeds; present only when Chatter is on. */
export const chatter: readonly StandardObject[] = [feedItem, feedComment, entitySubscription]
