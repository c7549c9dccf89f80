import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { objectDescribeSchema } from '#demo/schema/describe-schema.ts'
import { hiding } from './hidden-fields.ts'
import { anaAt } from './ana-at.ts'
import { acmeSeed, acmeUsers, callsOf, respond } from './org-in-process.ts'

describe('a context', () => {
  it('is read in one call, the first time too', async () => {
    const { world, read } = anaAt()
    await read()
    expect(callsOf(world)).toEqual([
      'GET /services/oauth2/userinfo',
      'POST /services/data/v67.0/composite',
    ])
    await read()
    expect(callsOf(world)).toEqual(['POST /services/data/v67.0/composite'])
  })

  it('says that an ended session has expired, though nothing is known of its user', async () => {
    const { world, read } = anaAt()
    world.demo.sessions.endAll()
    await expect(read()).rejects.toMatchObject({ kind: 'session-expired' })
  })

  it('holds the deal with everybody and everything around it', async () => {
    const { deal, may, labels, lengths, picklists, handoffs } = await anaAt().read()
    expect(deal.money).toContain('Opportunity.ExpectedRevenue')
    expect(deal.money).not.toContain('Opportunity.Probability')
    expect(deal).toMatchObject({
      name: 'Brightwater Logistics – Planning Platform 2027',
      accountName: 'Brightwater Logistics',
      // The first time too, when nothing is described yet.
      currency: 'EUR',
      owner: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
    })
    expect(deal.fields).toMatchObject({
      'Opportunity.StageName': 'Closed Won',
      'Account.Industry': 'Transportation',
      'Contract.ContractTerm': 36,
    })
    expect(deal.contactRoles[0]).toMatchObject({ name: 'Michelle Okafor', isPrimary: true })
    expect(deal.products.map(({ name }) => name)).toContain('Acme Plan Enterprise')
    expect(deal.team.map(({ name }) => name)).toContain('Ben Kowalski')
    expect(deal.competitors.map(({ name }) => name)).toContain('Planvantage')
    expect(new Set(deal.activities.map(({ kind }) => kind))).toEqual(
      new Set(['meeting', 'task', 'email', 'stage', 'call']),
    )
    expect(deal.activities.map(({ at }) => at)).toEqual(
      deal.activities.map(({ at }) => at).toSorted((a, b) => b.localeCompare(a)),
    )
    expect(may).toEqual({ create: true, edit: true })
    expect(labels['Opportunity.StageName']).toBe('Stage')
    expect(picklists['Opportunity.StageName']?.map(({ value }) => value)).toContain('Closed Won')
    expect(lengths['Opportunity.NextStep']).toBe(255)
    expect(handoffs).toEqual([])
  })

  it('describes once: later calls ask only whether anything changed', async () => {
    const { world, read } = anaAt()
    const first = await read()
    const sizes: number[] = []
    world.faults.push(async (request, pass) => {
      const response = await pass(request)
      sizes.push((await response.clone().text()).length)
      return response
    })
    const second = await read()
    expect(second.labels).toEqual(first.labels)
    // No record of an org with one currency names it: the amount as the user reads it does.
    expect(second.deal.currency).toBe('EUR')
    expect(sizes[0]).toBeLessThan(100_000)
  })

  it('does without teams, contracts and products where the org has none', async () => {
    const seed = acmeSeed()
    const { deal } = await anaAt({
      ...seed,
      org: { ...seed.org, switches: { ...seed.org.switches, teamSelling: false } },
      records: { ...seed.records, Contract: [], OpportunityLineItem: [] },
    }).read()
    expect(deal).toMatchObject({ team: [], products: [] })
    expect(deal.contactRoles.length).toBeGreaterThan(0)
    expect(Object.keys(deal.fields).filter((path) => path.startsWith('Contract.'))).toEqual([])
  })

  it('does without what is hidden from the user of contacts and activities', async () => {
    const seed = [
      ['Contact', 'Email'],
      ['Contact', 'Phone'],
      ['Event', 'Description'],
    ].reduce((before, [object = '', field = '']) => hiding(before, object, field), acmeSeed())
    const { deal } = await anaAt(seed).read()
    expect(deal.contactRoles).toContainEqual(
      expect.objectContaining({
        name: 'Michelle Okafor',
        title: 'Chief Financial Officer',
        email: '',
      }),
    )
    expect(deal.products.length).toBeGreaterThan(0)
    expect(deal.activities.filter(({ kind }) => kind === 'meeting').length).toBeGreaterThan(0)
  })

  it('reads the open cases of the account, in the same call', async () => {
    const { world, read } = anaAt()
    const { deal } = await read()
    expect(deal.cases).toContainEqual({
      id: '500Hs00000005FSIAY',
      number: '00001041',
      subject: 'Pilot: import refuses dates before 2020',
      status: 'Working',
      priority: 'Medium',
    })
    expect(callsOf(world)).toHaveLength(2)
  })

  it('does without cases and contracts where accounts have none', async () => {
    const seed = acmeSeed()
    const json: unknown = JSON.parse(readFileSync('demo/standard/describe/Account.json', 'utf8'))
    const account = objectDescribeSchema.parse(json)
    const { deal } = await anaAt({
      ...seed,
      describes: [...(seed.describes ?? []), { ...account, childRelationships: [] }],
    }).read()
    expect(deal).toMatchObject({ cases: [], accountName: 'Brightwater Logistics' })
    expect(deal.contactRoles.length).toBeGreaterThan(0)
  })

  it('offers no new contacts of a person account, which takes none', async () => {
    const seed = acmeSeed()
    const json: unknown = JSON.parse(readFileSync('demo/standard/describe/Account.json', 'utf8'))
    const account = objectDescribeSchema.parse(json)
    const accounts = (isPerson: boolean) => ({
      ...seed,
      describes: [
        { ...account, fields: [...account.fields, { name: 'IsPersonAccount', type: 'boolean' }] },
      ],
      records: {
        ...seed.records,
        Account: (seed.records?.['Account'] ?? []).map((row) =>
          Object.assign({}, row, { IsPersonAccount: isPerson }),
        ),
      },
    })
    expect((await anaAt(accounts(false)).read()).people?.createContact).toBe(true)
    const { people } = await anaAt(accounts(true)).read()
    expect(people).toMatchObject({ createContact: false, addRole: true })
  })

  it('of an opportunity that is gone says so', async () => {
    const { world, gateway } = anaAt()
    await expect(gateway.context(world.org, '006Hs0000009999IAA')).rejects.toMatchObject({
      kind: 'record-gone',
    })
  })
})

