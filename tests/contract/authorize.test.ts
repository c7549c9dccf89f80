import { describe, expect, it } from 'vitest'
import { createApp } from '#demo/app.ts'
import { createOrg } from '#demo/org/org.ts'
import { admin, plainOrg } from './plain-org.ts'

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm */
describe('who signs in to an app', () => {
  const seed = plainOrg()
  const externalClientApps = [{ consumerKey: 'segue', requiresPkce: false }]
  const now = () => new Date('2026-11-23T12:00:00Z')
  const org = createOrg(
    { ...seed, org: { ...seed.org, externalClientApps } },
    { now, random: Math.random },
  )
  const app = createApp([org])
  const redirectUri = 'https://abcdefgh.chromiumapp.org/'
  const signedIn = { Cookie: `sid=${org.signIn(admin.id)}` }

  function authorize(parameters: Record<string, string>, headers: Record<string, string> = {}) {
    const asked = { response_type: 'code', client_id: 'segue', redirect_uri: redirectUri }
    const query = new URLSearchParams({ ...asked, ...parameters })
    const address = `https://${org.hosts.my}/services/oauth2/authorize?${query}`
    return app.request(address, { headers })
  }

  it('is who has a session, at once', async () => {
    const response = await authorize({ immediate: 'true' }, signedIn)
    expect(response.headers.get('Location')).toMatch(`${redirectUri}?code=`)
  })

  it('is asked anew where the app wants that', async () => {
    const response = await authorize({ prompt: 'login' }, signedIn)
    expect([response.status, response.headers.get('Location')]).toEqual([200, null])
  })

  it('is not asked where the app wants it at once', async () => {
    const response = await authorize({ immediate: 'true', state: 'a' })
    const back = `${redirectUri}?error=immediate_unsuccessful&state=a`
    expect(response.headers.get('Location')).toBe(back)
  })

  it('cannot be sent back where no address is named', async () => {
    const response = await authorize({ redirect_uri: '' }, signedIn)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('error=redirect_uri_missing')
  })
})
