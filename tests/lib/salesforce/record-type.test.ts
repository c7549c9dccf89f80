import { expect, it } from 'vitest'
import { makeId } from '#demo/org/ids.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  callsOf,
  gatewayTo,
  orgInProcess,
} from './org-in-process.ts'

const renewal = makeId('012', 900)

/** The acme org in which the deals are renewals. */
function withRecordType() {
  const seed = acmeSeed()
  const deals = (seed.records?.['Opportunity'] ?? []).map((row) =>
    Object.assign({}, row, { RecordTypeId: renewal }),
  )
  const type = {
    id: renewal,
    object: 'Opportunity',
    name: 'Our renewals',
    developerName: 'Renewal',
  }
  return {
    ...seed,
    recordTypes: [{ ...type, active: true, isDefault: true, picklistValues: {} }],
    records: { ...seed.records, Opportunity: deals },
  }
}

it('a deal is read with the API name of its record type, by which a template may be chosen', async () => {
  const world = orgInProcess(withRecordType())
  world.browser.signIn(acmeUsers.ana)
  const { gateway } = gatewayTo(world)
  const names = { 'Opportunity.RecordType.DeveloperName': 'Renewal' }
  expect((await gateway.context(world.org, brightwater)).deal.fields).toMatchObject(names)
  callsOf(world)
  expect((await gateway.context(world.org, brightwater)).deal.fields).toMatchObject(names)
  expect(callsOf(world)).toHaveLength(1)
})
