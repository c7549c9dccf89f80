import { describe, expect, it } from 'vitest'
import type { OrgSeedInput } from '#demo/org/seed.ts'
import { acmeAfterTove, orchard, quarry, tove } from './leaving.ts'
import { acmeSeed, acmeUsers, callsOf, gatewayTo, orgInProcess } from './org-in-process.ts'
import { profiled } from './profiled.ts'

const { ana, mara } = acmeUsers

async function maraAt(seed?: OrgSeedInput) {
  const world = orgInProcess(seed)
  world.browser.signIn(mara)
  const { gateway } = gatewayTo(world)
  await gateway.identity(world.org)
  callsOf(world)
  return { world, gateway, book: (ownerId: string) => gateway.book(world.org, ownerId) }
}

describe('what somebody has to hand over', () => {
  it('is read in one call: open deals, and those won lately', async () => {
    const { world, book } = await maraAt()
    const { owner, deals, isCut, mayBegin, hidden, currency } = await book(ana)
    expect(callsOf(world)).toEqual(['POST /services/data/v67.0/composite'])
    expect(owner).toMatchObject({ userId: ana, name: 'Ana Ferreira', isActive: true })
    expect(owner.email).toBe('ana.ferreira@acme.example')
    // Neither the lost deal nor those of others; the largest first.
    expect(deals.map(({ name }) => name.split(' ')[0])).toEqual([
      'Halden',
      'Brightwater',
      'Vereinigte',
      'نخلة',
      'Ostrava',
      'Kestrel',
    ])
    expect({ isCut, mayBegin, hidden, currency }).toEqual({
      isCut: false,
      mayBegin: true,
      hidden: [],
      currency: 'EUR',
    })
  })

  it('tells of each deal what says how urgently it has to be talked about', async () => {
    const { book } = await maraAt(acmeAfterTove())
    const { owner, deals } = await book(tove.userId)
    expect(owner).toMatchObject({ ...tove, isActive: false })
    expect(deals).toMatchObject([
      { opportunityId: quarry, notes: 9, nextStep: '', worth: 120_000, lastActivity: '' },
      { opportunityId: orchard, nextStep: 'Demo on Friday', worth: 30_000, handoff: null },
    ])
    expect(deals.map(({ contacts }) => contacts?.length)).toEqual([1, 2])
    expect(deals[1]?.notes).toBeGreaterThan(200)
  })

  it('names the other open deals of the accounts, and when their contracts end', async () => {
    const seed = acmeAfterTove()
    const contract = {
      Id: '800Hs0000000Zz1IAE',
      AccountId: '001Hs00000007SgIAI',
      StartDate: '2026-01-01',
      EndDate: '2026-12-31',
      Status: 'Activated',
    }
    const Contract = [...(seed.records?.['Contract'] ?? []), contract]
    const { book } = await maraAt({ ...seed, records: { ...seed.records, Contract } })
    const { beside, deals } = await book(tove.userId)
    expect(beside).toContainEqual({
      accountId: '001Hs00000007SgIAI',
      name: 'Halden Maritime – Group Rollout',
      ownerName: 'Ana Ferreira',
    })
    expect(deals[0]?.renewal).toBe('2026-12-31')
  })

  it('tells of the handoff that is under way, and leaves out what was won and handed over', async () => {
    const { world, book } = await maraAt()
    const handoff = (opportunityId: string, status: string) =>
      world.demo.as(ana).create('Handoff__c', {
        Opportunity__c: opportunityId,
        Client_Key__c: `${opportunityId}-${status}`,
        Status__c: status,
        Type__c: 'TERRITORY',
        Outgoing_Owner__c: ana,
        Incoming_Owner__c: '005Hs00000007VvIAI',
      })
    handoff('006Hs000000098gIAA', 'Submitted')
    handoff('006Hs0000000DQwIAM', 'Completed')
    // Ana has taken this one over herself.
    handoff('006Hs0000000ADFIA2', 'Completed')
    const { deals } = await book(ana)
    expect(deals).toHaveLength(5)
    expect(deals[0]?.handoff).toMatchObject({
      status: 'submitted',
      to: 'Jonas Lindqvist',
    })
    expect(deals.slice(1).map((deal) => deal.handoff)).toEqual([null, null, null, null])
  })

  it.each([
    { isKnown: true, what: 'is known' },
    { isKnown: false, what: 'shows in the amounts' },
  ])(
    'compares the deals in the reader’s currency where the org has several, which $what',
    async ({ isKnown }) => {
      const seed = acmeSeed()
      const Opportunity = (seed.records?.['Opportunity'] ?? []).map((row, at) =>
        Object.assign({}, row, { CurrencyIsoCode: at === 0 ? 'JPY' : 'EUR' }),
      )
      const CurrencyType = [
        { IsoCode: 'EUR', ConversionRate: 1, IsCorporate: true },
        { IsoCode: 'JPY', ConversionRate: 160, IsCorporate: false },
        { IsoCode: 'USD', ConversionRate: 1.1, IsCorporate: false },
      ]
      const users = seed.org.users?.map((user) =>
        user.id === mara ? { ...user, currency: 'USD' } : user,
      )
      const { world, gateway, book } = await maraAt({
        ...seed,
        org: { ...seed.org, ...(users && { users }) },
        records: { ...seed.records, Opportunity, CurrencyType },
      })
      if (isKnown) await gateway.money(world.org)
      callsOf(world)
      const { deals, currency } = await book(ana)
      expect(callsOf(world)).toHaveLength(isKnown ? 1 : 3)
      expect(currency).toBe('USD')
      const brightwater = deals.find(({ name }) => name.startsWith('Brightwater'))
      expect(brightwater).toMatchObject({ amount: 184_000, currency: 'JPY', worth: 1265 })
      expect(deals[0]).toMatchObject({ currency: 'EUR', amount: 262_000 })
      expect(deals[0]?.worth).toBeCloseTo(288_200)
    },
  )
})

