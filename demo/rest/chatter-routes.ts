import * as z from 'zod'
import { feedComment, feedElement, SEGMENTS } from '../chatter/feed-element.ts'
import { person } from '../chatter/person.ts'
import { keptSegments, messageSchema, plainText } from '../chatter/segments.ts'
import { toLongId } from '../org/ids.ts'
import { insertRecord } from '../records/insert.ts'
import { refuseCall } from '../records/refusal.ts'
import { deleteRecord } from '../records/remove.ts'
import { existingRow, updateRecord } from '../records/update.ts'
import type { Writer } from '../records/writer.ts'
import type { Row } from '../soql/source.ts'
import { placeIn } from './place-in.ts'
import { describeFor, ok, writerFor, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

const postSchema = z.looseObject({
  body: messageSchema,
  feedElementType: z.literal('FeedItem').default('FeedItem'),
  subjectId: z.string(),
})
const messageOnlySchema = z.looseObject({ body: messageSchema })

/** `/chatter/feed-elements`: posts to a record, a user or "me". */
export function feedElements(call: Call): Reply {
  refuseWithoutChatter(call)
  return byMethod(call, {
    POST: () => {
      const { body, subjectId } = parsed(postSchema, 'feed element', call.body ?? inAddress(call))
      const ParentId = subjectId === 'me' ? call.caller.userId : toLongId(subjectId)
      const row = post(call, 'FeedItem', { values: { ParentId }, body })
      return { status: 201, body: feedElement(call.caller, row) }
    },
  })
}

/** A post of a text alone may stand in the address. */
function inAddress({ query }: Call): Row {
  const messageSegments = [{ type: 'Text', text: query.get('text') }]
  return { subjectId: query.get('subjectId'), body: { messageSegments } }
}

/** `/chatter/feed-elements/<id>`: one post with its comments. */
export function oneFeedElement(call: Call): Reply {
  refuseWithoutChatter(call)
  const item = feedItem(call)
  return byMethod(call, {
    GET: () => ok(feedElement(call.caller, item)),
    PATCH: () => {
      const { body } = parsed(messageOnlySchema, 'feed element', call.body)
      return ok(feedElement(call.caller, edit(call, 'FeedItem', { row: item, body })))
    },
    DELETE: () => remove(call, 'FeedItem', item),
  })
}

/** `/chatter/comments/<id>`: one comment. */
export function oneComment(call: Call): Reply {
  refuseWithoutChatter(call)
  const row = rowNamed(call, 'FeedComment')
  const told = (comment: Row) => ok(feedComment(call.caller, comment, row['ParentId']))
  return byMethod(call, {
    GET: () => told(row),
    PATCH: () => {
      const { body } = parsed(messageOnlySchema, 'comment', call.body)
      return told(edit(call, 'FeedComment', { row, body }))
    },
    DELETE: () => remove(call, 'FeedComment', row),
  })
}

/** `/chatter/feed-elements/<id>/capabilities/chatter-likes/items`: who likes a post; nobody does here. */
export function likes(call: Call): Reply {
  refuseWithoutChatter(call)
  const { chatterLikes } = feedElement(call.caller, feedItem(call)).capabilities
  return byMethod(call, { GET: () => ok(chatterLikes.page) })
}

/** `/chatter/feed-elements/<id>/capabilities/comments/items`: comments on a post. */
export function comments(call: Call): Reply {
  refuseWithoutChatter(call)
  const item = feedItem(call)
  const { caller } = call
  return byMethod(call, {
    GET: () => ok(feedElement(caller, item).capabilities.comments.page),
    POST: () => {
      const { body } = parsed(messageOnlySchema, 'comment', call.body)
      const values = { FeedItemId: item['Id'] }
      const row = post(call, 'FeedComment', { values, body })
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

type Message = z.infer<typeof messageSchema>
type Kind = keyof typeof TEXT_FIELDS

const TEXT_FIELDS = { FeedItem: 'Body', FeedComment: 'CommentBody' } as const

function post(call: Call, kind: Kind, { values, body }: { values: Row; body: Message }): Row {
  const described = describeFor(writerFor(call).access, kind)
  return written(call, kind, {
    body,
    save: (writer, text) => insertRecord(writer, described, { ...values, ...text }),
  })
}

function edit(call: Call, kind: Kind, { row, body }: { row: Row; body: Message }): Row {
  const described = describeFor(writerFor(call).access, kind)
  const id = String(row['Id'])
  return written(call, kind, {
    body,
    save: (writer, input) => {
      updateRecord(writer, described, { id, input })
      return id
    },
  })
}

interface Writing {
  readonly body: Message
  readonly save: (writer: Writer, text: Row) => string
}

/** Saves a text, and beside it the pieces that it was given in. */
function written(call: Call, kind: Kind, { body, save }: Writing): Row {
  const writer = writerFor(call)
  const { store } = writer.state
  const segments = keptSegments(writer.state, body.messageSegments)
  return store.transaction(() => {
    const id = save(writer, { [TEXT_FIELDS[kind]]: plainText(segments) })
    const row = { ...store.table(kind).get(id), [SEGMENTS]: segments }
    store.put(kind, row)
    return row
  })
}

function remove(call: Call, kind: Kind, row: Row): Reply {
  const writer = writerFor(call)
  deleteRecord(writer, describeFor(writer.access, kind), String(row['Id']))
  return { status: 204 }
}

const feedItem = (call: Call): Row => rowNamed(call, 'FeedItem')

function rowNamed(call: Call, kind: Kind): Row {
  const writer = writerFor(call)
  return existingRow(writer, describeFor(writer.access, kind), toLongId(call.path[2] ?? ''))
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
