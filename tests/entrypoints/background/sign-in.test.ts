// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { snapshotKey } from '#lib/messaging/inbox-snapshot.ts'
import { look } from '../../../entrypoints/background/polling.ts'
import { hearCookie } from '../../../entrypoints/background/session-watch.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const clientId = '3MVG9segue'
const host = 'acme.my.salesforce.com'
const opportunityId = brightwater

/** Ana's worker, in an org with an app of its own, under what the company has decided. */
function ana(managed: Record<string, unknown> = {}, isBlocked = true) {
  const seed = acmeSeed()
  const app = { consumerKey: clientId, callbackUrls: ['https://segue.chromiumapp.org/'] }
  const switches = { apiAccess: !isBlocked }
  const org = { ...seed.org, switches, externalClientApps: [app] }
  const world = orgInProcess({ ...seed, org })
  world.browser.signIn(acmeUsers.ana)
  const worker = workerInProcess(world)
  Object.assign(worker.browser.managed, managed)
  return { ...worker, world }
}

describe('a user whose browser session may not use the API', () => {
  it('is told so, chooses the app, signs in once and works', async () => {
    const { ask } = ana()
    expect(await ask('identity.read', {})).toMatchObject({ trouble: { kind: 'api-blocked' } })
    await ask('sign-in.choose', { way: 'oauth', clientId: ` ${clientId} ` })
    expect(await ask('identity.read', {})).toMatchObject({ trouble: { kind: 'needs-oauth' } })
    expect(valueOf(await ask('sign-in.read', {})).isSignedIn).toBe(false)
    valueOf(await ask('sign-in.begin', {}))
    expect(valueOf(await ask('sign-in.read', {})).isSignedIn).toBe(true)
    expect(valueOf(await ask('identity.read', {}))).toMatchObject({ userId: acmeUsers.ana })
    expect(valueOf(await ask('context.read', { opportunityId, fresh: true }))).not.toBeNull()
    await ask('sign-in.end', {})
    expect(valueOf(await ask('sign-in.read', {})).isSignedIn).toBe(false)
    expect(await ask('identity.read', {})).toMatchObject({ trouble: { kind: 'needs-oauth' } })
  })

  it('is shown what waits until they sign out, whatever the browser’s session does', async () => {
    const { ask, office, browser } = ana()
    const shown = () => browser.memory.get(snapshotKey)
    await ask('sign-in.choose', { way: 'oauth', clientId })
    valueOf(await ask('sign-in.begin', {}))
    expect(await shown()).toBeDefined()
    const cookie = { name: 'sid', domain: host, value: 'x' }
    await hearCookie(office, { removed: true, cause: 'explicit', cookie })
    expect(await shown()).toBeDefined()
    await ask('sign-in.end', {})
    expect(await shown()).toBeUndefined()
  })

  it('is shown nothing any more once Salesforce has ended the sign-in', async () => {
    const { ask, office, world, browser } = ana()
    await ask('sign-in.choose', { way: 'oauth', clientId })
    valueOf(await ask('sign-in.begin', {}))
    world.demo.sessions.endAll()
    await browser.settings.remove(`oauth-refresh:${host}`)
    await look(office, world.org)
    expect(await browser.memory.get(snapshotKey)).toBeUndefined()
  })

  it('cannot begin without a consumer key', async () => {
    const { ask } = ana()
    await ask('sign-in.choose', { way: 'oauth', clientId: '' })
    expect(await ask('sign-in.begin', {})).toMatchObject({ trouble: { kind: 'sign-in-refused' } })
  })
})

describe('what the company has decided', () => {
  it('counts, whatever the user chooses', async () => {
    const { ask } = ana({ signIn: 'oauth', oauthClients: [{ host, clientId }] }, false)
    await ask('sign-in.choose', { way: 'session', clientId: '3MVG9evil' })
    expect(valueOf(await ask('sign-in.read', {}))).toMatchObject({
      way: 'oauth',
      clientId,
      decided: { way: true, clientId: true },
    })
    expect(await ask('identity.read', {})).toMatchObject({ trouble: { kind: 'needs-oauth' } })
    valueOf(await ask('sign-in.begin', {}))
    expect(valueOf(await ask('identity.read', {}))).toMatchObject({ userId: acmeUsers.ana })
  })

  it.each([{ allowedOrgs: ['other.my.salesforce.com'] }, { allowedOrgs: ['00DHs000009zZzZ'] }])(
    'keeps Segue out of other orgs: $allowedOrgs',
    async (managed) => {
      const { ask, world } = ana(managed, false)
      const refused = { trouble: { kind: 'org-not-allowed' } }
      expect(await ask('identity.read', {})).toMatchObject(refused)
      expect(await ask('context.read', { opportunityId, fresh: true })).toMatchObject(refused)
      expect(await ask('sign-in.begin', {})).toHaveProperty('trouble')
      expect(world.demo.calls.all()).toEqual([])
    },
  )

  it('is shown, with what could not be read', async () => {
    const { ask } = ana({ ai: false, keepTrashDays: 'long' }, false)
    expect(await ask('policy.read', {})).toEqual({
      set: [
        { key: 'keepTrashDays', value: 0 },
        { key: 'ai', value: false },
      ],
      unreadable: ['keepTrashDays'],
      missing: [],
    })
  })
})
