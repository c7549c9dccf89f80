import { grouped, waitingFor } from '#lib/handoff/inbox.ts'
import { raisedIn } from '#lib/handoff/decline-reason.ts'
import { latenessOf } from '#lib/handoff/lateness.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { owedIn } from '#lib/handoff/owed.ts'
import { type Inbox, inboxSchema } from '#lib/messaging/inbox-requests.ts'
import { type InboxSnapshot, isInboxSnapshot, snapshotKey } from '#lib/messaging/inbox-snapshot.ts'
import type { ApiUsage } from '#lib/salesforce/connection.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import type { OrgMoney } from '#lib/salesforce/org-money.ts'
import { shared } from '#lib/salesforce/shared.ts'
import type { Owner } from '#lib/storage/database.ts'
import { calendarOf } from '#lib/handoff/business-time.ts'
import { tellChangedDeals } from './changed-deals.ts'
import { createMeanwhile } from './meanwhile.ts'
import { knownMoney } from './money.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

const subject = 'inbox'

/** The inbox as this computer last read it; empty and without a time when it never did. */
export async function cachedInbox(office: Office, user: Identity): Promise<Inbox> {
  const kept = inboxSchema.safeParse(await office.cache.read(user, subject))
  if (!kept.success) return { identity: user, items: [], readAt: null }
  return withMoney(kept.data, await knownMoney(office, user))
}

/** Amounts of an org with one currency are in that; while it is not known whose they are, a number alone could be taken for another. */
function withMoney(inbox: Inbox, money: OrgMoney | null): Inbox {
  const known = money && !money.several ? { currency: money.currency } : { amount: null }
  const fill = (item: InboxItem) => (item.currency === '' ? Object.assign({}, item, known) : item)
  return { ...inbox, items: inbox.items.map(fill) }
}

/** An inbox, and how much of the org's daily calls is used up. */
export interface InboxReading {
  readonly inbox: Inbox
  readonly usage: ApiUsage | null
}

/** The inbox as Salesforce has it now. Those who ask at once share one call. */
export async function freshInbox(office: Office, org: Org): Promise<InboxReading> {
  return readOnce({ office, org, user: await office.gateway.identity(org) })
}

interface Reading {
  readonly office: Office
  readonly org: Org
  readonly user: Owner
}

const readOnce = shared(({ user: { orgId, userId } }: Reading) => `${orgId} ${userId}`, readInbox)

/** What waits, as Salesforce says; asked anew where it was found out meanwhile that each deal names its own currency. */
async function pendingIn({ office, org, user }: Reading) {
  const isKnown = (await knownMoney(office, user)) !== null
  const answer = await office.gateway.pending(org)
  if (isKnown || !(await knownMoney(office, user))?.several) return answer
  return office.gateway.pending(org)
}

/** Reads the inbox; it is kept, announced when it differs, and counted on the badge. */
function readInbox(reading: Reading): Promise<InboxReading> {
  const { office } = reading
  const { cache, ports } = office
  return moves.during(async (moved) => {
    const { identity, items, usage } = await pendingIn(reading)
    const before = await cachedInbox(office, identity)
    const readAt = ports.now()
    const terms = { user: identity, now: readAt, known: await office.shelf.known() }
    const current = moved()
      .reduce(withSettled, [...items])
      .map((item) => judged(item, terms))
    const read = { identity, items: current, readAt }
    await cache.keep(identity, subject, { value: read, readAt })
    const inbox = withMoney(read, await knownMoney(office, identity))
    await show(office, inbox)
    if (differs(before, inbox)) ports.announce({ fact: 'inbox-changed' })
    if (before.readAt !== null)
      await tellChangedDeals(office, identity, { before: before.items, after: current })
    return { inbox, usage }
  })
}

/** An item with what is late or owed by the template it was written with. */
export function judged<Item extends InboxItem>(item: Item, { user, now, known }: Judging): Item {
  const template = known.forHandoff(item)
  const given = { now, template, calendar: calendarOf(user.timeZone) }
  const late = latenessOf(item, { ...given, clocks: template?.clocks })
  const raised = raisedIn(item.declineReasons, template?.declineReasons)
  return Object.assign({}, item, { late, raised }, owedIn(item, given))
}

