import { describe, expect, it } from 'vitest'
import { createApp } from '#demo/app.ts'
import { createOrg } from '#demo/org/org.ts'
import { admin, plainOrg } from './plain-org.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const MY = 'https://plain.my.salesforce.com'
const scope = 'api refresh_token'
const redirect = { client_id: 'segue', redirect_uri: 'https://abcdefgh.chromiumapp.org/' }

/** An org with a token that one app has been given, and how an app asks about it. */
async function withToken() {
  const apps = ['segue', 'other'].map((consumerKey) => ({ consumerKey, requiresPkce: false }))
  const plain = plainOrg()
  const seed = { ...plain, org: { ...plain.org, externalClientApps: apps } }
  const org = createOrg(seed, { now: () => NOW, random: Math.random })
  const app = createApp([org])
  const at = `https://${org.hosts.my}/services/oauth2`
  const query = new URLSearchParams({ response_type: 'code', scope, ...redirect })
  const headers = { Cookie: `sid=${org.signIn(admin.id)}` }
  const response = await app.request(`${at}/authorize?${query}`, { headers })
  const code = new URL(response.headers.get('Location') ?? MY).searchParams.get('code') ?? ''
  const post = async (path: string, asked: Record<string, string>) => {
    const body = new URLSearchParams(asked)
    const answer = await app.request(`${at}/${path}`, { method: 'POST', body })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) }
  }
  const { body } = await post('token', { grant_type: 'authorization_code', code, ...redirect })
  const token = String(body['access_token'])
  const ask = (client_id: string, about = token) => post('introspect', { client_id, token: about })
  return { app, org, token, refreshToken: String(body['refresh_token']), ask, post }
}

// https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oidc_token_introspection_endpoint.htm
describe('a token that is asked about', () => {
  it('holds for what it was given for, as long as a session lasts', async () => {
    const { ask, org } = await withToken()
    const iat = NOW.getTime() / 1000
    expect(await ask('segue')).toEqual({
      status: 200,
      body: {
        active: true,
        scope,
        client_id: 'segue',
        username: admin.username,
        sub: `https://login.salesforce.com/id/${org.state.file.orgId}/${admin.id}`,
        token_type: 'access_token',
        exp: iat + 7200,
        iat,
        nbf: iat,
      },
    })
  })

  it('may be the one that refreshes', async () => {
    const { ask, refreshToken } = await withToken()
    expect((await ask('segue', refreshToken)).body).toMatchObject({
      active: true,
      token_type: 'refresh_token',
    })
  })

  it('holds no longer when it was revoked, and is nothing to another app', async () => {
    const { ask, post, token } = await withToken()
    expect((await ask('other')).body).toEqual({ active: false })
    await post('revoke', { token })
    expect((await ask('segue')).body).toEqual({ active: false })
  })
})

describe('the OpenID configuration', () => {
  it('says where to sign in, to anybody', async () => {
    const { app, org } = await withToken()
    const response = await app.request(`https://${org.hosts.my}/.well-known/openid-configuration`)
    expect(await response.json()).toMatchObject({
      issuer: `https://${org.hosts.my}`,
      introspection_endpoint: `https://${org.hosts.my}/services/oauth2/introspect`,
    })
  })
})
