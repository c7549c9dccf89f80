// @vitest-environment node
import { expect, it } from 'vitest'
import { groupOf } from '#lib/handoff/inbox.ts'
import { acmeUsers } from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff, mara } from './people-at-work.ts'
import { toldAt } from './told-at.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const declining = { reasons: ['OTHER'], comment: 'Which risk?', questions: [] }

type World = Parameters<typeof toldAt>[0]

/** What somebody is told, and where in their inbox it stands. */
async function told(world: World, userId: string) {
  const { items, ...heard } = await toldAt(world, userId)
  const reader = { userId, now: new Date(world.clock.now).toISOString() }
  return { ...heard, groups: items.map((item) => groupOf(item, reader)) }
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
    expect((await told(world, acmeUsers.ana)).titles).toEqual([
      `${by.name} has declined Brightwater Logistics – Planning Platform 2027`,
    ])
  },
)

const badFit = 'This customer should not have been sold'
const title =
  'Ben Kowalski has declined Brightwater Logistics – Planning Platform 2027, for a reason that goes to you'

it.each([
  { outcome: 'fix-and-resubmit', as: 'named', group: 'escalated' },
  { outcome: 'close', as: 'named', group: 'done' },
  { outcome: 'fix-and-resubmit', as: 'boss', group: 'escalated' },
] as const)(
  'reasons that go to the sender’s manager ($as) are told her once, and stand in her inbox: $outcome',
  async ({ outcome, as, group }) => {
    const { world, handoffId, ask, settled } = await benWithHandoff()
    if (as === 'boss')
      world.demo.as(acmeUsers.ana).update('Handoff__c', handoffId, { Manager__c: null })
    const reasons = { ...declining, reasons: ['BAD_FIT'], outcome }
    valueOf(await ask('handoff.decline', { handoffId, ...reasons }))
    await settled()
    const hers = await told(world, mara.userId)
    expect(hers.notices).toMatchObject([{ title, message: `Brightwater Logistics · ${badFit}` }])
    expect(hers.groups).toEqual([group])
  },
)

it('reasons that go to the sender alone, and what she has declined herself, wait for no manager', async () => {
  for (const { reason, by } of [
    { reason: 'OTHER', by: ben },
    { reason: 'BAD_FIT', by: mara },
  ]) {
    const { world, handoffId } = await benWithHandoff()
    world.browser.signIn(by.userId)
    const { ask, settled } = workerInProcess(world)
    const reasons = { ...declining, reasons: [reason], outcome: 'fix-and-resubmit' as const }
    valueOf(await ask('handoff.decline', { handoffId, ...reasons }))
    await settled()
    const { titles, groups } = await told(world, mara.userId)
    expect({ titles, groups: groups.filter(Boolean) }).toEqual({ titles: [], groups: [] })
  }
})
