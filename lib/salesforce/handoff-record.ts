import { type Handoff, packetSchema } from '#lib/handoff/handoff.ts'
import { readInLog, reviewedSchema } from '#lib/handoff/reviewed.ts'
import { saidBackSchema } from '#lib/handoff/said-back.ts'
import { transitionSchema } from '#lib/handoff/transition.ts'
import { transferSnapshotSchema } from '#lib/handoff/transfer.ts'
import type { Shape, Shapes } from './describe.ts'
import { childQueries, readChildren } from './handoff-children.ts'
import { keyOf, kindValues, outcomeValues, statusValues } from './handoff-values.ts'
import { type Names, parentOf } from './names.ts'
import {
  dayAt,
  idAt,
  isFalseAt,
  instantAt,
  numberAt,
  personAt,
  type SalesforceRecord,
  textAt,
} from './record.ts'
import { fields as named, list } from './soql.ts'
import { storedValue } from './stored-value.ts'

/**
 * The columns a handoff is read from, of those the user may see. While the object was not described, all
 * are asked for.
 */
export function handoffColumns(
  { handoff: { object, fields } }: Names,
  shapes: Shapes,
): readonly string[] {
  const own = [
    fields.clientKey,
    fields.type,
    fields.status,
    fields.templateKey,
    fields.templateVersion,
    fields.completeness,
    fields.submittedAt,
    fields.decisionDueAt,
    fields.decidedAt,
    fields.rejectReason,
    fields.decisionComment,
    fields.resubmissionCount,
    fields.clarificationCount,
    fields.firstViewedAt,
    fields.clarificationDueAt,
    fields.completedAt,
    fields.decisionOutcome,
    fields.recycleUntil,
    fields.bypassReason,
    fields.chaseCount,
    fields.previousHandoff,
    fields.effectiveDate,
    fields.transitionEnd,
    fields.firstCustomerContactAt,
    ...Object.values(ratingFields(fields)),
    ...longTexts(fields),
  ]
  const people = [fields.outgoingOwner, fields.incomingOwner, fields.manager]
  const sees = (column: string) => isVisible(shapes[object], column)
  const isKnown = sees(fields.incomingOwner) && isVisible(shapes['User'], 'IsActive')
  return [
    'Id',
    'Name',
    'LastModifiedDate',
    ...own.filter(sees),
    ...people.filter(sees).flatMap((lookup) => [lookup, `${parentOf(lookup)}.Name`]),
    ...(isKnown ? [`${parentOf(fields.incomingOwner)}.IsActive`] : []),
    ...(sees(fields.opportunity) ? dealColumns(fields.opportunity, shapes) : []),
    ...(sees(fields.account) && isVisible(shapes['Account'], 'Name')
      ? [`${parentOf(fields.account)}.Name`]
      : []),
  ]
}

const longTexts = (fields: Names['handoff']['fields']) => [
  fields.summary,
  fields.payload,
  fields.reviewedSections,
  fields.teachBack,
  fields.phases,
  fields.transferSnapshot,
]

/** The columns of a handoff in a list, which does without the long texts. */
export function listColumns(names: Names, shapes: Shapes): readonly string[] {
  const long: readonly string[] = longTexts(names.handoff.fields)
  return handoffColumns(names, shapes).filter((column) => !long.includes(column))
}

/** Everything of a handoff: its own columns, and its comments, log and promises. */
export function wholeHandoff(names: Names, shapes: Shapes) {
  return list([named(handoffColumns(names, shapes)), ...childQueries(names, shapes)])
}

/** Whether the user may see a field; taken to be so while its object was not described. */
export function isVisible(shape: Shape | undefined, column: string): boolean {
  return shape === undefined || column in shape.fields
}

function dealColumns(
  lookup: string,
  { Opportunity: shape, Account: account }: Shapes,
): readonly string[] {
  if (!isVisible(shape, 'Name')) return [lookup]
  const deal = parentOf(lookup)
  // Only orgs with several currencies have this field; unlike the others it is not asked for on trust.
  const currency = shape && 'CurrencyIsoCode' in shape.fields ? [`${deal}.CurrencyIsoCode`] : []
  const seen = [
    ...(isVisible(shape, 'Amount') ? [`${deal}.Amount`] : []),
    ...(isVisible(shape, 'AccountId') && isVisible(account, 'Name')
      ? [`${deal}.Account.Name`]
      : []),
  ]
  return [lookup, `${deal}.Name`, ...seen, ...currency]
}

