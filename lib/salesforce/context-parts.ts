import { mostRead } from '#lib/handoff/most-read.ts'
import type { Part } from './composite.ts'
import { recordTypeName } from './deal-record.ts'
import type { Shape, Shapes } from './describe.ts'
import { handoffColumns, isVisible, wholeHandoff } from './handoff-record.ts'
import { statusValues } from './handoff-values.ts'
import type { Names } from './names.ts'
import { field, fields as named, fragment, list, soql } from './soql.ts'

/** The ids of the parts that a context is read with. At most five of them are queries. */
export const partIds = {
  deal: 'deal',
  account: 'account',
  contract: 'contract',
  owner: 'owner',
  modifier: 'modifier',
  people: 'people',
  history: 'history',
  besides: 'besides',
  handoffs: 'handoffs',
  chain: 'chain',
} as const

/** A query as a part of a composite call. */
export const queryPart = (id: string, text: string): Part => ({
  id,
  method: 'GET',
  // Half of a pair of characters, as a cut text ends in, is no text that an address can hold.
  path: `/query?q=${encodeURIComponent(text.toWellFormed())}`,
})
const row = (id: string, path: string): Part => ({ id, method: 'GET', path: `/sobjects/${path}` })

interface PartsAsked {
  readonly opportunityId: string
  readonly names: Names
  /** Why the query for people was refused, where it was. */
  readonly refusal?: string | undefined
}

/**
 * The parts that read everything about one opportunity. Whole rows are read rather than named columns, so
 * that a field which this org lacks or hides is simply missing. Each query may fail on its own.
 */
export function contextParts(
  { opportunityId, names, refusal = '' }: PartsAsked,
  shapes: Shapes,
  isSpare = false,
): readonly Part[] {
  // Nobody has described users for this: where it was refused, whether they are active is not asked.
  const seen = isSpare ? { ...shapes, User: noUser } : shapes
  return [
    row(partIds.deal, `Opportunity/${opportunityId}`),
    row(partIds.account, 'Account/@{deal.AccountId}'),
    row(partIds.contract, 'Contract/@{deal.ContractId}'),
    row(partIds.owner, 'User/@{deal.OwnerId}'),
    row(partIds.modifier, `User/@{deal.LastModifiedById}?fields=Id,Name`),
    queryPart(
      partIds.people,
      ofOpportunity(
        opportunityId,
        { asked: people(shapes, isSpare ? refusal : ''), own: dealItself(shapes, isSpare) },
        shapes,
      ),
    ),
    queryPart(partIds.history, ofOpportunity(opportunityId, { asked: histories(isSpare) }, shapes)),
    queryPart(partIds.besides, besides(opportunityId, shapes)),
    queryPart(partIds.handoffs, handoffsOf(opportunityId, names, seen)),
    queryPart(partIds.chain, chainOf(opportunityId, names, seen)),
  ]
}

const noUser: Shape = {
  object: 'User',
  label: '',
  createable: false,
  updateable: false,
  fields: {},
  children: [],
}

type Children = Readonly<Record<string, ReturnType<typeof fragment>>>

/** What may be hidden of products, such as prices, or products as a whole, of which nobody has described either. */
const ofProducts = ['Quantity', 'TotalPrice', 'Product2.Name']
const isNamed = (name: string, refusal: string) => refusal.includes(`'${name.replace(/\..*/, '')}'`)

/** What is asked of each child of the opportunity, by the relationship's name. */
const people = ({ Contact: contact }: Shapes, refusal: string): Children => ({
  ...(isVisible(contact, 'LastName') && {
    OpportunityContactRoles: fragment`(SELECT Id, ContactId, Role, IsPrimary, Contact.Name${seenOf(contact)}
    FROM OpportunityContactRoles ORDER BY IsPrimary DESC, CreatedDate ASC LIMIT ${mostRead.contactRoles})`,
  }),
  OpportunityLineItems: fragment`(SELECT Id, Name${more(ofProducts.filter((name) => !isNamed(name, refusal)))}
    FROM OpportunityLineItems ORDER BY CreatedDate ASC LIMIT ${mostRead.products})`,
  OpportunityTeamMembers: fragment`(SELECT Id, UserId, User.Name, TeamMemberRole
    FROM OpportunityTeamMembers LIMIT ${mostRead.team})`,
})

/** Columns that may be hidden from a user: what is hidden would be refused, and the whole query with it. */
const more = (columns: readonly string[]) =>
  columns.length === 0 ? fragment`` : fragment`, ${named(columns)}`

const seenOf = (contact: Shape | undefined) =>
  more(
    ['Title', 'Email', 'Phone'].flatMap((name) =>
      !contact || name in contact.fields ? `Contact.${name}` : [],
    ),
  )

