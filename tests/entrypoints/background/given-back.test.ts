// @vitest-environment node
import { expect, it } from 'vitest'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const MINUTE = 60_000

it('a handoff that is given back after somebody else has had it is told of again, once', async () => {
  const { handoffId, world, notices, office } = await benWithHandoff()
  await office.whereabouts.note(world.org)
  const look = async () => {
    world.clock.now += 5 * MINUTE
    await noteUse(office)
    await poll(office)
  }
  await look()
  world.browser.signIn(mara.userId)
  const boss = workerInProcess(world)
  const sam = { userId: '005Hs00000008aUIAQ', name: 'Sam Okonkwo' }
  for (const to of [sam, ben]) {
    world.clock.now += MINUTE
    valueOf(await boss.ask('handoff.reassign', { handoffId, to, reason: 'Who is ill?' }))
    await boss.settled()
  }
  world.browser.signIn(ben.userId)
  expect(notices).toHaveLength(1)
  await look()
  await look()
  expect(notices.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Ana Ferreira hands over/),
    expect.stringMatching(/^Ana Ferreira hands over/),
  ])
})
