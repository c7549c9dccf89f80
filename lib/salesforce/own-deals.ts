import type { Unhanded } from '#lib/handoff/unhanded.ts'
import { mostUnhanded, wonWithin } from '#lib/handoff/unhanded-order.ts'
import { currencyIn } from './currency-in.ts'
import type { Shape, Shapes } from './describe.ts'
import { kindValues, statusValues } from './handoff-values.ts'
import type { Names } from './names.ts'
import { idAt, isTrueAt, numberAt, type SalesforceRecord, textAt } from './record.ts'
import { rowsFor } from './rows-for.ts'
import { SalesforceError } from './salesforce-error.ts'
import { shaped } from './shaped.ts'
import type { SignedIn } from './signed-in.ts'
import { containing, field, fields, type Fragment, fragment, soql } from './soql.ts'

interface Request {
  readonly names: Names
  readonly shapes: Shapes
  /** Only deals in whose name, account or stage each of its words is found; absent: the most urgent of all. */
  readonly text?: string | undefined
}

/** The user's own deals without a handoff, and the shapes of the objects that had to be described for them. */
export interface OwnDeals {
  readonly deals: readonly Unhanded[]
  readonly described: readonly Shape[]
}

/** The deals that the user owns and has not handed over, in one query; hidden columns cost a second try. */
export async function readOwnDeals(user: SignedIn, request: Request): Promise<OwnDeals> {
  const { read: deals, described } = await shaped(user, request, (shapes) =>
    asked(user, { ...request, shapes }, wanted(shapes)).catch((error: unknown) => {
      if (!isHidden(error)) throw error
      return asked(user, { ...request, shapes }, sure)
    }),
  )
  return { deals, described }
}

const isHidden = (error: unknown) =>
  error instanceof SalesforceError && error.code === 'INVALID_FIELD'

/** What nobody can hide from somebody who may read opportunities. */
const sure = ['Id', 'Name', 'CloseDate', 'IsWon']

function wanted({ Opportunity: shape }: Shapes): readonly string[] {
  const sees = (column: string) => shape === undefined || column in shape.fields
  return [
    ...sure,
    ...(sees('Amount') ? ['Amount'] : []),
    ...(sees('AccountId') ? ['Account.Name'] : []),
    // Only orgs with several currencies have this field; it is not asked for on trust.
    ...(shape && 'CurrencyIsoCode' in shape.fields ? ['CurrencyIsoCode'] : []),
  ]
}

async function asked(
  user: SignedIn,
  request: Request,
  columns: readonly string[],
): Promise<readonly Unhanded[]> {
  const rows = await rowsFor(user, dealsQuery(user.identity.userId, request, columns))
  return rows.map((row) => readDeal(row, user.identity.locale))
}

function dealsQuery(me: string, request: Request, columns: readonly string[]): string {
  const { object, fields: own } = request.names.handoff
  // As the user reads it, an amount tells its currency, whether the org has one or several.
  const tells = columns.includes('Amount') && !columns.includes('CurrencyIsoCode')
  const shown = tells ? fragment`, FORMAT(Amount) shown` : fragment``
  return soql`SELECT ${fields(columns)}, toLabel(StageName)${shown} FROM Opportunity
    WHERE ${dealsOf(me)}
    ${saying(request, columns)}AND Id NOT IN (SELECT ${field(own.opportunity)} FROM ${field(object)} WHERE ${handedOver(me, request)})
    ORDER BY IsWon DESC, CloseDate ASC LIMIT ${mostUnhanded}`
}

/** Somebody's open deals and those won lately; `parent` is where the deal stands, such as `Opportunity.`. */
export function dealsOf(ownerId: string, parent = ''): Fragment {
  const of = (name: string) => field(parent + name)
  return fragment`${of('OwnerId')} = ${ownerId} AND (${of('IsClosed')} = false
    OR (${of('IsWon')} = true AND ${of('CloseDate')} >= ${fragment`LAST_N_DAYS:${wonWithin}`}))`
}

/** More than enough to tell deals apart. */
const mostWords = 10

/** A condition for each word of what is looked for. */
function saying({ text = '' }: Request, columns: readonly string[]): Fragment {
  const words = text.split(/\s+/).filter(Boolean).slice(0, mostWords)
  return words.reduce(
    (conditions, word) => {
      const like = containing(word)
      const ofAccount = columns.includes('Account.Name')
        ? fragment` OR Account.Name LIKE ${like}`
        : fragment``
      return fragment`${conditions}AND (Name LIKE ${like} OR StageName LIKE ${like}${ofAccount}) `
    },
    fragment``,
  )
}

const { draft, cancelled, submitted, clarification, declined } = statusValues
const none = [draft, cancelled]
const pending = [submitted, clarification, declined]

/** Whoever receives such a handoff keeps the deal; the others are received to be won, and then handed over. */
const toKeep = [kindValues['ae-csm'], kindValues['csm-csm']]

/**
 * Handoffs that leave nothing to hand over: those of the user, those by which they have the deal to keep, and
 * whatever somebody has still to decide.
 */
function handedOver(me: string, { names, shapes }: Request) {
  const { object, fields: own } = names.handoff
  const { outgoingOwner, incomingOwner, type } = own
  const shape = shapes[object]
  const sees = (...columns: readonly string[]) =>
    shape === undefined || columns.every((column) => column in shape.fields)
  const status = field(own.status)
  const decided = fragment`${status} NOT IN ${none}`
  const sent = sees(outgoingOwner)
    ? fragment` OR (${field(outgoingOwner)} = ${me} AND ${decided})`
    : fragment``
  const kept = sees(incomingOwner, type)
    ? fragment` OR (${field(incomingOwner)} = ${me} AND ${decided} AND ${field(type)} IN ${toKeep})`
    : fragment``
  return fragment`(${status} IN ${pending}${sent}${kept})`
}

/** What a list tells of a deal. */
export function readDeal(record: SalesforceRecord, locale: string): Unhanded {
  const closeDate = textAt(record, 'CloseDate')
  return {
    opportunityId: idAt(record, 'Id'),
    name: textAt(record, 'Name'),
    accountName: textAt(record, 'Account.Name'),
    stage: textAt(record, 'StageName'),
    amount: numberAt(record, 'Amount'),
    currency: textAt(record, 'CurrencyIsoCode') || currencyIn(textAt(record, 'shown'), locale),
    closeDate: /^\d{4}-\d\d-\d\d$/.test(closeDate) ? closeDate : null,
    isWon: isTrueAt(record, 'IsWon'),
    hasDraft: false,
    readiness: null,
  }
}
