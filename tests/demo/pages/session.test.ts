import { describe, expect, it } from 'vitest'

import { visit } from './visitor.ts'

const MY = 'https://acme.my.salesforce.com'
const LIGHTNING = 'https://acme.lightning.force.com'
const api = (token: string | undefined) => ({ headers: { Authorization: `Bearer ${token}` } })

describe('signing in', () => {
  it('leads whoever is signed out to the sign-in page and back to where he wanted to go', async () => {
    const visitor = visit('acme')
    const wanted = '/lightning/o/Opportunity/list?filterName=Recent'
    const sent = await visitor.go(LIGHTNING + wanted)
    expect(sent.headers.get('Location')).toBe(
      `${MY}/?ec=302&startURL=${encodeURIComponent(wanted)}`,
    )
    expect(await visitor.signIn('Ana Ferreira', wanted)).toBe(wanted)
  })

  it('sets HttpOnly, Secure cookies', async () => {
    const { go, org } = visit('acme')
    const user = org.state.file.users[1]?.id ?? ''
    const sent = await go(`${MY}/`, { method: 'POST', body: new URLSearchParams({ user }) })
    expect(sent.headers.get('Set-Cookie')).toMatch(/^sid=.*HttpOnly.*Secure/)
  })

  it('gives the API a session on one host, and Lightning another that the API refuses', async () => {
    const visitor = visit('acme')
    await visitor.signIn('Ana Ferreira')
    const my = visitor.cookie('acme.my.salesforce.com')
    const lightning = visitor.cookie('acme.lightning.force.com')
    expect(my).not.toBe(lightning)
    expect(my?.slice(0, 16)).toBe(`${visitor.org.state.file.orgId.slice(0, 15)}!`)
    expect(lightning?.slice(0, 16)).toBe(my?.slice(0, 16))
    const path = `${MY}/services/data/v67.0/limits`
    expect((await visitor.go(path, api(decodeURIComponent(my ?? '')))).status).toBe(200)
    expect((await visitor.go(path, api(decodeURIComponent(lightning ?? '')))).status).toBe(401)
  })

  it.each(['//elsewhere.example', 'https://elsewhere.example/', '/\\elsewhere.example', ''])(
    'does not lead to %s afterwards',
    async (startURL) => {
      expect(await visit('acme').signIn('Ana Ferreira', startURL)).toBe('/lightning/page/home')
    },
  )

  it('is not for inactive users', async () => {
    const { go, org } = visit('nordwind')
    const user = org.state.file.users.find(({ active }) => !active)?.id ?? ''
    const address = `https://${org.hosts.my}/`
    const sent = await go(address, { method: 'POST', body: new URLSearchParams({ user }) })
    expect(sent.headers.get('Set-Cookie')).toBeNull()
    expect(await (await go(address)).text()).not.toContain('Tove Anker')
  })

  it('leads on at once whoever is signed in', async () => {
    const visitor = visit('acme')
    await visitor.signIn('Ana Ferreira')
    expect((await visitor.go(`${MY}/`)).headers.get('Location')).toContain('frontdoor.jsp')
  })
})

describe('signing out', () => {
  it('ends both sessions', async () => {
    const visitor = visit('acme')
    await visitor.signIn('Ana Ferreira')
    const token = decodeURIComponent(visitor.cookie('acme.my.salesforce.com') ?? '')
    const first = await visitor.go(`${LIGHTNING}/secur/logout.jsp`)
    await visitor.go(first.headers.get('Location') ?? '')
    expect((await visitor.go(`${LIGHTNING}/lightning/page/home`)).status).toBe(302)
    expect((await visitor.go(`${MY}/services/data/v67.0/limits`, api(token))).status).toBe(401)
  })

  it('signs the next user in when one is named', async () => {
    const visitor = visit('acme')
    await visitor.signIn('Ana Ferreira')
    const next = visitor.org.state.file.users.find(({ name }) => name === 'Ben Kowalski')?.id
    const first = await visitor.go(`${LIGHTNING}/secur/logout.jsp?next=${next}`)
    const second = await visitor.go(first.headers.get('Location') ?? '')
    await visitor.go(second.headers.get('Location') ?? '')
    const home = await visitor.go(`${LIGHTNING}/lightning/page/home`)
    expect(await home.text()).toContain('Hello, Ben Kowalski')
  })
})
