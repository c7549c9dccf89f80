import type { FieldValue } from '#lib/handoff/primitives.ts'
import { composite, type Part, type Replies, type Reply } from './composite.ts'
import type { Shapes } from './describe.ts'
import { idAt, instantAt, plainFields, recordSchema, textAt } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

/** What an opportunity holds at this moment, to compare with what the user saw. */
export interface DealNow {
  readonly lastModifiedAt: string
  /** Raw values by path, such as `Opportunity.NextStep`. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** What the users are called who were asked about. */
  readonly people?: readonly { readonly value: string; readonly label: string }[]
}

/** Users whose names are wanted: by their ids, and by the fields that hold them. */
export interface PeopleAsked {
  readonly fields: readonly string[]
  readonly ids: readonly string[]
}

/** Which opportunity is read again, and how its fields are to be understood. */
export interface DealAsked {
  readonly opportunityId: string
  readonly shapes: Shapes
  readonly people?: PeopleAsked | undefined
}

/** Salesforce takes 25 parts in a call. */
const mostPeople = 20

function peopleParts({ fields, ids }: PeopleAsked): Part[] {
  const held = fields.map(
    (path) => `@{${path.replace(/^Opportunity/, 'deal').replace(/^Account/, 'account')}}`,
  )
  return [...ids, ...held].slice(0, mostPeople).map((user, at) => ({
    id: `person${at}`,
    method: 'GET',
    path: `/sobjects/User/${user}?fields=Id,Name`,
  }))
}

function peopleFrom(replies: Replies) {
  return [...replies].flatMap(([id, { body, error }]) => {
    const user = recordSchema.safeParse(body).data
    if (!id.startsWith('person') || error || !user) return []
    return [{ value: idAt(user, 'Id'), label: textAt(user, 'Name') }]
  })
}

/** Reads an opportunity and its account again after a conflict. */
export async function readDealNow(
  { connection, version }: SignedIn,
  { opportunityId, shapes, people = { fields: [], ids: [] } }: DealAsked,
): Promise<DealNow> {
  const replies = await composite(
    connection,
    [
      { id: 'deal', method: 'GET', path: `/sobjects/Opportunity/${opportunityId}` },
      { id: 'owner', method: 'GET', path: '/sobjects/User/@{deal.OwnerId}?fields=Name' },
      { id: 'account', method: 'GET', path: '/sobjects/Account/@{deal.AccountId}' },
      ...peopleParts(people),
    ],
    { allOrNone: false, version },
  )
  const beside = (id: string) => recordSchema.safeParse(replies.get(id)?.body).data ?? {}
  const { lastModifiedAt, fields } = dealIn(replies.get('deal'), shapes)
  return {
    lastModifiedAt,
    people: peopleFrom(replies),
    fields: {
      ...fields,
      ...plainFields('Account', beside('account'), shapes['Account']),
      ...plainFields('Opportunity.Owner', beside('owner')),
    },
  }
}

function dealIn(
  reply: Reply | undefined,
  { Opportunity: shape }: Shapes,
): Pick<DealNow, 'lastModifiedAt' | 'fields'> {
  if (reply?.error) throw reply.error
  const record = recordSchema.safeParse(reply?.body).data ?? {}
  const lastModifiedAt = instantAt(record, 'LastModifiedDate')
  if (lastModifiedAt === null) throw gone()
  return { lastModifiedAt, fields: plainFields('Opportunity', record, shape) }
}

function gone(): SalesforceError {
  return new SalesforceError('record-gone', 'The opportunity could not be read.')
}
