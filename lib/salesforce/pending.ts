import { doneFor } from '#lib/handoff/inbox.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Status } from '#lib/handoff/handoff.ts'
import { allRows } from './all-rows.ts'
import { queryPart } from './context-parts.ts'
import type { Shape, Shapes } from './describe.ts'
import { isVisible } from './handoff-record.ts'
import { statusValues } from './handoff-values.ts'
import { itemColumns, readItem, senderBoss } from './inbox-row.ts'
import { type Names, parentOf } from './names.ts'
import { shaped } from './shaped.ts'
import type { SignedIn } from './signed-in.ts'
import { field, fragment, instant, soql } from './soql.ts'

/** What an inbox is read with. */
export interface PendingRequest {
  readonly names: Names
  readonly shapes: Shapes
  /** ISO 8601. */
  readonly now: string
}

/** An inbox's handoffs, and the shapes of the objects that had to be described for them. */
export interface Pending {
  readonly items: readonly InboxItem[]
  readonly described: readonly Shape[]
}

const waiting: readonly Status[] = ['submitted', 'clarification']
const running: readonly Status[] = [...waiting, 'declined', 'accepted', 'in-transition']
const over: readonly Status[] = ['completed', 'cancelled']

/** Everything that concerns this user, in one query; a refused column costs a describe and a second try. */
export async function readPending(user: SignedIn, request: PendingRequest): Promise<Pending> {
  const { read: items, described } = await shaped(user, request, (shapes) =>
    asked(user, { ...request, shapes }),
  )
  return { items, described }
}

async function asked({ identity, connection }: SignedIn, request: PendingRequest) {
  const { path } = queryPart('pending', pendingQuery(identity.userId, request))
  const rows = await allRows(connection, path)
  return rows.flatMap((record) => readItem(request.names, record) ?? [])
}

const valuesOf = (statuses: readonly Status[]) => statuses.map((status) => statusValues[status])

function pendingQuery(me: string, { names, shapes, now }: PendingRequest): string {
  const { object, fields: own } = names.handoff
  const status = field(own.status)
  const since = instant(new Date(Date.parse(now) - doneFor).toISOString())
  return soql`SELECT ${itemColumns(names, shapes)} FROM ${field(object)}
    WHERE ((${field(own.incomingOwner)} = ${me} OR ${field(own.outgoingOwner)} = ${me})
      AND (${status} IN ${valuesOf(running)}
        OR (${status} IN ${valuesOf(over)} AND LastModifiedDate >= ${since})))
    OR (${status} IN ${valuesOf(waiting)} AND ${field(own.decisionDueAt)} < ${instant(now)}
      AND ${answersFor(me, { names, shapes })})
    ${owedTo(me, { names, shapes })}
    OR (${status} = ${statusValues.declined} AND LastModifiedDate >= ${since}
      AND ${answersFor(me, { names, shapes }, senderBoss(names))})
    ORDER BY ${field(own.decisionDueAt)} ASC NULLS LAST LIMIT 5000`
}

const accepted: readonly Status[] = ['accepted', 'in-transition']

/** Handoffs of which the same manager has to hear that the customer waits, or the deal for its new owner. */
function owedTo(me: string, { names, shapes }: Answering) {
  const { object, fields: own } = names.handoff
  const { firstCustomerContactAt: contact, effectiveDate: day } = own
  const shape = shapes[object]
  if (shape && !(contact in shape.fields && day in shape.fields)) return fragment``
  return fragment`OR (${field(own.status)} IN ${valuesOf(accepted)}
      AND (${field(contact)} = ${null} OR ${field(day)} <= TODAY)
      AND ${answersFor(me, { names, shapes })})`
}

type Answering = Pick<PendingRequest, 'names' | 'shapes'>

const recipientBoss = ({ handoff }: Names) => `${parentOf(handoff.fields.incomingOwner)}.ManagerId`

/** Handoffs of which this user has to hear as the manager named or, where none is, as the recipient's or sender's own. */
function answersFor(me: string, { names, shapes }: Answering, whose = recipientBoss(names)) {
  const { object, fields: own } = names.handoff
  const boss = field(whose)
  const shape = shapes[object]
  const tells = isVisible(shapes['User'], 'ManagerId')
  if (!isVisible(shape, own.manager))
    return tells ? fragment`${boss} = ${me}` : fragment`Id = ${null}`
  const named = field(own.manager)
  if (!tells) return fragment`${named} = ${me}`
  return fragment`(${named} = ${me} OR (${named} = ${null} AND ${boss} = ${me}))`
}
