// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { ben } from '../../lib/salesforce/submitting.ts'
import { accepted, acmeWith } from '../../lib/salesforce/transferring.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const how = { fromId: acmeUsers.ana, place: 'Edit', takesActivities: true } as const

it('a change of owner by an old owner who may not see the deal any more shows at once, and later, whose it is', async () => {
  const { world, handoffId } = await accepted(acmeWith({}, 'Private'))
  world.browser.signIn(acmeUsers.ana)
  const { ask, settled } = workerInProcess(world)
  const owner = async () =>
    valueOf(await ask('context.read', { opportunityId, fresh: true }))?.deal.owner
  await owner()
  valueOf(await ask('transfer.look', { handoffId, aim: 'transfer' }))
  valueOf(await ask('transfer.do', { handoffId, ...how, team: 'new-owner', reason: '' }))
  await settled()
  expect(await owner()).toEqual(ben)
  world.clock.now += 120_000
  expect(await owner()).toEqual(ben)
})
