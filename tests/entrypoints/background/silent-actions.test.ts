// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeSeed, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { notGranting } from '../../lib/salesforce/hidden-fields.ts'
import { benWithHandoff } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

describe('what nobody has pressed a button for', () => {
  it.each([
    ['read', 'Handoff__c.First_Viewed_At__c'],
    ['edit', 'Handoff__c.First_Viewed_At__c'],
    ['edit', 'Handoff__c.Reviewed_Sections__c'],
  ] as const)('holds up no question where the right to %s %s is missing', async (right, field) => {
    const desk = await benWithHandoff(notGranting(acmeSeed(), field, right))
    const { ask, handoffId, settled, rows } = desk
    await ask('context.read', { opportunityId, fresh: true })
    await ask('packet.view', { handoffId })
    await ask('packet.review', { handoffId, sections: ['deal'] })
    const asked = [{ question: 'deal.stage', section: 'deal', body: 'Is it?' }]
    valueOf(await ask('handoff.ask', { handoffId, asked }))
    await settled()
    expect(rows('SELECT Body__c FROM Handoff_Comment__c')).toMatchObject([{ Body__c: 'Is it?' }])
    expect(await ask('outbox.read', { opportunityId })).toMatchObject([{ state: 'sent' }])
  })
})
