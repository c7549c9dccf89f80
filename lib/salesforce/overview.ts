import type { OverviewEvent, OverviewItem, StageEntry } from '#lib/handoff/overview-item.ts'
import { allRows } from './all-rows.ts'
import { queryPart } from './context-parts.ts'
import type { Shape, Shapes } from './describe.ts'
import { readEventRecord } from './event-record.ts'
import { isVisible } from './handoff-record.ts'
import { hasManagerSet } from './manages.ts'
import { type Names, parentOf } from './names.ts'
import { overviewColumns, readOverviewItem } from './overview-row.ts'
import { idAt, instantAt, numberAt, type SalesforceRecord, textAt } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import { shaped } from './shaped.ts'
import type { SignedIn } from './signed-in.ts'
import { field, fields, fragment, instant, soql } from './soql.ts'

/** Whose handoffs: those of the people who report to the user, or all that the user may read. */
export type OverviewScope = 'team' | 'all'

export interface OverviewRequest {
  readonly names: Names
  readonly shapes: Shapes
  readonly scope: OverviewScope
  /** What was submitted before and is over is left out. ISO 8601. */
  readonly since: string
}

/** The handoffs a manager answers for, with their log. */
export interface Overview {
  readonly items: readonly OverviewItem[]
  readonly events: readonly OverviewEvent[]
  /** The stages that their deals went through; none where their history may not be read. */
  readonly stages: readonly StageEntry[]
  /** Whether an admin has made the user a manager, who may look at all they may read. */
  readonly mayLookAtAll: boolean
  /** Whether there are more than are read. */
  readonly isCut: boolean
  readonly described: readonly Shape[]
}

/** As many handoffs and entries of the log as are read: beyond that a report in Salesforce serves better. */
const mostItems = 4000
const mostEvents = 8000
const mostStages = 8000

/** Reads what a manager looks at, in three queries; large orgs need more pages of the same. */
export async function readOverview(user: SignedIn, request: OverviewRequest): Promise<Overview> {
  const { names } = request
  const [found, stages, mayLookAtAll] = await Promise.all([
    shaped(user, request, async (shapes) => {
      const known = { ...request, shapes }
      const queries = [
        queryPart('team', itemsQuery(user, known)),
        queryPart('log', eventsQuery(user, known)),
      ]
      return Promise.all(queries.map(({ path }) => allRows(user.connection, path)))
    }),
    readStages(user, request).catch(() => []),
    hasManagerSet(user),
  ])
  const [items = [], events = []] = found.read
  return {
    items: items.flatMap((record) => readOverviewItem(names, record) ?? []),
    events: events.flatMap((record) => readEventRecord(names, record) ?? []),
    stages: stages.flatMap((record) => stageEntry(record) ?? []),
    mayLookAtAll,
    isCut: items.length >= mostItems,
    described: found.described,
  }
}

const running = ['Submitted', 'Clarification', 'Rejected', 'Accepted', 'In_Transition']

function itemsQuery({ identity }: SignedIn, request: OverviewRequest): string {
  const { names, shapes, since } = request
  const { object, fields: own } = names.handoff
  return soql`SELECT ${overviewColumns(names, shapes)} FROM ${field(object)}
    WHERE (${field(own.submittedAt)} >= ${instant(since)} OR ${field(own.status)} IN ${running})
    AND ${answeredFor(identity.userId, request, '')}
    ORDER BY ${field(own.submittedAt)} DESC NULLS LAST LIMIT ${mostItems}`
}

/** The moves and questions of the same handoffs. */
function eventsQuery({ identity }: SignedIn, request: OverviewRequest): string {
  const { names, since } = request
  const { object, fields: own } = names.event
  const columns = [own.handoff, own.kind, own.happenedAt, own.toStatus, own.details]
  return soql`SELECT ${fields(columns)} FROM ${field(object)}
    WHERE ${field(own.happenedAt)} >= ${instant(since)}
    AND ${answeredFor(identity.userId, request, `${parentOf(own.handoff)}.`)}
    ORDER BY ${field(own.happenedAt)} DESC LIMIT ${mostEvents}`
}

/** The history of their deals; without what they were worth where that turns out to be hidden from the reader. */
async function readStages(user: SignedIn, request: OverviewRequest) {
  const read = (worth: readonly string[]) =>
    allRows(user.connection, queryPart('stages', stagesQuery(user, request, worth)).path)
  const worth = ['Amount', 'CloseDate'].filter((name) =>
    isVisible(request.shapes['Opportunity'], name),
  )
  try {
    return await read(worth)
  } catch (error) {
    if (!(error instanceof SalesforceError) || error.code !== 'INVALID_FIELD') throw error
    return read([])
  }
}

/** When their deals entered which stage, and what they were worth then. */
function stagesQuery(
  { identity }: SignedIn,
  request: OverviewRequest,
  worth: readonly string[],
): string {
  const { names, since } = request
  const { object, fields: own } = names.handoff
  const columns = ['OpportunityId', 'StageName', 'CreatedDate', ...worth]
  return soql`SELECT ${fields(columns)} FROM OpportunityHistory
    WHERE OpportunityId IN (SELECT ${field(own.opportunity)} FROM ${field(object)}
      WHERE ${field(own.submittedAt)} >= ${instant(since)}
      AND ${answeredFor(identity.userId, request, '')})
    ORDER BY CreatedDate DESC LIMIT ${mostStages}`
}

function stageEntry(record: SalesforceRecord): StageEntry | null {
  const at = instantAt(record, 'CreatedDate')
  if (at === null) return null
  return {
    opportunityId: idAt(record, 'OpportunityId'),
    stage: textAt(record, 'StageName'),
    at,
    amount: numberAt(record, 'Amount'),
    closeDate: textAt(record, 'CloseDate'),
  }
}

/** Those of which the user is the manager named, or the boss of either side. */
function answeredFor(me: string, { names, shapes, scope }: OverviewRequest, parent: string) {
  const { object, fields: own } = names.handoff
  if (scope === 'all') return fragment`${field(`${parent}Id`)} != ${null}`
  const boss = (lookup: string) => field(`${parent}${parentOf(lookup)}.ManagerId`)
  const named = field(`${parent}${own.manager}`)
  if (!isVisible(shapes['User'], 'ManagerId')) return fragment`${named} = ${me}`
  const bosses = fragment`${boss(own.outgoingOwner)} = ${me} OR ${boss(own.incomingOwner)} = ${me}`
  const shape = shapes[object]
  if (shape && !(own.manager in shape.fields)) return fragment`(${bosses})`
  return fragment`(${named} = ${me} OR ${bosses})`
}