/** Nobody has described activities: once they were refused, only what nobody can hide is asked of them. */
const histories = (isSpare: boolean): Children => ({
  Tasks: fragment`(SELECT Id, Subject, ActivityDate, IsClosed, CreatedDate, Owner.Name${
    isSpare ? fragment`` : more(['Description', 'TaskSubtype', 'CompletedDateTime', 'Who.Name'])
  } FROM Tasks ORDER BY CreatedDate DESC LIMIT 100)`,
  Events: fragment`(SELECT Id, Subject, ActivityDate, StartDateTime, Owner.Name${
    isSpare ? fragment`` : more(['Description', 'Who.Name'])
  } FROM Events ORDER BY StartDateTime DESC LIMIT 100)`,
  Emails: fragment`(SELECT Id, ActivityId, Subject, TextBody, MessageDate, FromName, FromAddress
    FROM Emails ORDER BY MessageDate DESC LIMIT 50)`,
  OpportunityHistories: fragment`(SELECT Id, StageName, CreatedDate, CreatedBy.Name
    FROM OpportunityHistories ORDER BY CreatedDate DESC LIMIT 50)`,
  OpportunityCompetitors: fragment`(SELECT Id, CompetitorName FROM OpportunityCompetitors LIMIT 50)`,
})

/**
 * What sharing lets this user do with the opportunity, of which describe speaks for the object only; and its amount as
 * the user reads it, which alone tells the currency of an org that has but one; and the name of its record type and of
 * the users in fields of the org's own.
 */
function dealItself({ Opportunity: shape }: Shapes, isSpare: boolean) {
  const tells = !shape || ('Amount' in shape.fields && !('CurrencyIsoCode' in shape.fields))
  const amount = tells ? fragment`, FORMAT(Amount) shown` : fragment``
  const names = Object.entries(shape?.fields ?? {}).flatMap(([name, { user }]) =>
    user ? `${user}.Name` : name === 'RecordTypeId' ? recordTypeName : [],
  )
  return fragment`Id, UserRecordAccess.HasEditAccess${amount}${more(isSpare ? [] : names)}`
}

/** What runs beside the deal. Whole rows, because nobody has described these objects. */
const beside: Children = {
  // The latest contract, for orgs whose opportunities do not name one.
  Contracts: fragment`(SELECT FIELDS(ALL) FROM Contracts ORDER BY StartDate DESC NULLS LAST LIMIT 1)`,
  Cases: fragment`(SELECT FIELDS(STANDARD) FROM Cases WHERE IsClosed = false
    ORDER BY CreatedDate DESC LIMIT ${mostRead.cases})`,
}

interface Asked {
  readonly own?: ReturnType<typeof fragment>
  readonly asked: Children
}

/** Only relationships that the org has, once describe has told which these are. */
function columnsOf({ own = fragment`Id`, asked }: Asked, shape: Shape | undefined) {
  const present = Object.entries(asked).filter(
    ([child]) => !shape || shape.children.includes(child),
  )
  return list([own, ...present.map(([, query]) => query)])
}

const ofOpportunity = (opportunityId: string, asked: Asked, { Opportunity: shape }: Shapes) =>
  soql`SELECT ${columnsOf(asked, shape)} FROM Opportunity WHERE Id = ${opportunityId}`

const besides = (opportunityId: string, { Account: shape }: Shapes) =>
  soql`SELECT ${columnsOf({ asked: beside }, shape)} FROM Account
    WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Id = ${opportunityId})`

function handoffsOf(opportunityId: string, names: Names, shapes: Shapes): string {
  const { object, fields: own } = names.handoff
  return soql`SELECT ${wholeHandoff(names, shapes)} FROM ${field(object)}
    WHERE ${field(own.opportunity)} = ${opportunityId} ORDER BY CreatedDate DESC LIMIT 20`
}

/** Statuses of what somebody has taken over. */
export const taken = [statusValues.accepted, statusValues['in-transition'], statusValues.completed]

/** What was handed over for the account in its other deals, the latest first: a new handoff starts from that. */
function chainOf(opportunityId: string, names: Names, shapes: Shapes): string {
  const { object, fields: own } = names.handoff
  return soql`SELECT ${named(handoffColumns(names, shapes))} FROM ${field(object)}
    WHERE ${field(own.account)} IN (SELECT AccountId FROM Opportunity WHERE Id = ${opportunityId})
    AND ${field(own.opportunity)} != ${opportunityId} AND ${field(own.status)} IN ${taken}
    ORDER BY ${field(own.decidedAt)} DESC NULLS LAST LIMIT 3`
}
