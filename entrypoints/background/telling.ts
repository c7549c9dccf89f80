import * as z from 'zod/mini'
import { clockOf } from '#lib/handoff/decision-clock.ts'
import type { News } from '#lib/handoff/news.ts'
import { newsIn } from '#lib/handoff/news.ts'
import type { Inbox } from '#lib/messaging/inbox-requests.ts'
import { orgAtApiHost } from '#lib/salesforce/org-host.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { calendarOf } from '#lib/handoff/business-time.ts'
import { isForAnother, noticeOf, summaryOf, targetOf } from './notices.ts'
import { notificationSettings } from './notification-settings.ts'
import type { Office } from './office.ts'
import { openRecord } from './page-answers.ts'

const subject = 'heard'
const heardSchema = z.array(z.string())

/** As many pieces of news as are shown one by one; more become a single notification. */
const apart = 3
/** How many keys are remembered beyond those of what is still in the inbox. */
const remembered = 1000

/** What the user has not heard of yet; from now on they have, also after this worker is gone. */
async function unheard(office: Office, user: Identity, inbox: Inbox) {
  const { cache, ports } = office
  const { forHandoff } = await office.shelf.known()
  const now = ports.now()
  const calendar = calendarOf(user.timeZone)
  const news = newsIn(inbox.items, {
    ...user,
    now,
    clock: (item) => clockOf(item, forHandoff(item)?.clocks, calendar),
  })
  const heard = heardSchema.safeParse(await cache.read(user, subject)).data ?? []
  const known = new Set(heard)
  const fresh = news.filter(({ key }) => !known.has(key))
  if (fresh.length === 0) return []
  const current = new Set(news.map(({ key }) => key))
  const past = heard.filter((key) => !current.has(key)).slice(-remembered)
  await cache.keep(user, subject, { value: [...past, ...current], readAt: now })
  return fresh
}

/** The user is looking at the inbox: nothing in it is news any more. */
export async function countAsHeard(office: Office, inbox: Inbox): Promise<void> {
  if (inbox.identity) await unheard(office, inbox.identity, inbox)
}

/** Tells the user what is new, each piece once; many at once in one notification. */
export async function tellNews(office: Office, inbox: Inbox): Promise<void> {
  const { identity: user } = inbox
  if (!user) return
  const settings = await notificationSettings(office)
  const unknown = await unheard(office, user, inbox)
  const news = latestOf(unknown.filter(({ kind }) => settings[kind]))
  const wording = { user, names: settings.names }
  const notices =
    news.length > apart ? [summaryOf(news, wording)] : news.map((one) => noticeOf(one, wording))
  for (const notice of notices) await office.ports.notify(notice)
}

/** What has happened to a handoff is told by its latest piece: a new one that is late already is late. */
function latestOf(news: readonly News[]): readonly News[] {
  return [...new Map(news.map((one) => [one.item.id, one])).values()]
}

/** Takes away what another user of this org was told and has not seen: it names their deals. */
export async function clearOthers({ ports }: Office, user: Identity): Promise<void> {
  const others = (await ports.noticesShown()).filter((id) => isForAnother(id, user))
  await Promise.all(others.map((id) => ports.clearNotice(id)))
}

/** A notification was clicked: opens what it is about, and does nothing else. */
export async function openNotice({ ports }: Office, id: string): Promise<void> {
  const found = targetOf(id)
  const org = found && orgAtApiHost(found.host)
  if (!found || !org) return
  await ports.clearNotice(id)
  if (found.target === 'inbox') return void (await ports.tabs.open(ports.inboxPage(org.apiHost)))
  await openRecord(ports, { id: found.target, host: org.lightningHost, panel: true })
}