describe('trouble with a context', () => {
  it('is "not installed" in an org without the package', async () => {
    const seed = acmeSeed()
    const { read } = anaAt({
      ...seed,
      org: { ...seed.org, switches: { ...seed.org.switches, packageInstalled: false } },
    })
    await expect(read()).rejects.toMatchObject({
      kind: 'not-installed',
      fields: ['Handoff__c', 'Handoff_Event__c'],
    })
  })

  it('is "no permission" for a user without the permission set', async () => {
    const seed = acmeSeed()
    const users = (permissionSets: string[]) =>
      seed.org.users?.map((user) =>
        user.id === acmeUsers.ana ? { ...user, permissionSets } : user,
      )
    const { read } = anaAt({ ...seed, org: { ...seed.org, users: users([]) } })
    // Salesforce has said nothing that could be quoted, and no field is named where the object is hidden.
    const nothing = { message: '', fields: [] }
    await expect(read()).rejects.toMatchObject({ kind: 'no-permission', ...nothing })
  })

  it.each([
    { name: 'used-up limit', status: 403, code: 'REQUEST_LIMIT_EXCEEDED', kind: 'limit-reached' },
    { name: 'disabled API', status: 403, code: 'API_DISABLED_FOR_ORG', kind: 'api-disabled' },
    { name: 'busy server', status: 503, code: 'SERVER_UNAVAILABLE', kind: 'unreachable' },
  ])('is told for a $name as $kind', async ({ status, code, kind }) => {
    const { world, read } = anaAt()
    world.faults.push(respond(status, [{ errorCode: code, message: 'x' }]))
    await expect(read()).rejects.toMatchObject({ kind })
  })

  it('is told for a login page that answers with 200', async () => {
    const { world, read } = anaAt()
    world.faults.push(
      async () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }),
    )
    await expect(read()).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
