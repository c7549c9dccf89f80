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
})
