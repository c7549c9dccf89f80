// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeUsers, brightwater } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, ben, benWithHandoff } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const opportunityId = brightwater
const admin = '005Hs0000000AjcIAE'

/** Ben, in front of a handoff whose sender is no longer active since it was sent. */
async function benAlone() {
  const desk = await benWithHandoff()
  desk.world.demo.as(admin).update('User', acmeUsers.ana, { IsActive: false })
  await desk.ask('context.read', { opportunityId, fresh: true })
  const rows = (soql: string) => desk.world.demo.as(admin).query(soql)
  return { ...desk, rows, status: () => rows('SELECT Status__c FROM Handoff__c')[0]?.['Status__c'] }
}

describe('a handoff whose sender has left', () => {
  it('is accepted, and its recipient gets the tasks of both', async () => {
    const { ask, settled, handoffId, rows, status } = await benAlone()
    valueOf(await ask('handoff.accept', acceptance(handoffId)))
    await settled()
    expect(status()).toBe('Accepted')
    const steps = rows('SELECT Subject, OwnerId, Description FROM Task').filter(({ Description }) =>
      String(Description).includes('– Segue'),
    )
    expect(new Set(steps.map(({ OwnerId }) => OwnerId))).toEqual(new Set([ben.userId]))
    expect(steps.map(({ Subject }) => String(Subject)).join()).toContain('by mail, together')
  })

  it('is asked about and declined', async () => {
    const { ask, settled, handoffId, status } = await benAlone()
    const asked = [{ question: 'deal.stage', section: 'deal', body: 'Is it?' }]
    valueOf(await ask('handoff.ask', { handoffId, asked }))
    await settled()
    expect(status()).toBe('Clarification')
    const declining = { reasons: ['NO_SUCCESS_CRITERIA'], questions: [], comment: 'Which month?' }
    valueOf(await ask('handoff.decline', { handoffId, ...declining }))
    await settled()
    expect(status()).toBe('Rejected')
  })
})
