import { describe, expect, it } from 'vitest'
import { acmeSeed, brightwater, gatewayTo } from './org-in-process.ts'
import { profiled } from './profiled.ts'
import { anaSubmitting, ben } from './submitting.ts'

describe('a user who may see', () => {
  it('no contacts still has the products and the team of a deal, and finds nobody', async () => {
    const seed = profiled(acmeSeed(), { objects: ['Contact'] })
    const { world, gateway } = await anaSubmitting(seed)
    const { deal } = await gateway.context(world.org, brightwater)
    expect(deal.contactRoles).toEqual([])
    expect(deal.products.length).toBeGreaterThan(0)
    expect(deal.team.length).toBeGreaterThan(0)
    const { accountId } = deal
    expect(await gateway.searchContacts(world.org, { accountId, text: 'Zoe' })).toEqual([])
  })

  it('no products still has the people, the team and the currency of a deal, and its products by name', async () => {
    const seed = profiled(acmeSeed(), { objects: ['Product2'] })
    const { world, gateway } = await anaSubmitting(seed)
    const { deal } = await gateway.context(world.org, brightwater)
    expect(deal.contactRoles.length).toBeGreaterThan(0)
    expect(deal.team.length).toBeGreaterThan(0)
    expect(deal.currency).toBe('EUR')
    expect(deal.products.map(({ name }) => name)).toContainEqual(
      expect.stringContaining('Acme Plan Enterprise'),
    )
  })

  it('no prices still has the people and the products of a deal, without their prices', async () => {
    const seed = profiled(acmeSeed(), { fields: ['OpportunityLineItem.TotalPrice'] })
    const { world, gateway } = await anaSubmitting(seed)
    const { deal } = await gateway.context(world.org, brightwater)
    expect(deal.contactRoles.length).toBeGreaterThan(0)
    expect(deal.products).toContainEqual(
      expect.objectContaining({ name: 'Acme Plan Enterprise', totalPrice: 0 }),
    )
    expect(deal.products.every(({ quantity }) => quantity > 0)).toBe(true)
  })

  it('no deals and accounts has the handoffs in the inbox, and reads that of a deal', async () => {
    const objects = ['Opportunity', 'Account', 'Contact']
    const { world, write } = await anaSubmitting(
      profiled(acmeSeed(), { objects, whom: ben.userId }),
    )
    const { handoffId } = await write()
    world.browser.signIn(ben.userId)
    const { gateway } = gatewayTo(world)
    expect((await gateway.pending(world.org)).items).toMatchObject([
      { id: handoffId, opportunityId: brightwater },
    ])
    const { deal, handoffs } = await gateway.context(world.org, brightwater)
    expect(deal).toMatchObject({ hidden: true, name: 'All there is to know' })
    expect(handoffs).toMatchObject([{ id: handoffId }])
    const all = { scope: 'all', since: '2026-01-01T00:00:00.000Z' } as const
    expect((await gateway.overview(world.org, all)).items).toMatchObject([{ id: handoffId }])
  })
})
