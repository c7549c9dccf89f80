import type { Deal } from '#lib/handoff/deal.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'

/**
 * What a handoff tells of a deal that its reader may not see: where opportunities are private, the recipient has the
 * handoff before anybody has shared the deal. The summary is headed by the deal's name.
 */
export function hiddenDeal(handoff: Handoff, now: string): Deal {
  const [heading = ''] = handoff.summary.split('\n')
  return {
    opportunityId: handoff.opportunityId,
    name: handoff.opportunityName || heading || handoff.name,
    accountId: '',
    accountName: handoff.accountName,
    owner: ownerIn(handoff),
    currency: handoff.currency,
    fields: {},
    contactRoles: [],
    products: [],
    team: [],
    competitors: [],
    activities: [],
    lastModifiedAt: handoff.modifiedAt,
    lastModifiedBy: '',
    readAt: now,
    hidden: true,
  }
}

/** Whose the deal is, as far as its handoff has seen to that. */
function ownerIn({ outgoing, transfer }: Handoff): Deal['owner'] {
  if (!transfer) return outgoing
  return transfer.undone ? transfer.from : transfer.to
}
