// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  callsOf,
  respond,
} from '../../lib/salesforce/org-in-process.ts'
import { orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const object = 'Opportunity'
const day = 24 * 60 * 60 * 1000

/** Ana at an org whose renewals know two stages only. */
async function renewals() {
  const seed = acmeSeed()
  const StageName = ['Prospecting', 'Closed Won']
  const recordTypes = [{ object, name: 'Renewal', picklistValues: { StageName } }]
  const world = orgInProcess({ ...seed, recordTypes })
  world.browser.signIn(acmeUsers.ana)
  const [type] = world.demo.as(acmeUsers.ana).query('SELECT Id FROM RecordType')
  const recordTypeId = String(type?.['Id'])
  world.demo.as(acmeUsers.ana).update(object, brightwater, { RecordTypeId: recordTypeId })
  const worker = workerInProcess(world)
  const offered = async () => valueOf(await worker.ask('context.offered', { object, recordTypeId }))
  return { ...worker, world, recordTypeId, offered }
}

describe('what picklists offer for a record type', () => {
  it('is what Salesforce says', async () => {
    const { offered } = await renewals()
    expect((await offered())['StageName']).toEqual(['Prospecting', 'Closed Won'])
  })

  it('is of the record type that the deal names', async () => {
    const { ask, recordTypeId } = await renewals()
    const context = valueOf(await ask('context.read', { opportunityId: brightwater, fresh: true }))
    expect(context?.deal.fields['Opportunity.RecordTypeId']).toBe(recordTypeId)
  })

  it('is asked once a day', async () => {
    const { offered, world } = await renewals()
    await offered()
    callsOf(world)
    await offered()
    expect(callsOf(world)).toHaveLength(0)
    world.clock.now += day
    await offered()
    expect(callsOf(world)).toHaveLength(1)
  })

  it('is as it was the day before where Salesforce does not answer', async () => {
    const { offered, world } = await renewals()
    const before = await offered()
    world.clock.now += day
    world.network.isUp = false
    expect(await offered()).toEqual(before)
  })

  it('is as it was the day before where the answer makes no sense', async () => {
    const { offered, world } = await renewals()
    const before = await offered()
    world.clock.now += day
    world.faults.push(respond(200, { picklistFieldValues: null }))
    expect(await offered()).toEqual(before)
  })
})
