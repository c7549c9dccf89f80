// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, ben, benInTransition, benWithHandoff, mara } from './people-at-work.ts'
import { toldAt } from './told-at.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const deal = 'Brightwater Logistics – Planning Platform 2027'
const accepted = `Ben Kowalski has accepted ${deal}`
const title = `Ben Kowalski has heard of a promise about ${deal} that is in no handoff`

const surprise = { words: 'Training is free', toWhom: '', byWhom: '', due: '' }
const sam = { userId: '005Hs00000008aUIAQ', name: 'Sam Okonkwo' }

it('a promise that the sender has not written down is told them once, and nobody else', async () => {
  const { world, handoffId, ask, settled } = await benInTransition()
  expect((await toldAt(world, acmeUsers.ana)).titles).toEqual([accepted])
  world.browser.signIn(ben.userId)
  valueOf(await ask('handoff.surprise', { handoffId, ...surprise }))
  await settled()
  const { titles, items } = await toldAt(world, acmeUsers.ana)
  // The latest of a handoff is told, with what came before it.
  expect(titles).toEqual([title])
  expect(items).toMatchObject([{ surprisedAt: expect.any(String) }])
  expect((await toldAt(world, ben.userId)).titles).toEqual([])
  expect((await toldAt(world, mara.userId)).titles).toEqual([])
})

it('a promise that comes up leaves known when the handoff was given to whoever has it', async () => {
  const { world, handoffId } = await benWithHandoff()
  const at = async (userId: string) => {
    world.browser.signIn(userId)
    const worker = workerInProcess(world)
    await worker.ask('context.read', { opportunityId, fresh: true })
    return worker
  }
  const ana = await at(acmeUsers.ana)
  valueOf(await ana.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' }))
  await ana.settled()
  const { ask, settled } = await at(sam.userId)
  valueOf(await ask('handoff.accept', acceptance(handoffId)))
  await settled()
  world.clock.now += 60_000
  valueOf(await ask('handoff.surprise', { handoffId, ...surprise }))
  await settled()
  const { items } = await toldAt(world, acmeUsers.ana)
  expect(items).toMatchObject([{ status: 'accepted', surprisedAt: expect.any(String) }])
  expect((items[0]?.givenAt ?? '') < (items[0]?.surprisedAt ?? '')).toBe(true)
  expect(items[0]?.givenAt).toBeDefined()
})
