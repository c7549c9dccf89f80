import { describe, expect, it } from 'vitest'
import { type Choosing, proposedTemplate, proposedVariant } from '#lib/handoff/choice.ts'
import type { Deal } from '#lib/handoff/deal.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { deal, NOW, section, template } from './builders.ts'

const stages = ['Prospecting', 'Qualification', 'Negotiation/Review', 'Closed Won', 'Closed Lost']
const at = (stage: string, more: Deal['fields'] = {}) =>
  deal({
    fields: {
      'Opportunity.StageName': stage,
      'Opportunity.IsClosed': stage.startsWith('Closed'),
      'Opportunity.IsWon': stage === 'Closed Won',
      ...more,
    },
  })

const judging = { engines: new Map(), now: NOW }
const choosing = (one: Deal, changes: Partial<Choosing> = {}): Choosing => ({
  templates: builtInTemplates,
  deal: one,
  done: new Set(),
  isMine: true,
  stages,
  judging,
  ...changes,
})
const proposed = (one: Deal, changes: Partial<Choosing> = {}) =>
  proposedTemplate(choosing(one, changes))?.key

describe('the template for a deal', () => {
  it.each([
    { what: 'an early deal', one: at('Qualification'), key: 'sdr-ae' },
    { what: 'a won deal', one: at('Closed Won'), key: 'ae-csm' },
    { what: 'my deal on its way to be won', one: at('Negotiation/Review'), key: 'ae-csm' },
  ])('of $what is $key', ({ one, key }) => {
    expect(proposed(one)).toBe(key)
  })

  it.each([
    { what: 'is somebody else’s', changes: { isMine: false } },
    { what: 'stands at a stage that is not known', changes: { stages: [] } },
  ])('follows the rules alone when the deal $what', ({ changes }) => {
    expect(proposed(at('Negotiation/Review'), changes)).toBe('territory')
  })

  it('is the next one when the deal has one behind it', () => {
    expect(proposed(at('Closed Won'), { done: new Set(['ae-csm']) })).toBe('csm-csm')
    expect(proposed(at('Qualification'), { done: new Set(['sdr-ae']) })).toBe('ae-csm')
  })

  it('may be chosen by a formula, and so may the variant', async () => {
    const formula = 'AND(NOT(ISBLANK(Type)), TEXT(Type) = "Renewal")'
    const own = template([section([])], {
      key: 'renewal',
      appliesWhen: { when: 'formula', formula },
      variantWhen: [{ variant: 'enterprise', when: { when: 'formula', formula: 'Amount > 5' } }],
      variants: ['standard', 'enterprise'],
    })
    const types = { 'Opportunity.Type': 'picklist', 'Opportunity.Amount': 'currency' }
    const engine = await formulasFor(own, types)
    const withEngine = { ...judging, engines: new Map(engine ? [['renewal', engine]] : []) }
    const templates = [own, ...builtInTemplates]
    const renewal = at('Closed Won', { 'Opportunity.Type': 'Renewal', 'Opportunity.Amount': 9 })
    expect(proposed(renewal, { templates, judging: withEngine })).toBe('renewal')
    expect(proposedVariant(own, renewal, withEngine)).toBe('enterprise')
    expect(proposed(at('Closed Won'), { templates, judging: withEngine })).toBe('ae-csm')
  })

  it('has a variant that it really has', () => {
    const small = template([section([])], { variants: ['express'], variantWhen: [] })
    expect(proposedVariant(small, at('Closed Won'), judging)).toBe('express')
  })
})
