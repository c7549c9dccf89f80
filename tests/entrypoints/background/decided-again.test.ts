// @vitest-environment node
import { expect, it } from 'vitest'
import { brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, benWithHandoff } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

it('accepting again takes the place of an acceptance that was refused and waits', async () => {
  const { ask, settled, rows, handoffId, world } = await benWithHandoff()
  await ask('context.read', { opportunityId, fresh: true })
  world.demo.state.validationRules.push({
    object: 'Handoff__c',
    active: true,
    formula: 'Decision_Comment__c = "Fine"',
    message: 'Say more',
  })
  valueOf(await ask('handoff.accept', acceptance(handoffId, 'Fine')))
  await settled()
  expect(await ask('outbox.read', { opportunityId })).toMatchObject([{ state: 'needs-attention' }])
  valueOf(await ask('handoff.accept', acceptance(handoffId, 'Two days are the goal')))
  await settled()
  expect(rows('SELECT Status__c, Decision_Comment__c FROM Handoff__c')).toMatchObject([
    { Status__c: 'Accepted', Decision_Comment__c: 'Two days are the goal' },
  ])
  expect(rows("SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Accepted'")).toHaveLength(1)
  expect(await ask('outbox.read', { opportunityId })).toMatchObject([{ state: 'sent' }])
})
