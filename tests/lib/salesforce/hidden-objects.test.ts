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
