import type { Beside, BookDeal, Owner } from '#lib/handoff/book.ts'
import { mostUnhanded } from '#lib/handoff/unhanded-order.ts'
import { type BookRows, hiddenIn, readBookDeals } from './book-row.ts'
import { composite, type Part, type Replies } from './composite.ts'
import { queryPart } from './context-parts.ts'
import { currencyIn } from './currency-in.ts'
import type { Shape, Shapes } from './describe.ts'
import { isVisible } from './handoff-record.ts'
import { statusValues } from './handoff-values.ts'
import { type Names, parentOf } from './names.ts'
import { dealsOf } from './own-deals.ts'
import { childrenAt, idAt, recordSchema, rowsOf, type SalesforceRecord, textAt } from './record.ts'
import { readOwner } from './read-owners.ts'
import { SalesforceError } from './salesforce-error.ts'
import { shaped } from './shaped.ts'
import type { SignedIn } from './signed-in.ts'
import { field, fields, type Fragment, fragment, soql } from './soql.ts'

interface Request {
  readonly names: Names
  readonly shapes: Shapes
  /** Whose deals. */
  readonly ownerId: string
}

/** The deals of somebody who leaves, and the shapes of the objects that had to be described for them. */
export interface ReadBook {
  readonly owner: Owner
  readonly deals: readonly BookDeal[]
  readonly beside: readonly Beside[]
  readonly currency: string
  readonly hidden: ReturnType<typeof hiddenIn>
  readonly isCut: boolean
  readonly mayBegin: boolean
  readonly described: readonly Shape[]
}

/** As many contacts, handoffs and contracts as are read along: what one answer holds, twenty for each deal. */
const mostBeside = 20 * mostUnhanded

/** Reads what somebody has to hand over in one call; what is hidden from the reader costs a second and a third. */
export async function readBook(user: SignedIn, request: Request): Promise<ReadBook> {
  const { read, described } = await shaped(user, request, async (shapes) => {
    const known = { ...request, shapes }
    return { replies: await asked(user, known), known }
  })
  const { replies, known } = read
  const rows = (id: string) => (replies.get(id)?.error ? null : rowsOf(replies.get(id)?.body))
  const found: BookRows = {
    deals: rows('deals') ?? [],
    roles: rows('roles'),
    handoffs: rows('handoffs'),
    contracts: rows('contracts') ?? [],
  }
  const { names, shapes } = known
  const isMade = (object: string) => shapes[object]?.createable !== false
  return {
    owner: ownerIn(replies),
    deals: readBookDeals(found, names, user.identity.locale),
    beside: (rows('accounts') ?? []).flatMap(besideOf),
    currency: currencyOf(found, user.identity.locale),
    hidden: hiddenIn(found, shapes),
    isCut: found.deals.length >= mostUnhanded,
    mayBegin: isMade(names.handoff.object) && isMade(names.event.object),
    described,
  }
}

/** Sums in several currencies are compared by nobody. Only who knows the fields of deals asks for them in one. */
function isMixed(replies: Replies, { identity: { locale } }: SignedIn): boolean {
  const rows = rowsOf(replies.get('deals')?.body).map((row) => textAt(row, 'shown'))
  return new Set(rows.filter(Boolean).map((shown) => currencyIn(shown, locale))).size > 1
}

/** Without the deals there is nothing to tell; anything else may fail alone, once it is known what there is to ask for. */
async function asked(user: SignedIn, request: Request): Promise<Replies> {
  const { connection, version } = user
  const replies = await composite(connection, bookParts(request), { allOrNone: false, version })
  const [deals, handoffs] = [replies.get('deals')?.error, replies.get('handoffs')?.error]
  if (deals) throw deals
  if (handoffs && !request.shapes[request.names.handoff.object]) throw handoffs
  if (!request.shapes['Opportunity'] && isMixed(replies, user))
    throw new SalesforceError('rejected', '', { code: 'INVALID_FIELD' })
  return replies
}