/** What lateness is judged by. */
interface Judging {
  readonly user: Pick<Identity, 'timeZone'>
  /** ISO 8601. */
  readonly now: string
  readonly known: Awaited<ReturnType<Office['shelf']['known']>>
}

function differs(before: Inbox, after: Inbox): boolean {
  return before.readAt === null || JSON.stringify(before.items) !== JSON.stringify(after.items)
}

/** As many rows as are painted before the worker has answered. */
const painted = 16

/** The number on the icon, and what the next popup paints first. */
async function show({ ports }: Office, inbox: Inbox): Promise<void> {
  const { identity, items } = inbox
  if (!identity) return
  const reader = { ...identity, now: ports.now() }
  const groups = grouped(items, reader)
  const snapshot: InboxSnapshot = {
    inbox: { ...inbox, items: groups.flatMap((group) => group.items).slice(0, painted) },
    counts: Object.fromEntries(groups.map(({ group, items: all }) => [group, all.length])),
  }
  await ports.memory.set(snapshotKey, snapshot)
  await ports.badge(waitingFor(items, reader))
}

/** Hides what is shown of this org, unless it is this user's. What is shown of another org stays. */
export async function hideInbox(
  office: Office,
  { apiHost }: Org,
  but: Owner | null = null,
): Promise<void> {
  const shown = await shownUser(office)
  if (shown && shown.host !== apiHost) return
  if (!shown || !but || !isSameUser(but, shown)) await showNothing(office)
}

/** Hides what is shown of this org, unless it is of whoever is signed in there. */
export async function hideOthers(office: Office, org: Org): Promise<void> {
  await hideInbox(office, org, await knownIn(office, org))
}

/** The user goes on in this org: what is shown is theirs in it, as this computer last read it. Asks nobody. */
export async function showOwn(office: Office, org: Org): Promise<void> {
  const [user, shown] = [await knownIn(office, org), await shownUser(office)]
  if (user && shown && isSameUser(user, shown)) return
  const inbox = user && (await cachedInbox(office, user))
  await (inbox?.readAt ? show(office, inbox) : showNothing(office))
}

/** Who is signed in to an org, as far as that is known here. */
async function knownIn({ gateway }: Office, org: Org): Promise<Identity | null> {
  const found = await outcomeOf(() => gateway.known(org))
  return found.outcome === 'ok' ? found.value : null
}

/** Whose inbox is shown. */
async function shownUser({ ports }: Office): Promise<Identity | null> {
  const shown = await ports.memory.get(snapshotKey)
  return isInboxSnapshot(shown) ? shown.inbox.identity : null
}

const isSameUser = (one: Owner, other: Owner) =>
  one.orgId === other.orgId && one.userId === other.userId

async function showNothing({ ports }: Office): Promise<void> {
  await ports.memory.remove(snapshotKey)
  await ports.badge(0)
}

/** A move of one handoff, as the lists are to show it. */
interface Settled {
  readonly handoffId: string
  readonly settle: Settling
}

/** An answer that was given before a move must not take the move back. */
const moves = createMeanwhile<Settled>()

function withSettled(items: InboxItem[], { handoffId, settle }: Settled): InboxItem[] {
  return items.map((item) => (item.id === handoffId ? settle(item) : item))
}

/** What a move that Salesforce has confirmed makes of an item: what it is to show until the inbox is read again. */
export type Settling = (item: InboxItem) => InboxItem

/** Lets the inbox follow a move of this user, without asking Salesforce again. */
export async function settleInInbox(office: Office, user: Owner, settled: Settled): Promise<void> {
  moves.tell(settled)
  const { cache, ports } = office
  const kept = inboxSchema.safeParse(await cache.read(user, subject))
  if (!kept.success) return
  const inbox = { ...kept.data, items: withSettled(kept.data.items, settled) }
  await cache.keep(user, subject, { value: inbox, readAt: inbox.readAt ?? ports.now() })
  const shown = await shownUser(office)
  if (!shown || isSameUser(user, shown))
    await show(office, withMoney(inbox, await knownMoney(office, user)))
  ports.announce({ fact: 'inbox-changed' })
}