/** A handoff as Salesforce holds it, in the domain's words. Null when the row has no status or sender that we know. */
export function readHandoff(names: Names, record: SalesforceRecord): Handoff | null {
  const { fields } = names.handoff
  const status = keyOf(statusValues, textAt(record, fields.status))
  const outgoing = personIn(record, fields.outgoingOwner)
  if (!status || !outgoing) return null
  return {
    id: idAt(record, 'Id'),
    name: textAt(record, 'Name'),
    // One that was made by hand has none.
    clientKey: textAt(record, fields.clientKey) || idAt(record, 'Id'),
    kind: keyOf(kindValues, textAt(record, fields.type)) ?? 'ae-csm',
    status,
    ...dealIn(names, record),
    outgoing,
    incoming: personIn(record, fields.incomingOwner),
    recipientLeft: isFalseAt(record, `${parentOf(fields.incomingOwner)}.IsActive`),
    manager: personIn(record, fields.manager),
    template: {
      key: textAt(record, fields.templateKey),
      version: textAt(record, fields.templateVersion),
    },
    // A percent field holds 0 to 100.
    completeness: (numberAt(record, fields.completeness) ?? 0) / 100,
    submittedAt: instantAt(record, fields.submittedAt),
    dueAt: instantAt(record, fields.decisionDueAt),
    decidedAt: instantAt(record, fields.decidedAt),
    declineReasons: textAt(record, fields.rejectReason).split(';').filter(Boolean),
    decisionComment: textAt(record, fields.decisionComment),
    resubmissionCount: numberAt(record, fields.resubmissionCount) ?? 0,
    clarificationCount: numberAt(record, fields.clarificationCount) ?? 0,
    ...receivedIn(names, record),
    summary: textAt(record, fields.summary),
    packet: storedValue(packetSchema, textAt(record, fields.payload)),
    modifiedAt: instantAt(record, 'LastModifiedDate') ?? new Date(0).toISOString(),
  }
}

/** A handoff with its comments, log and promises. */
export function readWholeHandoff(names: Names, record: SalesforceRecord): Handoff | null {
  const handoff = readHandoff(names, record)
  const children = readChildren(names, record)
  const reviewed = { ...readInLog(children.events ?? []), ...handoff?.reviewed }
  return handoff && { ...handoff, ...children, reviewed }
}

function dealIn({ handoff: { fields } }: Names, record: SalesforceRecord) {
  const deal = parentOf(fields.opportunity)
  return {
    opportunityId: idAt(record, fields.opportunity),
    opportunityName: textAt(record, `${deal}.Name`),
    accountName:
      textAt(record, `${deal}.Account.Name`) || textAt(record, `${parentOf(fields.account)}.Name`),
    amount: numberAt(record, `${deal}.Amount`),
    currency: textAt(record, `${deal}.CurrencyIsoCode`),
  }
}

function personIn(record: SalesforceRecord, lookup: string) {
  return personAt(record, lookup, parentOf(lookup))
}

/** The axes a handoff is rated on, and the field that holds each. */
export function ratingFields(fields: Names['handoff']['fields']) {
  return {
    completeness: fields.ratingCompleteness,
    promises: fields.ratingPromises,
    sentiment: fields.ratingSentiment,
    context: fields.ratingContext,
    stakeholders: fields.ratingStakeholders,
    start: fields.ratingStart,
    manager: fields.ratingManager,
  }
}

/** What was rated so far, 1 to 5 by axis. */
export function ratingsIn(
  fields: Names['handoff']['fields'],
  record: SalesforceRecord,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(ratingFields(fields)).flatMap(([axis, name]) => {
      const rating = numberAt(record, name)
      return rating === null ? [] : [[axis, rating]]
    }),
  )
}

/** What the recipient has done with the handoff so far. */
function receivedIn({ handoff: { fields } }: Names, record: SalesforceRecord) {
  return {
    firstViewedAt: instantAt(record, fields.firstViewedAt),
    clarificationDueAt: instantAt(record, fields.clarificationDueAt),
    completedAt: instantAt(record, fields.completedAt),
    declineOutcome: keyOf(outcomeValues, textAt(record, fields.decisionOutcome)),
    recycleUntil: dayAt(record, fields.recycleUntil),
    bypassReason: textAt(record, fields.bypassReason),
    chaseCount: numberAt(record, fields.chaseCount) ?? 0,
    previousHandoffId: idAt(record, fields.previousHandoff) || null,
    reviewed: storedValue(reviewedSchema, textAt(record, fields.reviewedSections)) ?? {},
    saidBack: storedValue(saidBackSchema, textAt(record, fields.teachBack)),
    transfer: storedValue(transferSnapshotSchema, textAt(record, fields.transferSnapshot)),
    ratings: ratingsIn(fields, record),
    transition: storedValue(transitionSchema, textAt(record, fields.phases)),
    effectiveDate: dayAt(record, fields.effectiveDate),
    transitionEnd: dayAt(record, fields.transitionEnd),
    firstCustomerContactAt: instantAt(record, fields.firstCustomerContactAt),
  }
}
