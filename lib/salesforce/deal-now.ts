import type { FieldValue } from '#lib/handoff/primitives.ts'
import { composite, type Reply } from './composite.ts'
import { instantAt, plainFields, recordSchema } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

/** What an opportunity holds at this moment, to compare with what the user saw. */
export interface DealNow {
  readonly lastModifiedAt: string
  /** Raw values by path, such as `Opportunity.NextStep`. */
  readonly fields: Readonly<Record<string, FieldValue>>
}

/** Reads an opportunity and its account again after a conflict. */
export async function readDealNow(
  { connection, version }: SignedIn,
  opportunityId: string,
): Promise<DealNow> {
  const replies = await composite(
    connection,
    [
      { id: 'deal', method: 'GET', path: `/sobjects/Opportunity/${opportunityId}` },
      { id: 'owner', method: 'GET', path: '/sobjects/User/@{deal.OwnerId}?fields=Name' },
      { id: 'account', method: 'GET', path: '/sobjects/Account/@{deal.AccountId}' },
    ],
    { allOrNone: false, version },
  )
  const beside = (id: string) => recordSchema.safeParse(replies.get(id)?.body).data ?? {}
  const { lastModifiedAt, fields } = dealIn(replies.get('deal'))
  return {
    lastModifiedAt,
    fields: {
      ...fields,
      ...plainFields('Account', beside('account')),
      ...plainFields('Opportunity.Owner', beside('owner')),
    },
  }
}

function dealIn(reply: Reply | undefined): Pick<DealNow, 'lastModifiedAt' | 'fields'> {
  if (reply?.error) throw reply.error
  const record = recordSchema.safeParse(reply?.body).data ?? {}
  const lastModifiedAt = instantAt(record, 'LastModifiedDate')
  if (lastModifiedAt === null) throw gone()
  return { lastModifiedAt, fields: plainFields('Opportunity', record) }
}

function gone(): SalesforceError {
  return new SalesforceError('record-gone', 'The opportunity could not be read.')
}
