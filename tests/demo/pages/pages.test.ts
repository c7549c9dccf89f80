import { describe, expect, it } from 'vitest'

import { visit, type Visitor } from './visitor.ts'

const LIGHTNING = 'https://acme.lightning.force.com'

async function ana(): Promise<Visitor> {
  const visitor = visit('acme')
  await visitor.signIn('Ana Ferreira')
  return visitor
}

function idOf({ org }: Visitor, object: string, name: string): string {
  const reader = org.state.file.users[0]?.id ?? ''
  const [row] = org.as(reader).query(`SELECT Id FROM ${object} WHERE Name = '${name}'`)
  return String(row?.['Id'])
}

const DEAL = 'Halden Maritime – Group Rollout'

describe('the page of a deal', () => {
  it.each([
    ['18 characters', '/lightning/r/Opportunity/{id}/view'],
    ['15 characters', '/lightning/r/Opportunity/{15}/view'],
    ['no object segment', '/lightning/r/{15}/view'],
    ['an edit', '/lightning/r/Opportunity/{id}/edit'],
    ['a console subtab', '/lightning/r/Opportunity/{id}/view?ws=%2Flightning%2Fr%2FAccount%2Fx'],
    ['a workspace that cannot be read', '/lightning/r/Opportunity/{id}/view?ws=http%3A%2F%2F'],
    [
      'a dialog over it',
      '/lightning/o/Contact/new?backgroundContext=%2Flightning%2Fr%2F{id}%2Fview',
    ],
  ])('answers an address with %s', async (_, pattern) => {
    const visitor = await ana()
    const id = idOf(visitor, 'Opportunity', DEAL)
    const path = pattern.replace('{id}', id).replace('{15}', id.slice(0, 15))
    const answer = await visitor.go(LIGHTNING + path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(`<h1 dir="auto">${DEAL}</h1>`)
  })

  it('shows its people, products, team, competitors, activities and history', async () => {
    const visitor = await ana()
    const id = idOf(visitor, 'Opportunity', DEAL)
    const text = await (await visitor.go(`${LIGHTNING}/lightning/r/${id}/view`)).text()
    const shown = ['Sigrid Eide', 'Acme Plan Enterprise', 'Ben Kowalski', 'Corvane Suite']
    for (const part of [...shown, 'Legal call: liability cap', 'Value Proposition']) {
      expect(text).toContain(part)
    }
  })

  it('writes no markup that stands in a record', async () => {
    const visitor = await ana()
    const id = idOf(visitor, 'Opportunity', DEAL)
    const owner = visitor.org.state.file.users[1]?.id ?? ''
    visitor.org.as(owner).update('Opportunity', id, { NextStep: '"><script>alert(1)</script>' })
    for (const action of ['view', 'edit']) {
      const text = await (await visitor.go(`${LIGHTNING}/lightning/r/${id}/${action}`)).text()
      expect(text).not.toContain('<script>alert')
      expect(text).toContain('&lt;script&gt;alert(1)')
    }
  })

  it('comes as a fragment where a page asks for one', async () => {
    const visitor = await ana()
    const id = idOf(visitor, 'Opportunity', DEAL)
    const headers = { Accept: 'text/fragment' }
    const answer = await visitor.go(`${LIGHTNING}/lightning/r/${id}/view`, { headers })
    expect(decodeURIComponent(answer.headers.get('X-Page-Title') ?? '')).toContain(DEAL)
    expect(await answer.text()).not.toContain('<html')
  })

  it('has more than three thousand elements when it is to be heavy', async () => {
    const visitor = await ana()
    const id = idOf(visitor, 'Opportunity', DEAL)
    const text = await (await visitor.go(`${LIGHTNING}/lightning/r/${id}/view?heavy=1`)).text()
    expect(text.match(/<[a-z]/g)?.length).toBeGreaterThan(3_000)
  })
})

describe('every page', () => {
  it.each(['/lightning/page/home', '/lightning/o/Opportunity/list', '/lightning/o/Case/home'])(
    'forbids scripts that are not its own: %s',
    async (path) => {
      const answer = await (await ana()).go(LIGHTNING + path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
      expect(await answer.text()).not.toMatch(/<script(?![^>]*src=)/)
    },
  )

  it.each([
    '/lightning/r/Opportunity/006000000000000AAA/view',
    '/lightning/o/Nothing__c/list',
    '/x',
  ])('says so where there is nothing: %s', async (path) => {
    const answer = await (await ana()).go(LIGHTNING + path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Looks like there')
  })

  it('shows a private deal to nobody who may not see it', async () => {
    const visitor = visit('nordwind')
    const paul = visitor.org.state.file.users.find(({ name }) => name === 'Paul Ritter')?.id ?? ''
    const [deal] = visitor.org
      .as(paul)
      .query("SELECT Id FROM Opportunity WHERE StageName = 'Proposal/Price Quote'")
    await visitor.signIn('Aylin Şahin')
    const path = `/lightning/r/Opportunity/${String(deal?.['Id'])}/view`
    expect((await visitor.go(`https://${visitor.org.hosts.lightning}${path}`)).status).toBe(404)
  })

  it('finds records by part of their name, whatever signs are typed', async () => {
    const visitor = await ana()
    const found = await visitor.go(`${LIGHTNING}/demo/search?q=halden`)
    expect(await found.text()).toContain(DEAL)
    const nothing = await visitor.go(`${LIGHTNING}/demo/search?q=${encodeURIComponent("%'\\_x")}`)
    expect(await nothing.text()).toContain('No results')
  })
})

describe('the edit dialog', () => {
  const own = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' }
  const save = (visitor: Visitor, fields: object, headers: Record<string, string> = own) =>
    visitor.go(`${LIGHTNING}/demo/save/${idOf(visitor, 'Opportunity', DEAL)}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(fields),
    })

  it('saves', async () => {
    const visitor = await ana()
    expect((await save(visitor, { NextStep: 'Call again' })).status).toBe(200)
    const id = idOf(visitor, 'Opportunity', DEAL)
    const text = await (await visitor.go(`${LIGHTNING}/lightning/r/${id}/view`)).text()
    expect(text).toContain('Call again')
  })

  it('says what a validation rule has against it', async () => {
    const answer = await save(await ana(), { NextStep: null })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Fill in Next Step before you negotiate')
  })

  it('takes nothing from other sites', async () => {
    const answer = await save(await ana(), { NextStep: 'x' }, { 'Sec-Fetch-Site': 'cross-site' })
    expect(answer.status).toBe(403)
  })
})
