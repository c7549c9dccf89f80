// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { objectDescribeSchema } from '#demo/schema/describe-schema.ts'
import { acmeSeed, acmeUsers, brightwater } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft, benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater

/** An org in which stages are called otherwise than the values that the API knows. */
function renamed() {
  const file = readFileSync('demo/standard/describe/Opportunity.json', 'utf8')
  const opportunity = objectDescribeSchema.parse(JSON.parse(file))
  const fields = opportunity.fields.map((field) => {
    if (field.name !== 'StageName') return field
    const picklistValues = field.picklistValues.map((choice) =>
      Object.assign({}, choice, { label: `Phase ${choice.value}` }),
    )
    return { ...field, picklistValues }
  })
  return { ...acmeSeed(), describes: [{ ...opportunity, fields }] }
}

describe('a stage that the org calls otherwise than its value', () => {
  it('is called so in the summary, when it is sent and when a question is answered', async () => {
    const { ask, settled, handoffId, world, rows } = await benWithHandoff(renamed())
    const summaries = () =>
      rows('SELECT Summary__c FROM Handoff__c').map((row) => row['Summary__c'])
    expect(summaries()).toEqual([expect.stringContaining('Stage: Phase Closed Won')])
    await ask('context.read', { opportunityId, fresh: true })
    const asked = [{ question: 'deal.stage', section: 'deal', body: 'Is it?' }]
    valueOf(await ask('handoff.ask', { handoffId, asked }))
    await settled()
    world.browser.signIn(acmeUsers.ana)
    const ana = workerInProcess(world)
    await ana.ask('context.read', { opportunityId, fresh: true })
    const [question] = rows('SELECT Id FROM Handoff_Comment__c')
    const replies = [{ commentId: String(question?.['Id']), body: 'See there' }]
    const value = { type: 'picklist' as const, value: 'Negotiation/Review' }
    const me = { userId: acmeUsers.ana, name: 'Ana Ferreira' }
    const at = new Date(world.clock.now).toISOString()
    const provenance = { from: 'typed' as const }
    const answer = { kind: 'given' as const, value, provenance, evidence: [], by: me, at }
    valueOf(
      await ana.ask('handoff.reply', { handoffId, replies, answers: { 'deal.stage': answer } }),
    )
    await ana.settled()
    expect(summaries()).toEqual([expect.stringContaining('Stage: Phase Negotiation/Review')])
  })

  it('is called so among the deals without a handoff', async () => {
    const { ask } = await anaWithDraft(renamed())
    const { deals } = valueOf(await ask('deals.read', { fresh: true }))
    expect(deals.map(({ stage }) => stage)).toContain('Phase Closed Won')
  })
})
