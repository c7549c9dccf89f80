import type { Handoff, Status } from '#lib/handoff/handoff.ts'
import { queryPart } from './context-parts.ts'
import type { Shapes } from './describe.ts'
import { listColumns, readHandoff } from './handoff-record.ts'
import { statusValues } from './handoff-values.ts'
import type { Names } from './names.ts'
import { rowsOf } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { field, fields, soql } from './soql.ts'

/** The handoffs that wait for somebody, as one user sees them. */
export interface Pending {
  /** Waiting for me, the most urgent first. */
  readonly incoming: readonly Handoff[]
  /** Sent by me and not finished. */
  readonly outgoing: readonly Handoff[]
}

const waiting: readonly Status[] = ['submitted', 'clarification']
const running: readonly Status[] = [...waiting, 'declined', 'accepted', 'in-transition']

/** Everything that waits for this user or was sent by them, in one query. */
export async function readPending(user: SignedIn, names: Names, shapes: Shapes): Promise<Pending> {
  const { path } = queryPart('pending', pendingQuery(user, names, shapes))
  const rows = rowsOf(await asked(user, names, path))
  const handoffs = rows.flatMap((record) => readHandoff(names, record) ?? [])
  const { userId } = user.identity
  return {
    incoming: handoffs.filter(
      ({ incoming, status }) => incoming?.userId === userId && waiting.includes(status),
    ),
    outgoing: handoffs.filter(({ outgoing }) => outgoing.userId === userId),
  }
}

const valuesOf = (statuses: readonly Status[]) => statuses.map((status) => statusValues[status])

function pendingQuery({ identity }: SignedIn, names: Names, shapes: Shapes): string {
  const { object, fields: own } = names.handoff
  return soql`SELECT ${fields(listColumns(names, shapes))} FROM ${field(object)}
    WHERE (${field(own.incomingOwner)} = ${identity.userId}
      AND ${field(own.status)} IN ${valuesOf(waiting)})
    OR (${field(own.outgoingOwner)} = ${identity.userId}
      AND ${field(own.status)} IN ${valuesOf(running)})
    ORDER BY ${field(own.decisionDueAt)} ASC NULLS LAST LIMIT 200`
}

/** A query for an object that is not there is Salesforce's way to say that nothing is installed. */
async function asked({ connection }: SignedIn, names: Names, path: string): Promise<unknown> {
  return connection.call({ method: 'GET', path }).catch((error: unknown) => {
    if (!(error instanceof SalesforceError) || error.code !== 'INVALID_TYPE') throw error
    const { object } = names.handoff
    throw new SalesforceError('not-installed', object, { fields: [object], cause: error })
  })
}
