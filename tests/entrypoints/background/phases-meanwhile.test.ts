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

it('the day of a step that was changed in front of an older one is not written over the one set meanwhile', async () => {
  const { ask, ana, handoff, handoffId, settled, world } = await benInTransition()
  const kickoff = async () =>
    (await handoff()).transition.milestones.find(({ key }) => key === 'kickoff')
  const before = (await kickoff())?.day ?? null
  const change = { key: 'kickoff', status: 'open' as const, note: '', before }
  world.clock.now += 5000
  valueOf(
    await ask('transition.milestone', { handoffId, change: { ...change, day: '2026-12-16' } }),
  )
  await settled()
  world.browser.signIn(acmeUsers.ana)
  world.clock.now += 10_000
  const hers = { ...change, day: '2026-12-18' }
  expect(await ana.ask('transition.milestone', { handoffId, change: hers })).toMatchObject({
    outcome: 'trouble',
    trouble: { detail: expect.stringMatching(/^Somebody else has set this day meanwhile/) },
  })
  world.browser.signIn('005Hs00000009f3IAA')
  expect(await kickoff()).toMatchObject({ day: '2026-12-16' })
})

it('the day on which ownership shifts is set once: a page that lacks it still overwrites nothing', async () => {
  const { ask, handoffId, handoff } = await benInTransition()
  const { effectiveDate } = await handoff()
  expect(await ask('transition.effective', { handoffId, day: '2027-03-01' })).toMatchObject({
    outcome: 'trouble',
    trouble: { detail: expect.stringMatching(/^Somebody else has set this day meanwhile/) },
  })
  expect(await handoff()).toMatchObject({ effectiveDate })
})
