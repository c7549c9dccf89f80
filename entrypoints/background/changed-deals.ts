import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { cachedContext } from './contexts.ts'
import type { Office } from './office.ts'

interface Read {
  readonly before: readonly InboxItem[]
  readonly after: readonly InboxItem[]
}

/** Tells of the deals on which somebody else has done something since this computer read them. */
export async function tellChangedDeals(
  office: Office,
  user: Identity,
  { before, after }: Read,
): Promise<void> {
  const now = new Map(after.map((item) => [item.id, item]))
  const then = new Map(before.map((item) => [item.id, item]))
  const news = [...after, ...before.filter(({ id }) => !now.has(id))].filter(
    (item) => !isSame(then.get(item.id), now.get(item.id)),
  )
  const told = new Set<string>()
  for (const { id, opportunityId } of news) {
    const known = await cachedContext(office, user, opportunityId)
    if (told.has(opportunityId) || known === null || tells(known, now.get(id))) continue
    told.add(opportunityId)
    office.ports.announce({ fact: 'context-changed', opportunityId })
  }
}

const isSame = (one: InboxItem | undefined, other: InboxItem | undefined) =>
  one?.modifiedAt === other?.modifiedAt && one?.dealOwnerId === other?.dealOwnerId

/** Whether a deal was read after what its row says had been done. What has left the inbox has no row. */
function tells({ handoffs, deal }: Context, item: InboxItem | undefined): boolean {
  const { id, modifiedAt, dealOwnerId } = item ?? {}
  const isKnown = handoffs.some((known) => known.id === id && known.modifiedAt === modifiedAt)
  return isKnown && (dealOwnerId === '' || dealOwnerId === deal.owner.userId)
}
