import { doneFor } from '#lib/handoff/inbox.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Status } from '#lib/handoff/handoff.ts'
import { allRows } from './all-rows.ts'
import { queryPart } from './context-parts.ts'
import { shapeOf, type Shape, type Shapes } from './describe.ts'
import { statusValues } from './handoff-values.ts'
import { itemColumns, readItem } from './inbox-row.ts'
import { type Names, parentOf } from './names.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { field, fragment, instant, soql } from './soql.ts'

/** What an inbox is read with. */
export interface PendingRequest {
  readonly names: Names
  readonly shapes: Shapes
  /** ISO 8601. */
  readonly now: string
}

/** An inbox's handoffs, and the shape of their object when it had to be asked for. */
export interface Pending {
  readonly items: readonly InboxItem[]
  readonly shape: Shape | null
}

const waiting: readonly Status[] = ['submitted', 'clarification']
const running: readonly Status[] = [...waiting, 'declined', 'accepted', 'in-transition']
const over: readonly Status[] = ['completed', 'cancelled']

/** Everything that concerns this user, in one query; a refused column costs a describe and a second try. */
export async function readPending(user: SignedIn, request: PendingRequest): Promise<Pending> {
  try {
    return { items: await asked(user, request), shape: null }
  } catch (error) {
    if (!isWrongQuestion(error)) throw error
    const shape = await described(user, request.names)
    const shapes = { ...request.shapes, [shape.object]: shape }
    return { items: await asked(user, { ...request, shapes }), shape }
  }
}

function isWrongQuestion(error: unknown): error is SalesforceError {
  if (!(error instanceof SalesforceError)) return false
  return error.code === 'INVALID_FIELD' || error.code === 'INVALID_TYPE'
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
      AND ${escalatedTo(me, { names, shapes })})
    ORDER BY ${field(own.decisionDueAt)} ASC NULLS LAST LIMIT 5000`
}

/** Late decisions that this user, as the manager named or as the recipient's own, has to hear of. */
function escalatedTo(me: string, { names, shapes }: Pick<PendingRequest, 'names' | 'shapes'>) {
  const { object, fields: own } = names.handoff
  const boss = field(`${parentOf(own.incomingOwner)}.ManagerId`)
  const shape = shapes[object]
  if (shape && !(own.manager in shape.fields)) return fragment`${boss} = ${me}`
  const named = field(own.manager)
  return fragment`(${named} = ${me} OR (${named} = ${null} AND ${boss} = ${me}))`
}

/** The shape of the handoff's object. One that is not there is Salesforce's way to say that nothing is installed. */
async function described({ connection }: SignedIn, names: Names): Promise<Shape> {
  const { object } = names.handoff
  const path = `/sobjects/${object}/describe`
  const answer = await connection.call({ method: 'GET', path }).catch((error: unknown) => {
    if (error instanceof SalesforceError && error.kind === 'record-gone') return null
    throw error
  })
  const shape = shapeOf(answer)
  if (shape) return shape
  throw new SalesforceError('not-installed', object, { fields: [object] })
}
