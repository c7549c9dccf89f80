import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import type { benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

type World = Awaited<ReturnType<typeof benWithHandoff>>['world']

/** What somebody is told at their own computer, who looks twice, and what their inbox holds then. */
export async function toldAt(world: World, userId: string) {
  world.browser.signIn(userId)
  const worker = workerInProcess(world)
  await worker.office.whereabouts.note(world.org)
  for (const _ of ['once', 'again']) {
    world.clock.now += 5 * 60_000
    await noteUse(worker.office)
    await poll(worker.office)
  }
  const { items } = valueOf(await worker.ask('inbox.read', { fresh: false }))
  return { titles: worker.notices.map(({ title }) => title), notices: worker.notices, items }
}
