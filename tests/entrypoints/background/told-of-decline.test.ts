// @vitest-environment node
import { expect, it } from 'vitest'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { acmeUsers } from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const declining = { reasons: ['OTHER'], comment: 'Which risk?', questions: [] }

type World = Awaited<ReturnType<typeof benWithHandoff>>['world']

/** What somebody is told at their own computer, who looks twice. */
async function told(world: World, userId: string) {
  world.browser.signIn(userId)
  const worker = workerInProcess(world)
  await worker.office.whereabouts.note(world.org)
  for (const _ of ['once', 'again']) {
    world.clock.now += 5 * 60_000
    await noteUse(worker.office)
    await poll(worker.office)
  }
  return worker.notices.map(({ title }) => title)
}

it.each([{ by: ben }, { by: mara }])(
  'a decline is told of who made it: $by.name',
  async ({ by }) => {
    const { world, handoffId } = await benWithHandoff()
    world.browser.signIn(by.userId)
    const { ask, settled } = workerInProcess(world)
    const decline = { ...declining, outcome: 'fix-and-resubmit' as const }
    valueOf(await ask('handoff.decline', { handoffId, ...decline }))
    await settled()
    expect(await told(world, acmeUsers.ana)).toEqual([
      `${by.name} has declined Brightwater Logistics – Planning Platform 2027`,
    ])
  },
)
