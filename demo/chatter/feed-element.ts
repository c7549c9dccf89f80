import { accessOf } from '../access/access.ts'
import { reaches } from '../access/levels.ts'
import type { Caller } from '../rest/call.ts'
import type { Row } from '../soql/source.ts'
import { person } from './person.ts'
import { plainText, type KeptSegment } from './segments.ts'

/** Where a row keeps the pieces of its body: describes do not know it, so queries never see it. */
export const SEGMENTS = 'messageSegments'

/** A post as Connect REST answers it, with its comments. */
export function feedElement(caller: Caller, row: Row) {
  const { org, version } = caller
  const base = `/services/data/v${version}/chatter`
  const url = `${base}/feed-elements/${String(row['Id'])}`
  const comments = org.state.store.table('FeedComment').where('FeedItemId', String(row['Id']))
  const kept = comments.filter((comment) => comment['IsDeleted'] !== true)
  const items = kept.map((comment) => feedComment(caller, comment, row['ParentId']))
  return {
    actor: person(caller, row['CreatedById']),
    body: body(caller, row, row['ParentId']),
    capabilities: {
      chatterLikes: {
        isLikedByCurrentUser: false,
        page: { ...page(`${url}/capabilities/chatter-likes/items`, []), total: 0 },
      },
      comments: {
        page: { ...page(`${url}/capabilities/comments/items`, items), total: items.length },
      },
    },
    clientInfo: null,
    createdDate: row['CreatedDate'],
    event: false,
    feedElementType: 'FeedItem',
    hasVerifiedComment: false,
    id: row['Id'],
    isDeleteRestricted: false,
    isSharable: true,
    modifiedDate: row['LastModifiedDate'],
    originalFeedItem: null,
    originalFeedItemActor: null,
    parent: parent(caller, row['ParentId']),
    relativeCreatedDate: 'Just now',
    type: row['Type'],
    url,
    visibility: row['Visibility'],
  }
}

/** A comment as Connect REST answers it. */
export function feedComment(caller: Caller, row: Row, aboutId: unknown) {
  const base = `/services/data/v${caller.version}/chatter`
  const feedElementId = String(row['FeedItemId'])
  return {
    body: body(caller, row, aboutId),
    capabilities: {},
    clientInfo: null,
    createdDate: row['CreatedDate'],
    feedElement: { id: feedElementId, url: `${base}/feed-elements/${feedElementId}` },
    id: row['Id'],
    isDeleteRestricted: false,
    parent: parent(caller, aboutId),
    relativeCreatedDate: 'Just now',
    type: 'TextComment',
    url: `${base}/comments/${String(row['Id'])}`,
    user: person(caller, row['CreatedById']),
  }
}

/** One page of a Connect REST list; the demo's lists fit one. */
export function page(url: string, items: readonly unknown[]) {
  return {
    currentPageToken: null,
    currentPageUrl: url,
    items,
    nextPageToken: null,
    nextPageUrl: null,
  }
}

function parent({ org, version }: Caller, id: unknown) {
  const type = org.state.schema.objectOfPrefix(String(id).slice(0, 3)) ?? 'Record'
  const row = org.state.store.table(type).get(String(id))
  return {
    id,
    name: row?.['Name'] ?? null,
    type,
    url: `/services/data/v${version}/chatter/records/${String(id)}`,
  }
}

function body(caller: Caller, row: Row, aboutId: unknown) {
  const written = row['Body'] ?? row['CommentBody']
  const text = typeof written === 'string' ? written : ''
  const kept: readonly KeptSegment[] = Array.isArray(row[SEGMENTS]) ? row[SEGMENTS] : []
  // Whoever edits a post as a record leaves no segments of the new text.
  const segments = plainText(kept) === text ? kept : [{ type: 'Text', text }]
  return {
    isRichText: row['IsRichText'] === true,
    messageSegments: segments.map((segment) => answered(caller, segment, aboutId)),
    text,
  }
}

/** A mention says whether the one mentioned may see what the post is about. */
function answered(caller: Caller, { userId, ...segment }: KeptSegment, aboutId: unknown) {
  if (userId === undefined) return segment
  const user = person(caller, userId)
  return { ...segment, accessible: maySee(caller, userId, String(aboutId)), record: user, user }
}

/** Whether a post mentions somebody. */
export function isMentioned(row: Row, userId: string): boolean {
  const kept = row[SEGMENTS]
  const segments: readonly KeptSegment[] = Array.isArray(kept) ? kept : []
  return segments.some((segment) => segment.userId === userId)
}

/** Whether somebody may see what a post is about. */
export function maySee({ org }: Caller, userId: string, recordId: string): boolean {
  const type = org.state.schema.objectOfPrefix(recordId.slice(0, 3)) ?? ''
  const row = org.state.store.table(type).get(recordId)
  return row !== undefined && reaches(accessOf(org.state, userId).level(type, row), 'Read')
}
