import type { HandoffChanges, Plan, PlannedCommitment, PlannedEvent } from '#lib/handoff/plan.ts'
import {
  decisionValues,
  kindValues,
  outcomeValues,
  statusValues,
  variantValues,
} from './handoff-values.ts'
import { ratingFields } from './handoff-record.ts'
import { storedJson } from './literal-text.ts'
import { copies, type Names } from './names.ts'

type Row = Record<string, unknown>

/** What is absent from the plan stays as it is: only given values are written. */
function given(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
}

/** A share of one as Salesforce's percent fields hold it. */
const percent = (share: number | null | undefined) =>
  typeof share === 'number' ? Math.round(share * 100) : share

/** The handoff's row with everything the plan changes. */
export function handoffRow({ handoff: { fields } }: Names, plan: Plan): Row {
  const { handoff: changes, packet } = plan
  return given({
    ...scope(fields, changes),
    ...clocks(fields, changes),
    ...decision(fields, changes),
    [fields.completeness]: percent(changes.completeness),
    [fields.methodologyCoverage]: percent(changes.coverage),
    [fields.qualityScore]: changes.quality,
    [fields.bypassReason]: changes.bypassReason,
    [fields.summary]: changes.summary,
    ...received(fields, changes),
    [fields.transitionReason]: transitionReason(packet),
    [fields.payload]: packet === null ? undefined : storedJson(packet),
  })
}

type Fields = Names['handoff']['fields']

/** Why the deal changes hands, where a template asks for that by a choice: `regional-change` is `REGIONAL_CHANGE` in reports. */
function transitionReason(packet: Plan['packet']): string | undefined {
  const reason = packet?.answers['reason']
  if (reason?.kind !== 'given' || reason.value.type !== 'picklist') return undefined
  return reason.value.value.toUpperCase().replaceAll('-', '_')
}

/** The columns that a plan's handoff can do without, with their object in front: copies, and what is empty. */
export function spareColumns(names: Names, plan: Plan): ReadonlySet<string> {
  const { object, fields } = names.handoff
  const row = Object.entries(handoffRow(names, plan))
  const empty = row.flatMap(([name, value]) => (value === '' || value === null ? name : []))
  const spare = [...copies.map((key) => fields[key]), ...empty]
  return new Set(spare.map((name) => `${object}.${name}`))
}

function scope(fields: Fields, changes: HandoffChanges): Row {
  const { status, kind, variant, template } = changes
  return {
    [fields.status]: status && statusValues[status],
    [fields.type]: kind && kindValues[kind],
    [fields.variant]: variant && variantValues[variant],
    [fields.templateKey]: template?.key,
    [fields.templateVersion]: template?.version,
    [fields.opportunity]: changes.opportunityId,
    [fields.account]: changes.accountId,
    [fields.outgoingOwner]: changes.outgoing?.userId,
    [fields.incomingOwner]: changes.incoming?.userId,
    [fields.manager]: changes.manager?.userId,
    [fields.previousHandoff]: changes.previousHandoffId,
  }
}

function clocks(fields: Fields, changes: HandoffChanges): Row {
  return {
    [fields.submittedAt]: changes.submittedAt,
    [fields.decisionDueAt]: changes.dueAt,
    [fields.clarificationDueAt]: changes.clarificationDueAt,
    [fields.clarificationCount]: changes.clarificationCount,
    [fields.resubmissionCount]: changes.resubmissionCount,
    [fields.completedAt]: changes.completedAt,
    [fields.phases]: json(changes.transition),
    [fields.effectiveDate]: changes.effectiveDate,
    [fields.transitionEnd]: changes.transitionEnd,
    [fields.communicationOwner]: changes.communicationOwner?.userId,
    [fields.firstCustomerContactAt]: changes.firstCustomerContactAt,
  }
}

function decision(fields: Fields, changes: HandoffChanges): Row {
  const { decision: decided, declineOutcome: outcome } = changes
  return {
    [fields.decision]: decided ? decisionValues[decided] : decided,
    [fields.decidedAt]: changes.decidedAt,
    [fields.rejectReason]: changes.declineReasons?.join(';'),
    [fields.decisionOutcome]: outcome ? outcomeValues[outcome] : outcome,
    [fields.recycleUntil]: changes.recycleUntil,
    [fields.decisionComment]: changes.decisionComment,
    [fields.delayReason]: changes.delayReason,
  }
}

const json = (value: unknown) => (value === undefined ? undefined : storedJson(value))

function received(fields: Fields, changes: HandoffChanges): Row {
  const { pulse, ratings = {} } = changes
  const rated = Object.entries(ratingFields(fields)).map(([axis, name]) => [name, ratings[axis]])
  return {
    [fields.firstViewedAt]: changes.firstViewedAt,
    [fields.reviewedSections]: json(changes.reviewed),
    [fields.teachBack]: json(changes.saidBack),
    [fields.chaseCount]: changes.chaseCount,
    [fields.transferSnapshot]: json(changes.transfer),
    ...Object.fromEntries(rated),
    [fields.ratingComment]: changes.ratingComment,
    [fields.pulseRepeat]: pulse?.repeat,
    [fields.pulseDelay]: pulse?.delay,
    [fields.pulseConsistent]: pulse?.consistent,
    [fields.pulseComment]: pulse?.comment,
  }
}

/** An entry of the log, without the handoff it belongs to. */
export function eventRow({ event: { fields } }: Names, event: PlannedEvent): Row {
  return {
    [fields.operationKey]: event.operationKey,
    [fields.kind]: event.kind,
    [fields.actor]: event.actor.userId,
    [fields.happenedAt]: event.at,
    [fields.fromStatus]: event.fromStatus && statusValues[event.fromStatus],
    [fields.toStatus]: statusValues[event.toStatus],
    // Events are never changed, so their text has to be right at once: JSON is.
    [fields.details]: storedJson(event.details),
  }
}

const inContract = { yes: 'Yes', no: 'No', unknown: 'Unknown' } as const

/** A promise of the ledger, without its key and the handoff it belongs to. */
export function commitmentRow({ commitment: { fields } }: Names, planned: PlannedCommitment): Row {
  const { row, position } = planned
  return {
    [fields.position]: position,
    [fields.words]: row.words,
    [fields.toWhom]: row.toWhom,
    [fields.byWhom]: row.byWhom,
    [fields.due]: row.due === '' ? null : row.due,
    [fields.source]: row.source,
    [fields.inContract]: inContract[row.inContract],
    [fields.stretch]: row.stretch,
    ...(planned.surprise === true ? { [fields.surprise]: true } : {}),
  }
}