describe('what is hidden from the manager', () => {
  it.each([
    { fields: ['Opportunity.Amount'], fact: 'amounts' },
    { fields: ['Opportunity.Description'], fact: 'notes' },
    { fields: ['Opportunity.NextStep'], fact: 'next steps' },
    { objects: ['Contact'], fact: 'contacts' },
    { objects: ['Account', 'Contract'] },
    { fields: ['Opportunity.AccountId'] },
  ])('is named, and the rest is read: $fact', async ({ fact, ...hidden }) => {
    const { book } = await maraAt(profiled(acmeSeed(), { ...hidden, whom: mara }))
    const { deals, ...read } = await book(ana)
    expect(deals).toHaveLength(6)
    expect(read.hidden).toEqual(fact === undefined ? [] : [fact])
  })

  it('costs no further call the next time', async () => {
    const seed = profiled(acmeSeed(), { fields: ['Opportunity.Amount'], whom: mara })
    const { world, book } = await maraAt(seed)
    await book(ana)
    expect(callsOf(world).length).toBeLessThanOrEqual(3)
    await book(ana)
    expect(callsOf(world)).toHaveLength(1)
  })
})

describe('who may leave', () => {
  it('are those who report to the manager, with those who have left lately', async () => {
    const { world, gateway } = await maraAt(acmeAfterTove())
    const { owners, mayLookAtAll } = await gateway.owners(world.org, 'team')
    expect(callsOf(world)).toHaveLength(2)
    expect(mayLookAtAll).toBe(true)
    expect(owners?.map(({ name, isActive }) => [name, isActive])).toEqual([
      ['Ana Ferreira', true],
      ['Ben Kowalski', true],
      ['Jonas Lindqvist', true],
      ['Sam Okonkwo', true],
      ['Tove Anker', false],
    ])
  })

  it('are, of the whole org, those who own open deals', async () => {
    const { world, gateway } = await maraAt()
    const { owners } = await gateway.owners(world.org, 'all')
    expect(owners?.map(({ name }) => name)).toContain('Ana Ferreira')
    expect(owners?.map(({ name }) => name)).not.toContain('Remy Haddad')
  })

  it.each(['Title', 'Email', 'IsActive'])(
    'are told without what is hidden of them: %s',
    async (name) => {
      const seed = profiled(acmeSeed(), { fields: [`User.${name}`], whom: mara })
      const { world, gateway } = await maraAt(seed)
      const { owners } = await gateway.owners(world.org, 'team')
      expect(owners?.map((one) => one.name)).toContain('Ana Ferreira')
    },
  )

  it('are not known where it is hidden who reports to whom', async () => {
    const seed = profiled(acmeSeed(), { fields: ['User.ManagerId'], whom: mara })
    const { world, gateway } = await maraAt(seed)
    expect((await gateway.owners(world.org, 'team')).owners).toBeNull()
  })
})
