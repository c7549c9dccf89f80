import * as z from 'zod/mini'
import type { Comment } from '#lib/handoff/comment.ts'
import type { Commitment } from '#lib/handoff/commitment.ts'
import { eventKinds } from '#lib/handoff/event.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { type LoggedEvent, loggedEventSchema } from '#lib/handoff/logged-event.ts'
import { milestoneIn } from '#lib/handoff/milestone-tasks.ts'
import { isReminder } from '#lib/handoff/reminder.ts'
import type { HandoffTask } from '#lib/handoff/transition.ts'
import type { Shapes } from './describe.ts'
import { commentKinds, commitmentStates, keyOf } from './handoff-values.ts'
import { type Names, parentOf } from './names.ts'
import {
  childrenAt,
  dayAt,
  idAt,
  instantAt,
  isTrueAt,
  numberAt,
  personAt,
  type SalesforceRecord,
  textAt,
} from './record.ts'
import { field, fields, fragment } from './soql.ts'
import { storedValue } from './stored-value.ts'

type Fragment = ReturnType<typeof fragment>

/**
 * The subqueries that read a handoff's comments, log and promises along with it, so that they cost no call
 * of their own. Relationships and columns that this user does not have are left out once they are described.
 */
export function childQueries(names: Names, shapes: Shapes): readonly Fragment[] {
  const { events, comments, commitments } = names.handoff.children
  const { event, comment, commitment } = names
  const all = [
    { child: comments, ...comment, people: [comment.fields.author, comment.fields.resolvedBy] },
    { child: events, ...event, people: [event.fields.actor] },
    { child: commitments, ...commitment, people: [] },
  ]
  const present = shapes[names.handoff.object]?.children
  const has = (child: string) => present === undefined || present.includes(child)
  const children = all
    .filter(({ child }) => has(child))
    .map(({ child, object, fields: own, people }) => {
      const shape = shapes[object]
      const sees = (name: string) => shape === undefined || name in shape.fields
      const plain = Object.values(own).filter((name) => name !== own.handoff && sees(name))
      const called = people.filter(sees).map((lookup) => `${parentOf(lookup)}.Name`)
      const stamps = child === commitments ? ['LastModifiedDate'] : []
      const columns = fields(['Id', 'CreatedDate', ...stamps, ...plain, ...called])
      return fragment`(SELECT ${columns} FROM ${field(child)} ORDER BY CreatedDate ASC, Id ASC LIMIT 500)`
    })
  return has('Tasks') ? [...children, taskQuery] : children
}

/** All standard fields, because nobody has described tasks: one that this user may not see is simply missing. */
const taskQuery = fragment`(SELECT FIELDS(STANDARD), Owner.Name FROM Tasks
  ORDER BY CreatedDate ASC, Id ASC LIMIT 200)`

/** What the subqueries have read; a relationship that was not asked for is absent. */
export function readChildren(
  names: Names,
  record: SalesforceRecord,
): Pick<Handoff, 'comments' | 'events' | 'commitments' | 'tasks'> {
  const { events, comments, commitments } = names.handoff.children
  const read = <Child>(
    relationship: string,
    one: (names: Names, row: SalesforceRecord) => Child | null,
    inOrder = (rows: readonly SalesforceRecord[]) => rows,
  ) => inOrder(childrenAt(record, relationship)).flatMap((row) => one(names, row) ?? [])
  return {
    ...(comments in record ? { comments: read(comments, commentIn) } : {}),
    ...(events in record ? { events: read(events, eventIn) } : {}),
    ...(commitments in record
      ? { commitments: read(commitments, commitmentIn, inPlace(names)) }
      : {}),
    ...('Tasks' in record ? { tasks: read('Tasks', taskIn) } : {}),
  }
}

/** Promises in the order of the packet; those without a place come last, as they were made. */
function inPlace({ commitment }: Names) {
  const placeOf = (row: SalesforceRecord) =>
    numberAt(row, commitment.fields.position) ?? Number.MAX_VALUE
  return (rows: readonly SalesforceRecord[]) => rows.toSorted((a, b) => placeOf(a) - placeOf(b))
}

const orNull = (text: string): string | null => (text === '' ? null : text)

function commentIn({ comment: { fields: own } }: Names, row: SalesforceRecord): Comment | null {
  const writtenAt = instantAt(row, 'CreatedDate')
  if (writtenAt === null) return null
  return {
    id: idAt(row, 'Id'),
    kind: keyOf(commentKinds, textAt(row, own.kind)) ?? 'comment',
    question: orNull(textAt(row, own.questionKey)),
    section: orNull(textAt(row, own.sectionKey)),
    body: textAt(row, own.body),
    author: personAt(row, own.author, parentOf(own.author)),
    writtenAt,
    dueAt: instantAt(row, own.dueAt),
    resolvedAt: instantAt(row, own.resolvedAt),
    resolvedBy: personAt(row, own.resolvedBy, parentOf(own.resolvedBy)),
    inReplyTo: orNull(idAt(row, own.inReplyTo)),
  }
}

const kindSchema = z.enum(eventKinds)
const { details: detailsSchema } = loggedEventSchema.shape

/** Entries of a kind that a newer version has added are not shown. */
function eventIn({ event: { fields: own } }: Names, row: SalesforceRecord): LoggedEvent | null {
  const kind = kindSchema.safeParse(textAt(row, own.kind))
  const at = instantAt(row, own.happenedAt) ?? instantAt(row, 'CreatedDate')
  if (!kind.success || at === null) return null
  return {
    id: idAt(row, 'Id'),
    kind: kind.data,
    actor: personAt(row, own.actor, parentOf(own.actor)),
    at,
    details: storedValue(detailsSchema, textAt(row, own.details)) ?? {},
  }
}

/** A task whose day may not be seen says nothing of its step's day: it counts as one that is out of sight. */
function taskIn(_: Names, row: SalesforceRecord): HandoffTask | null {
  if (!('ActivityDate' in row)) return null
  return {
    id: idAt(row, 'Id'),
    milestone: milestoneIn(textAt(row, 'Description')),
    ...(isReminder(textAt(row, 'Description')) ? { reminds: true } : {}),
    subject: textAt(row, 'Subject'),
    day: dayAt(row, 'ActivityDate'),
    isClosed: isTrueAt(row, 'IsClosed'),
    owner: personAt(row, 'OwnerId', 'Owner'),
  }
}

function commitmentIn({ commitment: { fields: own } }: Names, row: SalesforceRecord): Commitment {
  const modifiedAt = instantAt(row, 'LastModifiedDate')
  return {
    id: idAt(row, 'Id'),
    key: textAt(row, own.clientKey),
    words: textAt(row, own.words),
    toWhom: textAt(row, own.toWhom),
    byWhom: textAt(row, own.byWhom),
    due: textAt(row, own.due),
    source: textAt(row, own.source),
    notInContract: textAt(row, own.inContract) === 'No',
    stretch: isTrueAt(row, own.stretch),
    state: keyOf(commitmentStates, textAt(row, own.state)) ?? 'open',
    note: textAt(row, own.stateNote),
    surprise: isTrueAt(row, own.surprise),
    ...(modifiedAt === null ? {} : { modifiedAt }),
  }
}
