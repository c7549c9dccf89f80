import type { Inbox } from '#lib/messaging/inbox-requests.ts'
import { inboxSchema } from '#lib/messaging/inbox-requests.ts'
import type { ApiUsage } from '#lib/salesforce/connection.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import type { Owner } from '#lib/storage/database.ts'
import type { Office } from './office.ts'

const subject = 'inbox'

/** The inbox as this computer last read it; empty and without a time when it never did. */
export async function cachedInbox({ cache }: Office, user: Identity): Promise<Inbox> {
  const kept = inboxSchema.safeParse(await cache.read(user, subject))
  return kept.data ?? { identity: user, incoming: [], outgoing: [], readAt: null }
}

/** An inbox, and how much of the org's daily calls is used up. */
export interface InboxReading {
  readonly inbox: Inbox
  readonly usage: ApiUsage | null
}

const underway = new Map<string, Promise<InboxReading>>()

/** The inbox as Salesforce has it now. Those who ask at once share one call. */
export async function freshInbox(office: Office, org: Org): Promise<InboxReading> {
  const { orgId, userId } = await office.gateway.identity(org)
  const key = `${orgId} ${userId}`
  const reading = underway.get(key) ?? readInbox(office, org).finally(() => underway.delete(key))
  underway.set(key, reading)
  return reading
}

/** Reads the inbox; it is kept, announced when it differs, and counted on the badge. */
async function readInbox(office: Office, org: Org): Promise<InboxReading> {
  const { gateway, cache, ports } = office
  const { identity, incoming, outgoing, usage } = await gateway.pending(org)
  const before = await cachedInbox(office, identity)
  const readAt = ports.now()
  const inbox = { identity, incoming: [...incoming], outgoing: [...outgoing], readAt }
  await cache.keep(identity, subject, { value: inbox, readAt })
  await ports.badge(incoming.length)
  if (differs(before, inbox)) ports.announce({ fact: 'inbox-changed' })
  return { inbox, usage }
}

function differs(before: Inbox, after: Inbox): boolean {
  return before.readAt === null || listsIn(before) !== listsIn(after)
}

function listsIn({ incoming, outgoing }: Inbox): string {
  return JSON.stringify([incoming, outgoing])
}

/** Takes a handoff that the user has decided on out of what waits, without asking Salesforce again. */
export async function settleInInbox(office: Office, user: Owner, handoffId: string): Promise<void> {
  const { cache, ports } = office
  const kept = inboxSchema.safeParse(await cache.read(user, subject))
  if (!kept.success) return
  const incoming = kept.data.incoming.filter(({ id }) => id !== handoffId)
  const readAt = kept.data.readAt ?? ports.now()
  await cache.keep(user, subject, { value: { ...kept.data, incoming }, readAt })
  await ports.badge(incoming.length)
  ports.announce({ fact: 'inbox-changed' })
}
