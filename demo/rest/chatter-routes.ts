import * as z from 'zod'
import { feedComment, feedElement, SEGMENTS } from '../chatter/feed-element.ts'
import { person } from '../chatter/person.ts'
import { keptSegments, messageSchema, plainText } from '../chatter/segments.ts'
import { toLongId } from '../org/ids.ts'
import { insertRecord } from '../records/insert.ts'
import { refuseCall } from '../records/refusal.ts'
import { existingRow } from '../records/update.ts'
import type { Row } from '../soql/source.ts'
import { placeIn } from './place-in.ts'
import { describeFor, ok, writerFor, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

const postSchema = z.looseObject({
  body: messageSchema,
  feedElementType: z.literal('FeedItem').default('FeedItem'),
  subjectId: z.string(),
})
const commentSchema = z.looseObject({ body: messageSchema })

/** `/chatter/feed-elements`: posts to a record, a user or "me". */
export function feedElements(call: Call): Reply {
  refuseWithoutChatter(call)
  return byMethod(call, {
    POST: () => {
      const { body, subjectId } = parsed(postSchema, 'feed element', call.body)
      const ParentId = subjectId === 'me' ? call.caller.userId : toLongId(subjectId)
      const row = post(call, 'FeedItem', { values: { ParentId }, textField: 'Body', body })
      return { status: 201, body: feedElement(call.caller, row) }
    },
  })
}

/** `/chatter/feed-elements/<id>`: one post with its comments. */
export function oneFeedElement(call: Call): Reply {
  refuseWithoutChatter(call)
  return byMethod(call, { GET: () => ok(feedElement(call.caller, feedItem(call))) })
}

/** `/chatter/feed-elements/<id>/capabilities/comments/items`: comments on a post. */
export function comments(call: Call): Reply {
  refuseWithoutChatter(call)
  const item = feedItem(call)
  const { caller } = call
  return byMethod(call, {
    GET: () => ok(feedElement(caller, item).capabilities.comments.page),
    POST: () => {
      const { body } = parsed(commentSchema, 'comment', call.body)
      const values = { FeedItemId: item['Id'] }
      const row = post(call, 'FeedComment', { values, textField: 'CommentBody', body })
      return { status: 201, body: feedComment(caller, row, item['ParentId']) }
    },
  })
}

/** `/chatter/users/<id or me>`: a user in short. */
export function chatterUser(call: Call): Reply {
  refuseWithoutChatter(call)
  const asked = call.path[2] ?? ''
  const id = asked === 'me' ? call.caller.userId : toLongId(asked)
  const writer = writerFor(call)
  existingRow(writer, describeFor(writer.access, 'User'), id)
  return byMethod(call, { GET: () => ok(person(call.caller, id)) })
}

interface Post {
  readonly values: Row
  readonly textField: 'Body' | 'CommentBody'
  readonly body: z.infer<typeof messageSchema>
}

function post(call: Call, objectName: string, { values, textField, body }: Post): Row {
  const writer = writerFor(call)
  const { store } = writer.state
  const segments = keptSegments(writer.state, body.messageSegments)
  const described = describeFor(writer.access, objectName)
  return store.transaction(() => {
    const id = insertRecord(writer, described, { ...values, [textField]: plainText(segments) })
    const row = { ...store.table(objectName).get(id), [SEGMENTS]: segments }
    store.put(objectName, row)
    return row
  })
}

function feedItem(call: Call): Row {
  const writer = writerFor(call)
  return existingRow(writer, describeFor(writer.access, 'FeedItem'), toLongId(call.path[2] ?? ''))
}

function parsed<Value>(schema: z.ZodType<Value>, what: string, body: unknown): Value {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw refuseCall(400, 'JSON_PARSER_ERROR', `Unable to read the ${what}${placeIn(result.error)}`)
}

/** An org without Chatter has none of its resources. */
export function refuseWithoutChatter({ caller }: Call): void {
  if (caller.org.state.file.switches.chatter) return
  const message = 'This feature is not currently enabled for this user type or org: [Chatter]'
  throw refuseCall(403, 'FUNCTIONALITY_NOT_ENABLED', message)
}
