// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers, brightwater } from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff, mara } from './people-at-work.ts'
import { workerInProcess } from './worker-in-process.ts'

it.each([
  { what: 'has sent', from: mara.userId, to: ben.userId },
  { what: 'is to take over', from: acmeUsers.ana, to: mara.userId },
])('a manager may cancel what she herself $what', async ({ from, to }) => {
  const { world } = await benWithHandoff()
  const handoffId = world.demo.as(from).create('Handoff__c', {
    Client_Key__c: crypto.randomUUID(),
    Status__c: 'Submitted',
    Opportunity__c: brightwater,
    Outgoing_Owner__c: from,
    Incoming_Owner__c: to,
  })
  world.browser.signIn(mara.userId)
  const boss = workerInProcess(world)
  const cancelled = await boss.ask('handoff.cancel', { handoffId, reason: 'It fell through' })
  expect(cancelled).toMatchObject({ outcome: 'ok' })
  await boss.settled()
  const query = `SELECT Status__c FROM Handoff__c WHERE Id = '${handoffId}'`
  expect(world.demo.as(mara.userId).query(query)).toMatchObject([{ Status__c: 'Cancelled' }])
  const log = `SELECT Details__c FROM Handoff_Event__c WHERE Handoff__c = '${handoffId}'`
  const [entry] = world.demo.as(mara.userId).query(log)
  const { onBehalfOf } = JSON.parse(String(entry?.['Details__c']))
  // Nobody acts in her own place.
  expect(onBehalfOf).toBe(from === mara.userId ? undefined : 'Ana Ferreira')
})
