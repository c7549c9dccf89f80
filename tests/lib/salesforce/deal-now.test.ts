import { describe, expect, it } from 'vitest'
import { acmeUsers, brightwater, gatewayTo, orgInProcess } from './org-in-process.ts'

describe('what a deal holds now', () => {
  it('is told of its account too, which a handoff may be written to', async () => {
    const world = orgInProcess()
    world.browser.signIn(acmeUsers.ana)
    const { gateway } = gatewayTo(world)
    const { deal } = await gateway.context(world.org, brightwater)
    const now = await gateway.dealNow(world.org, brightwater)
    expect(now.fields).toMatchObject({ 'Account.Industry': 'Transportation' })
    expect(now.fields['Account.Description']).toEqual(deal.fields['Account.Description'])
  })

  it('is told with the names of the users who are asked about', async () => {
    const world = orgInProcess()
    world.browser.signIn(acmeUsers.ana)
    const { gateway } = gatewayTo(world)
    const fields = ['Opportunity.OwnerId', 'Opportunity.CampaignId']
    const asked = { fields, ids: [acmeUsers.mara] }
    const { people } = await gateway.dealNow(world.org, brightwater, asked)
    expect(people).toEqual([
      { value: acmeUsers.mara, label: 'Mara Delacroix' },
      { value: acmeUsers.ana, label: 'Ana Ferreira' },
    ])
  })
})
