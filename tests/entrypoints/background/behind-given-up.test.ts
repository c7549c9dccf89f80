// @vitest-environment node
import { expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { brightwater as opportunityId, respond } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, benWithHandoff } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

/** Ben has accepted without a network, and gone on from there; Salesforce refuses the acceptance, and he gives it up. */
async function benGivesUp(then: 'remark' | 'contact') {
  const { ask, handoffId, world, office, settled, rows } = await benWithHandoff()
  await ask('context.read', { opportunityId, fresh: true })
  world.network.isUp = false
  const accepted = valueOf(await ask('handoff.accept', acceptance(handoffId)))
  const at = new Date(world.clock.now).toISOString()
  const about = { handoffId, question: null, section: 'deal', mentioned: [], followUp: null }
  if (then === 'contact')
    valueOf(await ask('transition.contact', { handoffId, at, note: 'Called' }))
  valueOf(await ask('handoff.comment', { ...about, body: 'Read on the train' }))
  world.network.isUp = true
  world.clock.now += 600_000
  const message = 'Not today'
  world.faults.push(respond(400, [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message }]))
  await push(office.outbox)
  await settled()
  const { operationKey } = accepted
  valueOf(await ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } }))
  await settled()
  const outbox = () => ask('outbox.read', { opportunityId })
  const remarks = () => rows('SELECT Body__c FROM Handoff_Comment__c')
  return { ask, outbox, remarks, settled }
}

it('what can be done before an acceptance as well is done once that is given up', async () => {
  const { outbox, remarks } = await benGivesUp('remark')
  expect(remarks()).toMatchObject([{ Body__c: 'Read on the train' }])
  expect(await outbox()).toMatchObject([{ action: 'comment', state: 'sent' }])
})

it('what cannot be done without it says so, and what is behind goes out once that is given up, too', async () => {
  const { ask, outbox, remarks, settled } = await benGivesUp('contact')
  const told = (await outbox()).find(({ action }) => action === 'contact')
  expect(told).toMatchObject({
    state: 'conflict',
    trouble: { kind: 'not-now', detail: expect.stringContaining('that you have given up') },
  })
  expect(remarks()).toEqual([])
  const operationKey = told?.operationKey ?? ''
  valueOf(await ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } }))
  await settled()
  expect(remarks()).toMatchObject([{ Body__c: 'Read on the train' }])
})
