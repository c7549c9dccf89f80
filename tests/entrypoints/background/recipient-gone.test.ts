// @vitest-environment node
import { expect, it } from 'vitest'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { groupOf } from '#lib/handoff/inbox.ts'
import { acmeSeed, acmeUsers, brightwater, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { profiled } from '../../lib/salesforce/profiled.ts'
import { anaWithDraft, ben, mara } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const admin = '005Hs0000000AjcIAE'

/** Ana, whose handoff waits for Ben, and what makes him leave. */
async function anaSent(seed = acmeSeed()) {
  const ana = await anaWithDraft(seed)
  valueOf(await ana.submit())
  await ana.settled()
  const handoffId = String(ana.rows('SELECT Id FROM Handoff__c')[0]?.['Id'])
  const leave = () => ana.world.demo.as(admin).update('User', ben.userId, { IsActive: false })
  return { ...ana, handoffId, leave }
}

/** Ana, whose handoff waits for Ben, who is no longer active since she sent it. */
async function anaWaiting(seed = acmeSeed()) {
  const ana = await anaSent(seed)
  const { ask, world, office, handoffId } = ana
  ana.leave()
  await office.whereabouts.note(world.org)
  const look = async () => {
    world.clock.now += 5 * 60_000
    await noteUse(office)
    await poll(office)
    const { items } = valueOf(await ask('inbox.read', { fresh: false }))
    const reader = { userId: acmeUsers.ana, now: new Date(world.clock.now).toISOString() }
    return items.map((item) => ({ group: groupOf(item, reader), left: item.recipientLeft }))
  }
  return { ...ana, handoffId, look }
}

it('a handoff whose recipient has left is back with its sender, who is told once', async () => {
  const { look, notices, world } = await anaWaiting()
  callsOf(world)
  expect(await look()).toEqual([{ group: 'answer', left: true }])
  expect(callsOf(world)).toEqual(['GET /services/data/v67.0/query'])
  await look()
  expect(notices.map(({ title }) => title)).toEqual([
    'Ben Kowalski has left: give Brightwater Logistics – Planning Platform 2027 to somebody else',
  ])
})

it('whoever has left is not reminded, which is said in a sentence', async () => {
  const { ask, handoffId, world } = await anaWaiting()
  world.clock.now += 5 * 60_000
  const context = valueOf(await ask('context.read', { opportunityId: brightwater, fresh: true }))
  expect(context?.handoffs).toMatchObject([{ recipientLeft: true }])
  expect(await ask('handoff.remind', { handoffId, words: '' })).toMatchObject({
    outcome: 'trouble',
    trouble: { detail: 'Ben Kowalski is no longer active in Salesforce. Reassign it instead.' },
  })
})

it('whoever has left since the deal was read is named when they are reminded', async () => {
  const { ask, handoffId, settled, leave } = await anaSent()
  await ask('context.read', { opportunityId: brightwater, fresh: true })
  leave()
  valueOf(await ask('handoff.remind', { handoffId, words: '' }))
  await settled()
  expect((await ask('outbox.read', { opportunityId: brightwater })).at(-1)).toMatchObject({
    state: 'needs-attention',
    trouble: { detail: 'Ben Kowalski is no longer active in Salesforce.' },
  })
})

it('once it is given to somebody else it waits for them', async () => {
  const { ask, handoffId, look, settled } = await anaWaiting()
  await look()
  const to = mara
  valueOf(await ask('handoff.reassign', { handoffId, to, reason: 'Ben has left' }))
  await settled()
  const { items } = valueOf(await ask('inbox.read', { fresh: false }))
  expect(items).toMatchObject([{ incoming: { userId: to.userId }, recipientLeft: false }])
})

it('where it is hidden who is active, the deal is read and nothing is said', async () => {
  const { ask, look, notices, world } = await anaWaiting(
    profiled(acmeSeed(), { fields: ['User.IsActive'] }),
  )
  world.clock.now += 5 * 60_000
  const context = valueOf(await ask('context.read', { opportunityId: brightwater, fresh: true }))
  expect(context?.handoffs).toMatchObject([{ recipientLeft: false }])
  expect(await look()).toEqual([{ group: 'sent', left: false }])
  expect(notices).toEqual([])
})
