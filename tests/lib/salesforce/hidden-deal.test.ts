import { describe, expect, it } from 'vitest'
import { acmeSeed, acmeUsers, brightwater, gatewayTo, orgInProcess } from './org-in-process.ts'

describe('a context of a deal that is private to others', () => {
  it('holds the handoff that was shared, headed by what its summary says', async () => {
    const seed = acmeSeed()
    const world = orgInProcess({
      ...seed,
      org: { ...seed.org, sharing: { ...seed.org.sharing, Opportunity: 'Private' } },
    })
    const sam = '005Hs00000008aUIAQ'
    const ana = world.demo.as(acmeUsers.ana)
    const handoff = ana.create('Handoff__c', {
      Opportunity__c: brightwater,
      Outgoing_Owner__c: acmeUsers.ana,
      Incoming_Owner__c: sam,
      Status__c: 'Submitted',
      Client_Key__c: '0b6c1c1e-3a55-4b3a-9d6f-0d8f3c9a2b11',
      Summary__c: 'Brightwater: Planning Platform, EUR 10\nHO-00001',
    })
    ana.create('Handoff__Share', { ParentId: handoff, UserOrGroupId: sam, AccessLevel: 'Edit' })
    world.browser.signIn(sam)
    const { deal, may, handoffs } = await gatewayTo(world).gateway.context(world.org, brightwater)
    expect(deal).toMatchObject({
      name: 'Brightwater: Planning Platform, EUR 10',
      owner: { name: 'Ana Ferreira' },
      fields: {},
    })
    expect(may).toEqual({ create: false, edit: false, see: false })
    expect(handoffs).toMatchObject([{ id: handoff, status: 'submitted' }])
  })

  it('is none without a handoff', async () => {
    const seed = acmeSeed()
    const sharing = { ...seed.org.sharing, Opportunity: 'Private' }
    const world = orgInProcess({ ...seed, org: { ...seed.org, sharing } })
    world.browser.signIn('005Hs00000008aUIAQ')
    const read = gatewayTo(world).gateway.context(world.org, brightwater)
    await expect(read).rejects.toMatchObject({ kind: 'record-gone' })
  })
})
