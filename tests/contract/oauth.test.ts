import { describe, expect, it } from 'vitest'
import { createApp } from '#demo/app.ts'
import { createOrg } from '#demo/org/org.ts'
import { differences } from './likeness.ts'
import { orgUnderTest } from './org-under-test.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'
import { admin, plainOrg } from './plain-org.ts'
import { recorded } from './recording.ts'

type Apps = OrgSeedInput['org']['externalClientApps']

const redirectUri = 'https://abcdefgh.chromiumapp.org/'
const scope = 'api refresh_token'

describe('the answers to token requests', () => {
  const seed = plainOrg()
  const now = new Date('2026-11-23T12:00:00Z')
  let clock = now

  function orgOf(apps: Apps) {
    const org = createOrg(
      { ...seed, org: { ...seed.org, externalClientApps: apps } },
      { now: () => clock, random: Math.random },
    )
    return { org, app: createApp([org]) }
  }

  async function authorized(apps: Apps, parameters: Record<string, string> = {}) {
    const { org, app } = orgOf(apps)
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'segue',
      redirect_uri: redirectUri,
      scope,
      ...parameters,
    })
    const address = `https://${org.hosts.my}/services/oauth2`
    const headers = { Cookie: `sid=${org.signIn(admin.id)}` }
    const response = await app.request(`${address}/authorize?${query}`, { headers })
    const ask = async (asked: Record<string, string>) => {
      const body = new URLSearchParams({ client_id: 'segue', redirect_uri: redirectUri, ...asked })
      const answer = await app.request(`${address}/token`, { method: 'POST', body })
      return { status: answer.status, body: await answer.json() }
    }
    const code = new URL(response.headers.get('Location') ?? 'https://none').searchParams
    return { org, app, response, ask, code }
  }

  const lax = [{ consumerKey: 'segue', requiresPkce: false }]

  it('have the keys of the recorded ones', async () => {
    const { ask, code, org } = await authorized(lax)
    const given = await ask({ grant_type: 'authorization_code', code: code.get('code') ?? '' })
    expect(given.status).toBe(200)
    expect(given.body).toMatchObject({
      instance_url: `https://${org.hosts.my}`,
      token_type: 'Bearer',
      scope,
      issued_at: String(now.getTime()),
    })
    const refreshed = await ask({
      grant_type: 'refresh_token',
      refresh_token: given.body['refresh_token'],
    })
    const missing = differences(recorded('restforce/refresh_success_response.json'), refreshed.body)
    expect(missing).toEqual(['$.scope was never recorded', '$.token_type was never recorded'])
  })

  it('are given to a client that names itself by HTTP Basic authentication', async () => {
    const { app, code, org } = await authorized(lax)
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: code.get('code') ?? '',
      redirect_uri: redirectUri,
    })
    const answer = await app.request(`https://${org.hosts.my}/services/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('segue:secret')}` },
      body,
    })
    expect(answer.status).toBe(200)
  })

  // https://stackoverflow.com/questions/10890467
  it.each([
    ['application/json', JSON.stringify({ grant_type: 'refresh_token', client_id: 'segue' })],
    ['text/plain', 'grant_type=refresh_token&client_id=segue'],
    ['application/x-www-form-urlencoded', 'grant_type=magic'],
    ['application/x-www-form-urlencoded', ''],
  ])('do not know the grant type of what is no form or names none: %s %s', async (type, body) => {
    const { app, org } = orgOf(lax)
    const address = `https://${org.hosts.my}/services/oauth2/token`
    const headers = { 'Content-Type': type }
    const answer = await app.request(address, { method: 'POST', headers, body })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({
      error: 'unsupported_grant_type',
      error_description: 'grant type not supported',
    })
  })

  it('refuse an old refresh token as recorded, and any after it was rotated', async () => {
    const { ask, code } = await authorized([
      { consumerKey: 'segue', requiresPkce: false, rotatesRefreshTokens: true },
    ])
    const first = await ask({ grant_type: 'authorization_code', code: code.get('code') ?? '' })
    const old = { grant_type: 'refresh_token', refresh_token: first.body['refresh_token'] }
    const second = await ask(old)
    expect(second.body['refresh_token']).not.toBe(first.body['refresh_token'])
    const refused = await ask(old)
    expect(refused).toEqual({
      status: 400,
      body: recorded('restforce/refresh_error_response.json'),
    })
  })

  it('refuse a code after fifteen minutes', async () => {
    const { ask, code } = await authorized(lax)
    clock = new Date(now.getTime() + 15 * 60 * 1000 + 1)
    const answer = await ask({ grant_type: 'authorization_code', code: code.get('code') ?? '' })
    clock = now
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it.each([
    ['a blocked app', [{ consumerKey: 'segue', blocked: true }], 'OAUTH_APP_BLOCKED'],
    ['a request without a challenge', [{ consumerKey: 'segue' }], 'invalid_request'],
  ])('send %s back with an error', async (_, apps, error) => {
    const { code } = await authorized(apps)
    expect(code.get('error')).toBe(error)
    expect(code.get('code')).toBeNull()
  })

  it('send a scope that there is not back with an error', async () => {
    const { code } = await authorized(lax, { scope: 'api everything' })
    expect(code.get('error')).toBe('invalid_scope')
  })

  it('never send an app without a consumer key anywhere', async () => {
    const { response } = await authorized(undefined, { client_id: '' })
    expect(response.status).toBe(400)
  })

  it.each([
    ['an unknown app', [{ consumerKey: 'other' }]],
    ['an unknown address', [{ consumerKey: 'segue', callbackUrls: ['https://else.example/'] }]],
  ])('never send %s anywhere', async (_, apps) => {
    const { response } = await authorized(apps)
    expect(response.status).toBe(400)
    expect(response.headers.get('Location')).toBeNull()
  })

  it('give a session that may say who it is, and call the API only if that was asked for', async () => {
    const { org, ask, code } = await authorized(lax, { scope: 'openid' })
    const { body } = await ask({ grant_type: 'authorization_code', code: code.get('code') ?? '' })
    const headers = { Authorization: `Bearer ${body['access_token']}` }
    const statusOf = async (path: string) =>
      (await createApp([org]).request(`https://${org.hosts.my}/services/${path}`, { headers }))
        .status
    expect(await statusOf('oauth2/userinfo')).toBe(200)
    expect(await statusOf('data/v67.0/limits')).toBe(401)
  })

  it('bring no refresh token for everything, which has to be asked for by name', async () => {
    const { ask, code } = await authorized(lax, { scope: 'full' })
    const { body } = await ask({ grant_type: 'authorization_code', code: code.get('code') ?? '' })
    expect(body).not.toHaveProperty('refresh_token')
  })

  it('refuse a refresh token of somebody who has left', async () => {
    const { org, ask, code } = await authorized(lax)
    const { body } = await ask({ grant_type: 'authorization_code', code: code.get('code') ?? '' })
    org.state.store.put('User', { ...org.state.store.table('User').get(admin.id), IsActive: false })
    expect(
      await ask({ grant_type: 'refresh_token', refresh_token: body['refresh_token'] }),
    ).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('are worth nothing any more when their refresh token is revoked', async () => {
    const { org, app, ask, code } = await authorized(lax)
    const first = await ask({ grant_type: 'authorization_code', code: code.get('code') ?? '' })
    const token: string = first.body['refresh_token']
    const second = await ask({ grant_type: 'refresh_token', refresh_token: token })
    await app.request(`https://${org.hosts.my}/services/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token }),
    })
    for (const { body } of [first, second])
      expect(org.sessionOf(body['access_token'])).toBeUndefined()
  })

  it('let a session by OAuth pass where sessions of the browser may not call the API', async () => {
    const { org, ask, code } = await authorized(lax)
    org.state.file.switches.apiAccess = false
    const { body } = await ask({ grant_type: 'authorization_code', code: code.get('code') ?? '' })
    const limits = `https://${org.hosts.my}/services/data/v67.0/limits`
    const called = async (session: string) => {
      const headers = { Authorization: `Bearer ${session}` }
      return createApp([org]).request(limits, { headers })
    }
    expect((await called(body['access_token'])).status).toBe(200)
    const refused = await called(org.signIn(admin.id))
    expect(refused.status).toBe(401)
    expect(await refused.json()).toEqual([
      {
        message: 'This session is not valid for use with the REST API',
        errorCode: 'INVALID_SESSION_ID',
      },
    ])
  })
})

describe('the identity service', () => {
  const { org, call } = orgUnderTest(plainOrg())
  const identity = `/id/${org.state.file.orgId}/${admin.id}`
  const nobody = { headers: { Authorization: '' } }

  it.each(['/services/oauth2/userinfo', identity])(
    'refuses a token at %s with a word of plain text',
    async (address) => {
      const asked = async (headers: Record<string, string>) => {
        const answer = await createApp([org]).request(`https://${org.hosts.my}${address}`, {
          headers,
        })
        return { status: answer.status, text: await answer.text() }
      }
      expect(await asked({ Authorization: 'Bearer expired' })).toEqual({
        status: 403,
        text: 'Bad_OAuth_Token',
      })
      expect(await asked({})).toEqual({ status: 403, text: 'Missing_OAuth_Token' })
    },
  )

  it.each([
    ['/services/oauth2/userinfo', 'access_token'],
    [identity, 'oauth_token'],
  ])('takes the token of %s as the parameter %s too', async (address, name) => {
    const token = encodeURIComponent(org.signIn(admin.id))
    const { status, body } = await call('GET', `${address}?${name}=${token}`, nobody)
    expect(status).toBe(200)
    expect(body).toMatchObject({ user_id: admin.id })
  })
})
