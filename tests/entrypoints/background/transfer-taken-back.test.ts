// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { accepted, dealIn, mara } from '../../lib/salesforce/transferring.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const admin = '005Hs0000000AjcIAE'
const withBen = { owner: 'Ben', tasks: ['Ben'], kickoff: 'Ben' }
const withAna = { owner: 'Ana', tasks: ['Ana'], kickoff: 'Ana' }
const how = { fromId: acmeUsers.ana, place: 'Edit', takesActivities: true, team: 'now' } as const

it('a change of owner that an automation took back is done again, and an undo returns what went first', async () => {
  const { world, handoffId, rows } = await accepted()
  world.browser.signIn(mara.userId)
  const { ask, settled } = workerInProcess(world)
  const transfer = async () => {
    world.clock.now += 120_000
    await ask('context.read', { opportunityId, fresh: true })
    await ask('transfer.look', { handoffId, aim: 'transfer' })
    valueOf(await ask('transfer.do', { handoffId, ...how, reason: 'Ana is away' }))
    await settled()
  }
  await transfer()
  world.demo.as(admin).update('Opportunity', opportunityId, { OwnerId: acmeUsers.ana })
  expect(dealIn(rows)).toEqual({ ...withBen, owner: 'Ana' })
  await transfer()
  expect(dealIn(rows)).toEqual(withBen)
  await ask('transfer.look', { handoffId, aim: 'undo' })
  valueOf(await ask('transfer.undo', { handoffId, team: 'now', reason: 'Too early' }))
  await settled()
  expect(dealIn(rows)).toEqual(withAna)
})
