// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { benWithHandoff, mara } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const remy = '005Hs0000000AjcIAE'

it('a returned handoff that its sender may no longer see goes out as a new one, once', async () => {
  const { ask, ana, world, handoffId, settled } = await benWithHandoff()
  const comment = 'Which date was promised?'
  const why = { reasons: ['COMMITMENTS_UNCLEAR'], comment, questions: [] }
  valueOf(await ask('handoff.decline', { handoffId, ...why }))
  await settled()
  world.browser.signIn(acmeUsers.ana)
  world.clock.now += 10_000
  await ana.ask('context.read', { opportunityId, fresh: true })
  const { key: draftKey } = valueOf(await ana.ask('draft.start', { opportunityId }))
  world.demo.as(remy).update('Handoff__c', handoffId, { OwnerId: remy })
  world.clock.now += 10_000
  await ana.ask('context.read', { opportunityId, fresh: true })
  const change = { bypass: { reason: 'The kickoff is tomorrow', manager: mara } }
  const { revision } = valueOf(await ana.ask('draft.change', { draftKey, change }))
  const sent = valueOf(await ana.ask('handoff.submit', { draftKey, revision }))
  await ana.settled()
  // A second press finds what the first one made.
  const again = valueOf(await ana.ask('handoff.submit', { draftKey, revision }))
  expect(again.operationKey).toBe(sent.operationKey)
  expect(await ana.ask('outbox.read', { opportunityId })).toMatchObject([
    { state: 'sent' },
    { state: 'sent' },
  ])
  const all = 'SELECT Status__c, Client_Key__c FROM Handoff__c ORDER BY Name'
  const [old, made, ...others] = world.demo.as(remy).query(all)
  expect(others).toEqual([])
  expect(old).toMatchObject({ Status__c: 'Rejected', Client_Key__c: draftKey })
  expect(made).toMatchObject({ Status__c: 'Submitted' })
})
