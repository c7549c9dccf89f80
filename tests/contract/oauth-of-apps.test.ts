import { Buffer } from 'node:buffer'
import { createPublicKey, createSign, createVerify, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createApp } from '#demo/app.ts'
import { createOrg } from '#demo/org/org.ts'
import { admin, plainOrg } from './plain-org.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const seed = plainOrg()
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const certificate = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString()
const apps = [
  { consumerKey: 'robot', consumerSecret: 'hush', runAs: admin.username, certificate },
  { consumerKey: 'plain', requiresPkce: false },
]
const org = createOrg(
  { ...seed, org: { ...seed.org, externalClientApps: apps } },
  { now: () => NOW, random: Math.random },
)
const app = createApp([org])
const my = `https://${org.hosts.my}`

async function ask(asked: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(asked)
  const address = `${my}/services/oauth2/token`
  const answer = await app.request(address, { method: 'POST', body, headers })
  return {
    status: answer.status,
    body: z.record(z.string(), z.unknown()).parse(await answer.json()),
  }
}

async function nameOf(accessToken: unknown): Promise<unknown> {
  const headers = { Authorization: `Bearer ${String(accessToken)}` }
  const answer = await app.request(`${my}/services/oauth2/userinfo`, { headers })
  return z.object({ preferred_username: z.string() }).parse(await answer.json()).preferred_username
}

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm */
describe('an app that signs in as itself', () => {
  const grant = { grant_type: 'client_credentials' }

  it('is the user that it runs as, and is given nothing to refresh', async () => {
    const { status, body } = await ask({ ...grant, client_id: 'robot', client_secret: 'hush' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ instance_url: my, scope: 'api', token_type: 'Bearer' })
    expect(body).not.toHaveProperty('refresh_token')
    expect(await nameOf(body['access_token'])).toBe(admin.username)
  })

  it('may name itself by HTTP Basic authentication', async () => {
    const basic = Buffer.from('robot:hush').toString('base64')
    expect(await ask(grant, { Authorization: `Basic ${basic}` })).toMatchObject({ status: 200 })
  })

  it.each([
    ['robot', 'loud', 'invalid_client', 'invalid client credentials'],
    ['plain', '', 'invalid_grant', 'no client credentials user enabled'],
    ['nobody', '', 'invalid_client_id', 'client identifier invalid'],
  ])('%s with the secret "%s" is refused', async (client_id, client_secret, error, text) => {
    expect(await ask({ ...grant, client_id, client_secret })).toEqual({
      status: 400,
      body: { error, error_description: text },
    })
  })
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function assertionOf(claims: Record<string, unknown>): string {
  const usual = { iss: 'robot', sub: admin.username, aud: 'https://login.salesforce.com' }
  const exp = NOW.getTime() / 1000 + 180
  const signed = `${encoded({ alg: 'RS256' })}.${encoded({ ...usual, exp, ...claims })}`
  const signature = createSign('RSA-SHA256').update(signed).sign(pair.privateKey, 'base64url')
  return `${signed}.${signature}`
}

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm */
describe('an app that signs a user in by an assertion', () => {
  const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

  it.each([{}, { aud: my }, { sub: admin.username.toUpperCase() }])(
    'is given a token for %j',
    async (claims) => {
      const { status, body } = await ask({ grant_type, assertion: assertionOf(claims) })
      expect(status).toBe(200)
      expect(await nameOf(body['access_token'])).toBe(admin.username)
    },
  )

  it.each([
    [assertionOf({ aud: 'https://example.com' }), 'invalid_grant', 'audience is invalid'],
    [assertionOf({ exp: NOW.getTime() / 1000 - 1 }), 'invalid_grant', 'invalid assertion'],
    [assertionOf({ sub: 'no@one' }), 'invalid_grant', "user hasn't approved this consumer"],
    [assertionOf({ iss: 'nobody' }), 'invalid_client_id', 'client identifier invalid'],
    [`${assertionOf({}).slice(0, -9)}AAAAAAAAA`, 'invalid_grant', 'invalid assertion'],
    ['no.assertion', 'invalid_grant', 'invalid assertion'],
  ])('is refused %s: %s, %s', async (assertion, error, error_description) => {
    const answer = await ask({ grant_type, assertion })
    expect(answer).toEqual({ status: 400, body: { error, error_description } })
  })
})

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_openid.htm */
it('an app that asks for openid is told who the user is, signed by the key of the org', async () => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'plain',
    redirect_uri: 'https://app.example/',
    scope: 'openid api',
    nonce: 'once',
  })
  const sent = await app.request(`${my}/services/oauth2/authorize?${query}`, {
    headers: { Cookie: `sid=${org.signIn(admin.id)}` },
  })
  const code = new URL(sent.headers.get('Location') ?? '').searchParams.get('code') ?? ''
  const redirect_uri = 'https://app.example/'
  const { body } = await ask({
    grant_type: 'authorization_code',
    client_id: 'plain',
    redirect_uri,
    code,
  })
  const [header = '', payload = '', signature = ''] = String(body['id_token']).split('.')
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const sub = `https://login.salesforce.com/id/${org.state.file.orgId}/${admin.id}`
  expect(claims).toMatchObject({ iss: my, aud: 'plain', nonce: 'once', sub })
  const jwks = await (await app.request(`${my}/id/keys`)).json()
  const [key = {}] = z.object({ keys: z.array(z.record(z.string(), z.string())) }).parse(jwks).keys
  const publicKey = createPublicKey({ key, format: 'jwk' })
  const verified = createVerify('RSA-SHA256').update(`${header}.${payload}`)
  expect(verified.verify(publicKey, signature, 'base64url')).toBe(true)
})
