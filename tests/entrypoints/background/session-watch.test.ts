// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { snapshotKey } from '#lib/messaging/inbox-snapshot.ts'
import { freshInbox } from '../../../entrypoints/background/inboxes.ts'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { hearCookie } from '../../../entrypoints/background/session-watch.ts'
import { acmeSeed, acmeUsers, callsOf, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { benWithHandoff } from './people-at-work.ts'
import { workerInProcess } from './worker-in-process.ts'

const domain = 'acme.my.salesforce.com'

/** A worker in a browser in which Ana is signed in. */
async function withAna() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const worker = workerInProcess(world)
  await worker.office.gateway.identity(world.org)
  callsOf(world)
  const value = world.browser.jar.get(domain) ?? ''
  return { world, value, ...worker }
}

const ended = (cookie: { readonly domain: string; readonly value: string }) => ({
  removed: true,
  cause: 'explicit',
  cookie: { name: 'sid', ...cookie },
})

describe('a session', () => {
  it('that ends is forgotten at once, and nothing is counted any more', async () => {
    const { world, office, facts, badges, value } = await withAna()
    world.browser.signOut()
    await hearCookie(office, ended({ domain, value }))
    expect(facts).toEqual([{ fact: 'identity-changed' }])
    expect(badges).toEqual([0])
    expect(callsOf(world)).toEqual([])
    world.browser.jar.set(domain, value)
    await office.gateway.identity(world.org)
    expect(callsOf(world)).toEqual(['GET /services/oauth2/userinfo'])
  })

  it('that is found to be over is told of once: whoever shows who is signed in asks anew', async () => {
    const { world, office, facts, ask } = await withAna()
    await office.whereabouts.note(world.org)
    await noteUse(office)
    world.demo.sessions.endAll()
    await poll(office)
    expect(facts).toEqual([{ fact: 'identity-changed' }])
    expect(await ask('identity.read', {})).toMatchObject({ outcome: 'trouble' })
    world.clock.now += 15 * 60_000
    await noteUse(office)
    await poll(office)
    expect(facts).toEqual([{ fact: 'identity-changed' }])
  })

  it('that begins brings the number of handoffs that wait', async () => {
    const world = orgInProcess()
    const { office, facts, badges } = workerInProcess(world)
    world.browser.signIn(acmeUsers.ana)
    const value = world.browser.jar.get(domain) ?? ''
    await hearCookie(office, {
      removed: false,
      cause: 'explicit',
      cookie: { name: 'sid', domain, value },
    })
    expect(facts).toContainEqual({ fact: 'identity-changed' })
    expect(badges).toEqual([0])
    expect(await office.whereabouts.lastOrg()).toEqual(world.org)
  })

  it('of somebody who may not see handoffs shows nothing of who was signed in before', async () => {
    const seed = acmeSeed()
    const stranger = seed.org.users?.find(({ id }) => id === acmeUsers.mara)
    Object.assign(stranger ?? {}, { permissionSets: [] })
    const { world, office, badges, browser } = await benWithHandoff(seed)
    await freshInbox(office, world.org)
    expect(badges.at(-1)).toBe(1)
    world.browser.signIn(acmeUsers.mara)
    const value = world.browser.jar.get(domain) ?? ''
    const cookie = { name: 'sid', domain, value }
    await hearCookie(office, { removed: false, cause: 'explicit', cookie })
    expect(badges.at(-1)).toBe(0)
    expect(await browser.memory.get(snapshotKey)).toBeUndefined()
  })

  it('of another org that ends leaves what is shown of this one', async () => {
    const { world, office, badges, browser } = await withAna()
    await freshInbox(office, world.org)
    const sandbox = 'acme--uat.sandbox.my.salesforce.com'
    await hearCookie(office, ended({ domain: sandbox, value: 'x' }))
    expect(badges).toEqual([0])
    expect(await browser.memory.get(snapshotKey)).toBeDefined()
    world.browser.signOut()
    await hearCookie(office, ended({ domain, value: 'x' }))
    expect(await browser.memory.get(snapshotKey)).toBeUndefined()
  })

  it.each([
    { name: 'oid', domain },
    { name: 'sid', domain: 'shop.example' },
    { name: 'sid', domain: 'evil-my.salesforce.com.example' },
  ])('is not meant by cookie $name of $domain', async (cookie) => {
    const { office, facts } = await withAna()
    await hearCookie(office, {
      removed: true,
      cause: 'explicit',
      cookie: { value: 'x', ...cookie },
    })
    expect(facts).toEqual([])
  })
})
