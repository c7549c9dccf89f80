// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { benInTransition } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

describe('a promise that was renegotiated', () => {
  it('is not renegotiated again over what the other side has agreed meanwhile', async () => {
    const { ask, ana, handoff, handoffId, settled, rows, world } = await benInTransition()
    const promise = { words: 'A second training day', toWhom: '', byWhom: '', due: '' }
    valueOf(await ask('handoff.surprise', { handoffId, ...promise }))
    await settled()
    const [made] = (await handoff()).commitments ?? []
    const agreed = { handoffId, commitmentId: String(made?.id), state: 'renegotiated' as const }
    world.clock.now += 5000
    valueOf(await ask('handoff.promise', { ...agreed, note: 'In March' }))
    await settled()
    world.browser.signIn(acmeUsers.ana)
    await ana.ask('context.read', { opportunityId, fresh: true })
    world.clock.now += 5000
    valueOf(await ana.ask('handoff.promise', { ...agreed, note: 'In May, says their CFO' }))
    await ana.settled()
    world.browser.signIn('005Hs00000009f3IAA')
    world.clock.now += 5000
    valueOf(await ask('handoff.promise', { ...agreed, note: 'In April' }))
    await settled()
    const stored = () => rows('SELECT State_Note__c FROM Handoff_Commitment__c')
    expect(stored()).toMatchObject([{ State_Note__c: 'In May, says their CFO' }])
    const sent = await ask('outbox.read', { opportunityId })
    const refused = sent.find(({ state }) => state === 'conflict')
    expect(refused).toMatchObject({
      trouble: { detail: expect.stringContaining('Somebody else has changed this promise') },
    })
    const operationKey = String(refused?.operationKey)
    await ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } })
    await handoff()
    valueOf(await ask('handoff.promise', { ...agreed, note: 'In June then' }))
    await settled()
    expect(stored()).toMatchObject([{ State_Note__c: 'In June then' }])
  })
})
