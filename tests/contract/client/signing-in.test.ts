import { Connection, OAuth2 } from 'jsforce'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admin } from '../plain-org.ts'
import { type ServedOrg, serveOrg } from './served-org.ts'

const redirectUri = 'https://abcdefgh.chromiumapp.org/'
const scope = 'api refresh_token'

let served: ServedOrg

beforeAll(async () => {
  served = await serveOrg({ Account: [{ Name: 'Acme' }] })
})
afterAll(() => served.close())

function oauthClient(): OAuth2 {
  return new OAuth2({
    loginUrl: served.address,
    clientId: 'segue',
    redirectUri,
    useVerifier: true,
  })
}

/** Where the browser of the signed-in administrator is sent from the authorize address. */
async function sentBackTo(address: string): Promise<URL> {
  const session = served.org.signIn(admin.id)
  const response = await fetch(address, {
    headers: { Cookie: `sid=${session}` },
    redirect: 'manual',
  })
  expect(response.status).toBe(302)
  return new URL(response.headers.get('Location') ?? '')
}

async function codeFor(client: OAuth2): Promise<string> {
  const target = await sentBackTo(client.getAuthorizationUrl({ scope, state: 'mine' }))
  expect(target.searchParams.get('state')).toBe('mine')
  return target.searchParams.get('code') ?? ''
}

describe('jsforce signs in', () => {
  it('with a code and its verifier, and works as that user', async () => {
    const connection = new Connection({ oauth2: oauthClient(), version: '67.0' })
    await connection.authorize(await codeFor(connection.oauth2))
    expect(connection.userInfo).toMatchObject({ id: admin.id })
    expect(await connection.identity()).toMatchObject({ username: admin.username })
    expect(await connection.query('SELECT COUNT() FROM Account')).toMatchObject({ totalSize: 1 })
  })

  it('again with the refresh token when the session has ended', async () => {
    const connection = new Connection({ oauth2: oauthClient(), version: '67.0' })
    await connection.authorize(await codeFor(connection.oauth2))
    const first = connection.accessToken ?? ''
    served.org.sessions.end(first)
    expect(await connection.query('SELECT COUNT() FROM Account')).toMatchObject({ totalSize: 1 })
    expect(connection.accessToken).not.toBe(first)
  })

  it('no more once the refresh token is revoked', async () => {
    const client = oauthClient()
    const { refresh_token: refreshToken = '' } = await client.requestToken(await codeFor(client))
    await client.revokeToken(refreshToken)
    await expect(client.refreshToken(refreshToken)).rejects.toMatchObject({
      name: 'invalid_grant',
      message: 'expired access/refresh token',
    })
  })

  it('not twice with one code', async () => {
    const client = oauthClient()
    const code = await codeFor(client)
    await client.requestToken(code)
    await expect(client.requestToken(code)).rejects.toMatchObject({ name: 'invalid_grant' })
  })

  it('not with the verifier of another request', async () => {
    const code = await codeFor(oauthClient())
    await expect(oauthClient().requestToken(code)).rejects.toMatchObject({
      name: 'invalid_grant',
      message: 'invalid code verifier',
    })
  })

  it('not with name and password, as in orgs of today', async () => {
    const asked = { grant_type: 'password', username: admin.username, password: 'secret' }
    await expect(oauthClient().requestToken(asked)).rejects.toMatchObject({
      name: 'unsupported_grant_type',
    })
  })
})
