// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers } from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff, mara } from './people-at-work.ts'
import { toldAt } from './told-at.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

it('a handoff that its manager cancels is told to both sides once, by name, and not to the manager', async () => {
  const { world, handoffId } = await benWithHandoff()
  world.browser.signIn(mara.userId)
  const boss = workerInProcess(world)
  valueOf(await boss.ask('handoff.cancel', { handoffId, reason: 'The deal fell through' }))
  await boss.settled()
  const told = async (userId: string) => {
    const { titles, items } = await toldAt(world, userId)
    return { titles, by: items.map((one) => one.endedBy) }
  }
  const heard = {
    titles: ['Mara Delacroix has cancelled Brightwater Logistics – Planning Platform 2027'],
    by: [mara],
  }
  expect(await told(ben.userId)).toEqual(heard)
  expect(await told(acmeUsers.ana)).toEqual(heard)
  expect((await told(mara.userId)).titles).toEqual([])
})
