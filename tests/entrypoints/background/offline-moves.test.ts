// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { ben, benInTransition } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

/** Ben without a network, in front of a handoff that does not wait in his inbox. */
async function benOffline() {
  const desk = await benInTransition()
  const { ask, handoffId, world, office, settled } = desk
  await ask('context.read', { opportunityId, fresh: true })
  world.network.isUp = false
  const at = new Date(world.clock.now).toISOString()
  const states = async () =>
    (await ask('outbox.read', { opportunityId })).map(({ action, state }) => `${action} ${state}`)
  return {
    ...desk,
    states,
    call: () => ask('transition.contact', { handoffId, at, note: 'Called Dana' }),
    online: async () => {
      world.network.isUp = true
      world.clock.now += 600_000
      await push(office.outbox)
      await settled()
    },
  }
}

describe('without a network', () => {
  it('a step of a handoff that is open here waits, wherever it is listed', async () => {
    const { call, online, handoff } = await benOffline()
    valueOf(await call())
    await online()
    expect(await handoff()).toMatchObject({ firstCustomerContactAt: expect.any(String) })
  })

  it('a second step is not begun from a text that the first one changes', async () => {
    const { call, online, states, ask, handoffId } = await benOffline()
    valueOf(await call())
    const change = { key: 'sync', status: 'done', note: 'We talked' } as const
    const step = () => ask('transition.milestone', { handoffId, change })
    expect(await step()).toMatchObject({
      trouble: { kind: 'not-now', detail: expect.stringMatching(/still waits to be sent/) },
    })
    await online()
    valueOf(await step())
    await online()
    expect(new Set(await states())).toEqual(
      new Set(['accept sent', 'contact sent', 'milestone sent']),
    )
  })

  it('reports hold over the first contact that waits before them', async () => {
    const { call, online, states, ask, handoffId, rows } = await benOffline()
    valueOf(await call())
    valueOf(await ask('handoff.repeat', { handoffId, question: 'why.now', note: 'Asked again' }))
    valueOf(await ask('handoff.repeat', { handoffId, question: 'first', note: '' }))
    await online()
    expect(new Set(await states())).toEqual(new Set(['accept sent', 'contact sent', 'repeat sent']))
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'In_Transition' }])
    expect(rows("SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Repeat_Reported'")).toHaveLength(
      2,
    )
  })

  it('who takes over is told what keeps them from completing, and not that the network does', async () => {
    const { ask, handoffId } = await benOffline()
    expect(await ask('handoff.complete', { handoffId, reason: '' })).toMatchObject({
      trouble: { kind: 'not-now', detail: expect.stringMatching(/^Still open: /) },
    })
  })

  it('who is not named on the handoff is told that nothing waits', async () => {
    const { world, handoffId } = await benOffline()
    world.network.isUp = true
    world.browser.signIn('005Hs00000008aUIAQ')
    const { ask } = workerInProcess(world)
    await ask('context.read', { opportunityId, fresh: true })
    world.network.isUp = false
    const cancelled = await ask('handoff.cancel', { handoffId, reason: 'It fell through' })
    expect(cancelled).toMatchObject({
      trouble: { kind: 'offline', detail: expect.stringMatching(/does not wait/) },
    })
  })

  it('whoever has signed in anew and is not known yet is told that nothing waits', async () => {
    const { world, handoffId } = await benOffline()
    world.browser.signIn(ben.userId)
    const { ask } = workerInProcess(world)
    const at = new Date(world.clock.now).toISOString()
    expect(await ask('transition.contact', { handoffId, at, note: 'Called Dana' })).toMatchObject({
      trouble: { kind: 'offline', detail: expect.stringMatching(/does not wait/) },
    })
  })
})
