import { type BookDeal, bookFacts } from '#lib/handoff/book.ts'
import type { Shapes } from './describe.ts'
import { isVisible } from './handoff-record.ts'
import { keyOf, statusValues } from './handoff-values.ts'
import { type Names, parentOf } from './names.ts'
import { readDeal } from './own-deals.ts'
import { dayAt, idAt, numberAt, type SalesforceRecord, textAt } from './record.ts'

type Rows = readonly SalesforceRecord[]

/** What was read of somebody's deals; null is what the reader may not ask for. */
export interface BookRows {
  readonly deals: Rows
  readonly roles: Rows | null
  readonly handoffs: Rows | null
  readonly contracts: Rows
}

/** The facts that are hidden from the reader. */
export function hiddenIn({ roles, handoffs }: BookRows, { Opportunity: shape }: Shapes) {
  const isHidden = {
    amounts: !isVisible(shape, 'Amount'),
    contacts: roles === null,
    notes: !isVisible(shape, 'Description'),
    'next steps': !isVisible(shape, 'NextStep'),
    handoffs: handoffs === null,
  } as const satisfies Record<(typeof bookFacts)[number], boolean>
  return bookFacts.filter((fact) => isHidden[fact])
}

interface Beside {
  readonly contacts: ReadonlyMap<string, Rows> | null
  readonly handoffs: ReadonlyMap<string, Rows>
  readonly contracts: ReadonlyMap<string, Rows>
  readonly names: Names
  readonly locale: string
}

const by = (all: Rows, lookup: string) => Map.groupBy(all, (row) => idAt(row, lookup))

/** The deals with all that was read beside them. What was won and handed over is nobody's concern any more. */
export function readBookDeals(rows: BookRows, names: Names, locale: string): readonly BookDeal[] {
  const beside: Beside = {
    contacts: rows.roles && by(rows.roles, 'OpportunityId'),
    handoffs: by(rows.handoffs ?? [], names.handoff.fields.opportunity),
    contracts: by(rows.contracts, 'AccountId'),
    names,
    locale,
  }
  return rows.deals.flatMap((row) => {
    const deal = readBookDeal(row, beside)
    return deal.isWon && deal.handoff?.status === 'completed' ? [] : [withoutFormer(deal)]
  })
}

/** An open deal was taken over by its owner before: that is over. */
const withoutFormer = (deal: BookDeal): BookDeal =>
  deal.handoff?.status === 'completed' ? { ...deal, handoff: null } : deal

function readBookDeal(row: SalesforceRecord, beside: Beside): BookDeal {
  const deal = readDeal(row, beside.locale)
  const accountId = idAt(row, 'AccountId')
  const roles = beside.contacts && (beside.contacts.get(deal.opportunityId) ?? [])
  const [contract = {}] = beside.contracts.get(accountId) ?? []
  const [handoff] = beside.handoffs.get(deal.opportunityId) ?? []
  return {
    ...deal,
    ...writtenIn(row),
    accountId,
    worth: 'worth' in row ? numberAt(row, 'worth') : deal.amount,
    contacts: roles && [...new Set(roles.map((role) => textAt(role, 'Contact.Name')))],
    renewal: dayAt(contract, 'EndDate'),
    handoff: handoff ? readStanding(handoff, beside.names) : null,
  }
}

/** What somebody has noted; null where that is hidden. */
function writtenIn(row: SalesforceRecord) {
  const shown = (name: string) => (name in row ? textAt(row, name) : null)
  const day = dayAt(row, 'LastActivityDate') ?? ''
  return {
    notes: shown('Description')?.trim().length ?? null,
    nextStep: shown('NextStep'),
    lastActivity: 'LastActivityDate' in row ? day : null,
  }
}

function readStanding(row: SalesforceRecord, { handoff: { fields: own } }: Names) {
  const status = keyOf(statusValues, textAt(row, own.status))
  return (
    status && {
      status,
      to: textAt(row, `${parentOf(own.incomingOwner)}.Name`),
    }
  )
}