/** Five queries, as many as a call takes, and a row. */
function bookParts(request: Request): readonly Part[] {
  const { ownerId } = request
  const whose = dealsOf(ownerId)
  return [
    { id: 'owner', method: 'GET', path: `/sobjects/User/${ownerId}` },
    queryPart('deals', dealsQuery(request)),
    queryPart(
      'roles',
      soql`SELECT OpportunityId, Contact.Name FROM OpportunityContactRole
        WHERE ${dealsOf(ownerId, 'Opportunity.')} ORDER BY IsPrimary DESC LIMIT ${mostBeside}`,
    ),
    queryPart('handoffs', handoffsQuery(request)),
    queryPart(
      'accounts',
      soql`SELECT Id, (SELECT Name, Owner.Name FROM Opportunities
        WHERE IsClosed = false AND OwnerId != ${ownerId} ORDER BY CloseDate ASC LIMIT 5) FROM Account
        WHERE Id IN (SELECT AccountId FROM Opportunity WHERE ${whose}) LIMIT ${mostUnhanded}`,
    ),
    queryPart(
      'contracts',
      soql`SELECT AccountId, EndDate FROM Contract
        WHERE AccountId IN (SELECT AccountId FROM Opportunity WHERE ${whose})
        AND EndDate >= TODAY ORDER BY EndDate ASC LIMIT ${mostBeside}`,
    ),
  ]
}

/** What nobody can hide from somebody who may read opportunities. */
const sure = ['Id', 'Name', 'CloseDate', 'IsWon']
const hoped = ['Amount', 'Description', 'NextStep', 'LastActivityDate', 'AccountId']

/** The largest are read where there are more than are listed. */
function dealsQuery({ shapes: { Opportunity: shape, Account: account }, ownerId }: Request) {
  const seen = hoped.filter((name) => isVisible(shape, name))
  const hasAccount = seen.includes('AccountId') && isVisible(account, 'Name')
  const columns = [...sure, ...seen, ...(hasAccount ? ['Account.Name'] : [])]
  const amount = seen.includes('Amount') ? amounts(shape) : fragment``
  const order = seen.includes('Amount') ? fragment`Amount DESC NULLS LAST, Id` : fragment`Id`
  return soql`SELECT ${fields(columns)}, toLabel(StageName)${amount} FROM Opportunity
    WHERE ${dealsOf(ownerId)} ORDER BY ${order} LIMIT ${mostUnhanded}`
}

/** As the user reads it an amount tells its currency. Where the org has several, they are compared in the user's own. */
function amounts(shape: Shape | undefined): Fragment {
  if (!shape || !('CurrencyIsoCode' in shape.fields)) return fragment`, FORMAT(Amount) shown`
  return fragment`, CurrencyIsoCode, convertCurrency(Amount) worth, FORMAT(convertCurrency(Amount)) said`
}

const told = (
  ['submitted', 'clarification', 'declined', 'accepted', 'in-transition', 'completed'] as const
).map((status) => statusValues[status])

function handoffsQuery({ names, shapes, ownerId }: Request): string {
  const { object, fields: own } = names.handoff
  const to = isVisible(shapes[object], own.incomingOwner)
    ? [`${parentOf(own.incomingOwner)}.Name`]
    : []
  return soql`SELECT ${fields([own.opportunity, own.status, ...to])} FROM ${field(object)}
    WHERE ${dealsOf(ownerId, `${parentOf(own.opportunity)}.`)} AND ${field(own.status)} IN ${told}
    ORDER BY CreatedDate DESC LIMIT ${mostBeside}`
}

/** Whole, so that what is hidden of users is simply missing. */
function ownerIn(replies: Replies): Owner {
  const reply = replies.get('owner')
  if (reply?.error) throw reply.error
  return readOwner(recordSchema.parse(reply?.body ?? {}))
}

function besideOf(account: SalesforceRecord): readonly Beside[] {
  return childrenAt(account, 'Opportunities').map((row) => ({
    accountId: idAt(account, 'Id'),
    name: textAt(row, 'Name'),
    ownerName: textAt(row, 'Owner.Name'),
  }))
}

const shownAmount = (row: SalesforceRecord) => textAt(row, 'said') || textAt(row, 'shown')

function currencyOf({ deals }: BookRows, locale: string): string {
  return currencyIn(deals.map(shownAmount).find(Boolean) ?? '', locale)
}
