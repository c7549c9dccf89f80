// @vitest-environment node
import { describe, expect, it } from 'vitest'
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

it('a change of owner is not taken for one of another browser that was given back right before', async () => {
  const { world, handoffId, rows } = await accepted()
  world.browser.signIn(mara.userId)
  const { ask, settled } = workerInProcess(world)
  const press = () => ask('transfer.do', { handoffId, ...how, reason: 'Ana is away' })
  await ask('context.read', { opportunityId, fresh: true })
  await ask('transfer.look', { handoffId, aim: 'transfer' })
  const other = workerInProcess(world)
  await other.ask('context.read', { opportunityId, fresh: true })
  await other.ask('transfer.look', { handoffId, aim: 'transfer' })
  valueOf(await other.ask('transfer.do', { handoffId, ...how, reason: 'Ana is away' }))
  await other.settled()
  await other.ask('transfer.look', { handoffId, aim: 'undo' })
  valueOf(await other.ask('transfer.undo', { handoffId, team: 'now', reason: 'Too early' }))
  await other.settled()
  valueOf(await press())
  await settled()
  expect(dealIn(rows)).toEqual(withAna)
  const [sending] = await ask('outbox.read', { opportunityId })
  expect(sending).toMatchObject({
    state: 'conflict',
    trouble: { detail: expect.stringMatching(/given back/) },
  })
  const operationKey = sending?.operationKey ?? ''
  valueOf(await ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } }))
  world.clock.now += 60_000
  await ask('context.read', { opportunityId, fresh: true })
  await ask('transfer.look', { handoffId, aim: 'transfer' })
  valueOf(await press())
  await settled()
  expect(dealIn(rows)).toEqual(withBen)
})

describe('a change of owner from a panel that does not know of one that an admin has taken back', () => {
  /** Ben's change from his computer, which the admin takes back, and Mara at hers, where her panel is older. */
  async function maraBehind() {
    const { world, handoffId, rows } = await accepted()
    world.browser.signIn(mara.userId)
    const { ask, settled } = workerInProcess(world)
    await ask('context.read', { opportunityId, fresh: true })
    const other = workerInProcess(world)
    await other.ask('context.read', { opportunityId, fresh: true })
    await other.ask('transfer.look', { handoffId, aim: 'transfer' })
    valueOf(await other.ask('transfer.do', { handoffId, ...how, reason: 'Ana is away' }))
    await other.settled()
    world.demo.as(admin).update('Opportunity', opportunityId, { OwnerId: acmeUsers.ana })
    const look = () => ask('transfer.look', { handoffId, aim: 'transfer' })
    const press = () => ask('transfer.do', { handoffId, ...how, reason: 'Ana is away again' })
    const reasons = () =>
      rows(
        "SELECT Details__c FROM Handoff_Event__c WHERE Kind__c = 'Transfer_Done' ORDER BY Name",
      ).map(({ Details__c }) => JSON.parse(String(Details__c)).reason)
    return { world, look, press, settled, rows, reasons }
  }

  it('is a change of its own, and is done once', async () => {
    const { look, press, settled, rows, reasons } = await maraBehind()
    valueOf(await look())
    await Promise.all([press(), press()])
    await settled()
    await press()
    await settled()
    expect(dealIn(rows)).toEqual(withBen)
    expect(reasons()).toEqual(['Ana is away', 'Ana is away again'])
  })
})
