// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import { brightwater, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const opportunityId = brightwater
const answer: Answer = {
  kind: 'given',
  value: { type: 'text', text: 'Four days instead of ten' },
  provenance: { from: 'typed' },
  evidence: [],
  by: { userId: '005Hs00000006RMIAY', name: 'Ana Ferreira' },
  at: '2026-11-23T12:00:00.000Z',
}

describe('the template of a draft', () => {
  it('is offered with what fits the deal, without asking Salesforce', async () => {
    const { ask, draftKey, world } = await anaWithDraft()
    const { templates, fitting } = valueOf(await ask('choice.read', { draftKey }))
    expect(templates.map(({ key, variant }) => [key, variant])).toEqual([
      ['sdr-ae', 'enterprise'],
      ['ae-csm', 'enterprise'],
      ['territory', 'enterprise'],
      ['csm-csm', 'enterprise'],
    ])
    expect(fitting).toBe('ae-csm')
    expect(templates[1]?.trigger).toEqual([
      'The deal is won and the contract is signed',
      'By hand, at any time',
    ])
    expect(callsOf(world)).toEqual([])
  })

  it('changes with every answer kept, and back as long as nothing was written since', async () => {
    const { ask, draftKey } = await anaWithDraft()
    await ask('draft.answer', { draftKey, question: 'why.us', answer })
    const before = await ask('draft.read', { opportunityId })
    if (!before) throw new Error('There is no draft.')
    const choice = { draftKey, templateKey: 'territory', variant: 'express' as const }
    const taken = valueOf(await ask('choice.take', choice))
    expect(taken).toMatchObject({
      template: { key: 'territory' },
      variant: 'express',
      chosen: true,
    })
    expect(taken.answers).toMatchObject({ 'why.us': answer })
    const { revision } = taken
    const back = valueOf(await ask('choice.revert', { draft: before, revision }))
    expect(back).toMatchObject({ template: before.template, answers: before.answers })
    expect(await ask('choice.revert', { draft: before, revision })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'conflict' },
    })
  })
})
