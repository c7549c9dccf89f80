import type { Identity } from '#lib/salesforce/identity.ts'
import { type Org, orgAtApiHost } from '#lib/salesforce/org-host.ts'
import { forgetToken } from '#lib/salesforce/signed-in.ts'
import { resume } from '#lib/sync/choices.ts'
import { isSettled } from '#lib/sync/entry.ts'
import { allEntries, record } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { menuLater } from './menu-later.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { look } from './polling.ts'
import { clearOthers } from './telling.ts'

/** What Chrome says of a cookie that changed. */
export interface CookieChange {
  readonly removed: boolean
  readonly cause: string
  readonly cookie: { readonly name: string; readonly domain: string; readonly value: string }
}

/**
 * Forgets who was signed in when an org's session changes, and goes on with what waited for a sign-in. Only
 * the session of the API's host tells who somebody is.
 */
export async function hearCookie(office: Office, change: CookieChange): Promise<void> {
  const { removed, cause, cookie } = change
  const org = orgAtApiHost(cookie.domain.replace(/^\./, ''))
  if (cookie.name !== 'sid' || !org) return
  if (removed) await forgetToken(org, cookie.value, office.ports)
  // A new value in the place of an old one is announced twice; the second time counts.
  if (cause === 'overwrite') return
  office.ports.announce({ fact: 'identity-changed' })
  // Who has signed in with the company's app does without the browser's session: a look tells.
  await (removed ? look : welcome)(office, org)
}

/** Somebody has signed in: their handoffs are counted and what waited for them goes on. */
export async function welcome(office: Office, org: Org): Promise<void> {
  await office.whereabouts.note(org)
  const found = await outcomeOf(() => office.gateway.identity(org))
  if (found.outcome === 'ok') {
    await rehome(office, found.value)
    await clearOthers(office, found.value)
    menuLater(office)
  }
  await Promise.all([look(office, org), goOn(office)])
}

/** An org whose My Domain was renamed is the same org: what was made at its old address goes to the new one. */
async function rehome({ outbox }: Office, { orgId, userId, host }: Identity): Promise<void> {
  for (const entry of await allEntries(outbox)) {
    const isOwn = entry.orgId === orgId && entry.userId === userId
    if (isOwn && entry.host !== host && !isSettled(entry))
      await record(outbox, entry.operationKey, () => ({ host }))
  }
}

/** Sends what waited for somebody to sign in, or for the network. */
export async function goOn({ outbox }: Office): Promise<void> {
  await resume(outbox, await allEntries(outbox))
  await push(outbox)
}
