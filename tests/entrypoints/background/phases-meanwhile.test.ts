// @vitest-environment node
import { expect, it } from 'vitest'
import { dayAfter } from '#lib/handoff/business-time.ts'
import { acmeUsers } from '../../lib/salesforce/org-in-process.ts'
import { benInTransition } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

it('days that were changed in front of older ones are not written over those set meanwhile', async () => {
  const { ask, ana, handoff, handoffId, settled, world } = await benInTransition()
  const before = (await handoff()).transition.phases
  const longer = (days: number) =>
    before.map((one, at) =>
      at === before.length - 1 ? { ...one, until: dayAfter(one.until, days) } : one,
    )
  world.clock.now += 5000
  valueOf(await ask('transition.phases', { handoffId, phases: longer(7), before }))
  await settled()
  world.browser.signIn(acmeUsers.ana)
  world.clock.now += 10_000
  expect(
    await ana.ask('transition.phases', { handoffId, phases: longer(2), before }),
  ).toMatchObject({
    outcome: 'trouble',
    trouble: { detail: expect.stringMatching(/^Somebody else has set these days meanwhile/) },
  })
  world.browser.signIn('005Hs00000009f3IAA')
  expect((await handoff()).transition.phases).toEqual(longer(7))
})
