// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

type Desk = Pick<ReturnType<typeof workerInProcess>, 'ask' | 'settled'>

async function readBy({ ask }: Desk) {
  const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
  return Object.keys(context?.handoffs[0]?.reviewed ?? {}).toSorted()
}

async function tick({ ask, settled }: Desk, handoffId: string, section: string) {
  valueOf(await ask('packet.review', { handoffId, sections: [section] }))
  await settled()
}

describe('sections that the recipient has read', () => {
  it('on two computers at once count on both', async () => {
    const one = await benWithHandoff()
    const two = workerInProcess(one.world)
    await readBy(one)
    await readBy(two)
    await tick(one, one.handoffId, 'deal')
    await tick(two, one.handoffId, 'why')
    one.world.clock.now += 60_000
    expect(await readBy(one)).toEqual(['deal', 'why'])
    expect(await readBy(two)).toEqual(['deal', 'why'])
    await tick(one, one.handoffId, 'next')
    const [row] = one.rows('SELECT Reviewed_Sections__c FROM Handoff__c')
    const written = Object.keys(JSON.parse(String(row?.['Reviewed_Sections__c'])))
    expect(written.toSorted()).toEqual(['deal', 'next', 'why'])
  })

  it('bit by bit without a network count all', async () => {
    const { world, office, handoffId, ...desk } = await benWithHandoff()
    await readBy(desk)
    world.network.isUp = false
    await tick(desk, handoffId, 'deal')
    await tick(desk, handoffId, 'why')
    world.network.isUp = true
    world.clock.now += 600_000
    await push(office.outbox)
    expect(await readBy(desk)).toEqual(['deal', 'why'])
  })

  it('count no more once it was given to somebody else, and back', async () => {
    const { world, handoffId, ...desk } = await benWithHandoff()
    await readBy(desk)
    await tick(desk, handoffId, 'deal')
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    for (const to of [{ userId: '005Hs00000008aUIAQ', name: 'Sam Okonkwo' }, ben]) {
      world.clock.now += 60_000
      await readBy(boss)
      valueOf(await boss.ask('handoff.reassign', { handoffId, to, reason: 'Ill' }))
      await boss.settled()
    }
    world.browser.signIn(ben.userId)
    expect(await readBy(desk)).toEqual([])
    expect(await desk.ask('handoff.accept', { ...acceptance(handoffId), read: [] })).toMatchObject({
      trouble: { detail: expect.stringMatching(/^Read “/) },
    })
  })
})
