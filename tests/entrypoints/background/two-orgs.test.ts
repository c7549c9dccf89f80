// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { hearOverlay } from '../../../entrypoints/background/overlay-news.ts'
import { openNotice } from '../../../entrypoints/background/telling.ts'
import { snapshotKey } from '#lib/messaging/inbox-snapshot.ts'
import { inboxPageOf } from '#lib/messaging/own-page.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { ben, benInTransition } from './people-at-work.ts'
import { workerInProcess } from './worker-in-process.ts'

const origin = 'chrome-extension://segue'

/** The production and a full copy of it, in which every record has the same id. */
function sandboxOf(seed = acmeSeed()) {
  const { org, ...rest } = seed
  const named = { ...org, myDomain: 'acme--uat', orgId: '00DHs000000abCdMAI' }
  return orgInProcess({ ...rest, org: named })
}

/** Ben's browser, signed in to the production, where he has accepted, and to the copy. */
async function benInBoth() {
  const bens = await benInTransition()
  const { world, browser } = bens
  const copy = sandboxOf()
  copy.clock.now = world.clock.now
  copy.browser.signIn(ben.userId)
  for (const [host, value] of copy.browser.jar) world.browser.jar.set(host, value)
  const fetch = (url: string, init: RequestInit) =>
    new URL(url).hostname === copy.org.apiHost ? copy.fetch(url, init) : world.fetch(url, init)
  const worker = workerInProcess({ ...world, fetch }, browser)
  const tabIn = ({ lightningHost }: typeof world.org) => ({
    id: 7,
    url: `https://${lightningHost}/lightning/r/Opportunity/${brightwater}/view`,
  })
  const visit = async (org: typeof world.org) => {
    worker.told.splice(0)
    await hearOverlay(worker.office, { overlay: 'address-changed' }, tabIn(org))
    return worker.told.map(({ message }) => message.toOverlay)
  }
  /** What a page of ours at this address is told of the inbox. */
  const inboxIn = (page: string) =>
    worker.route(
      { request: 'inbox.read', params: { fresh: true } },
      { origin, tab: { id: 9, url: `${origin}${page}` } },
    )
  /** Ben has accepted in the copy, too; the id of that handoff. */
  const copied = (status = 'Accepted') => {
    const desk = copy.demo.as(acmeUsers.ana)
    const now = new Date(copy.clock.now).toISOString()
    const id = desk.create('Handoff__c', {
      Client_Key__c: 'copied',
      Type__c: 'AE_CSM',
      Variant__c: 'Express',
      Status__c: status,
      Opportunity__c: brightwater,
      Outgoing_Owner__c: acmeUsers.ana,
      Incoming_Owner__c: ben.userId,
      Template_Key__c: 'ae-csm',
      Template_Version__c: '1.0.0',
      Submitted_At__c: now,
      Decided_At__c: now,
    })
    desk.create('Handoff__Share', { ParentId: id, UserOrGroupId: ben.userId, AccessLevel: 'Edit' })
    return id
  }
  return {
    ...worker,
    copied,
    inboxIn,
    handoffId: bens.handoffId,
    production: world.org,
    copy: copy.org,
    visit,
  }
}

describe('in one browser with a production and a copy of it', () => {
  it('the page with the whole inbox stays with its org, wherever the user goes', async () => {
    const { inboxIn, visit, production, copy } = await benInBoth()
    await visit(copy)
    const host = (apiHost: string) => ({ answer: { value: { identity: { host: apiHost } } } })
    expect(await inboxIn('/insights.html')).toMatchObject(host(copy.apiHost))
    expect(await inboxIn(inboxPageOf(production.apiHost))).toMatchObject(host(production.apiHost))
    expect(await inboxIn('/insights.html?org=evil.example')).toMatchObject(host(copy.apiHost))
  })

  it('a card that is dismissed in one of them is still shown in the other', async () => {
    const { ask, inboxIn, visit, handoffId, production, copy, copied } = await benInBoth()
    expect(copied()).toBe(handoffId)
    await inboxIn(inboxPageOf(copy.apiHost))
    expect(await visit(production)).toContain('show-card')
    await ask('card.close', { handoffId })
    expect(await visit(production)).not.toContain('show-card')
    expect(await visit(copy)).toContain('show-card')
  })

  it('the icon counts what waits in the org that the user goes to, at no call', async () => {
    const { inboxIn, visit, badges, browser, copied, production, copy } = await benInBoth()
    copied('Submitted')
    const shown = async () => JSON.stringify(await browser.memory.get(snapshotKey))
    await inboxIn(inboxPageOf(copy.apiHost))
    await inboxIn(inboxPageOf(production.apiHost))
    expect(badges.at(-1)).toBe(0)
    await visit(copy)
    expect(badges.at(-1)).toBe(1)
    expect(await shown()).toContain(copy.apiHost)
    await visit(production)
    expect(badges.at(-1)).toBe(0)
    expect(await shown()).toContain(production.apiHost)
  })

  it('what arrives in one of them changes nothing of what is shown of the other', async () => {
    const { ask, settled, inboxIn, visit, badges, copied, handoffId, copy } = await benInBoth()
    copied('Submitted')
    await inboxIn(inboxPageOf(copy.apiHost))
    await visit(copy)
    expect(badges.at(-1)).toBe(1)
    await ask('handoff.repeat', { handoffId, question: 'why.problem', note: '' })
    await settled()
    await expect.poll(async () => (await ask('outbox.read', {})).at(0)?.state).toBe('sent')
    expect(badges.at(-1)).toBe(1)
  })

  it('a notification about many handoffs leads to the inbox of its org', async () => {
    const { office, visit, opened, production, copy } = await benInBoth()
    await visit(copy)
    await openNotice(office, `segue|${production.apiHost}|inbox|summary`)
    expect(opened).toEqual([`${origin}${inboxPageOf(production.apiHost)}`])
  })
})
