// @vitest-environment node
import { expect, it } from 'vitest'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { acmeUsers } from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

it('a handoff that its manager cancels is told to both sides once, by name, and not to the manager', async () => {
  const { world, handoffId } = await benWithHandoff()
  world.browser.signIn(mara.userId)
  const boss = workerInProcess(world)
  valueOf(await boss.ask('handoff.cancel', { handoffId, reason: 'The deal fell through' }))
  await boss.settled()
  const told = async (userId: string) => {
    world.browser.signIn(userId)
    const worker = workerInProcess(world)
    await worker.office.whereabouts.note(world.org)
    for (const _ of ['once', 'again']) {
      world.clock.now += 5 * 60_000
      await noteUse(worker.office)
      await poll(worker.office)
    }
    const { items } = valueOf(await worker.ask('inbox.read', { fresh: false }))
    return { titles: worker.notices.map(({ title }) => title), by: items.map((one) => one.endedBy) }
  }
  const heard = {
    titles: ['Mara Delacroix has cancelled Brightwater Logistics – Planning Platform 2027'],
    by: [mara],
  }
  expect(await told(ben.userId)).toEqual(heard)
  expect(await told(acmeUsers.ana)).toEqual(heard)
  expect((await told(mara.userId)).titles).toEqual([])
})
