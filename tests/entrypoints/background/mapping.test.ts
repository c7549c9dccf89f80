// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeUsers, brightwater, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater

describe('a methodology letter with a field of its own', () => {
  it('is remembered for the org and told to every surface', async () => {
    const world = orgInProcess()
    world.browser.signIn(acmeUsers.ana)
    const { ask } = workerInProcess(world)
    await ask('context.read', { opportunityId, fresh: true })
    const { letters, fields } = valueOf(await ask('mapping.read', {}))
    expect(letters.map(({ key }) => key)).toContain('meddpicc.decisionProcess')
    expect(fields).toContainEqual(
      expect.objectContaining({ path: 'Opportunity.Description', type: 'textarea' }),
    )
    valueOf(
      await ask('mapping.keep', { mapping: { 'meddpicc.metrics': 'Opportunity.Description' } }),
    )
    const context = valueOf(await ask('context.read', { opportunityId, fresh: false }))
    expect(context?.mapping).toEqual({ 'meddpicc.metrics': 'Opportunity.Description' })
  })
})
