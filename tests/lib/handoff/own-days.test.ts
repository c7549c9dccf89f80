import { describe, expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import { createFormulaEngine } from '#lib/handoff/sformula-engine.ts'
import { deal, draft, question, section, template } from './builders.ts'

const open = (closeDate: string) =>
  deal({
    fields: { ...deal().fields, 'Opportunity.IsClosed': false, 'Opportunity.CloseDate': closeDate },
  })
const rulesAt = (now: string, timeZone: string) =>
  assess(template([section([question()])]), draft(), {
    deal: open('2026-03-10'),
    now,
    timeZone,
  }).findings.map(({ rule }) => rule)

describe('today is the day it is where the user is', () => {
  it.each([
    { now: '2026-03-11T05:00:00Z', timeZone: 'America/Los_Angeles', isPast: false },
    { now: '2026-03-11T05:00:00Z', timeZone: 'Europe/Berlin', isPast: true },
    { now: '2026-03-10T12:00:00Z', timeZone: 'Pacific/Auckland', isPast: true },
    { now: '2026-03-10T12:00:00Z', timeZone: 'Nowhere/Else', isPast: false },
  ])('a close date of 10 March has passed at $now in $timeZone: $isPast', (given) => {
    expect(rulesAt(given.now, given.timeZone).includes('close-date-past')).toBe(given.isPast)
  })

  it('also for the formulas of the template', () => {
    const when = { when: 'formula', formula: 'CloseDate < TODAY()' } as const
    const from = template([section([question({ requirements: [{ severity: 'warns', when }] })])])
    const formulas = createFormulaEngine({ questions: [] })
    const demandIn = (timeZone: string) =>
      assess(from, draft(), {
        deal: open('2026-03-10'),
        now: '2026-03-11T05:00:00Z',
        timeZone,
        formulas,
      }).questions['why.pain']?.demand
    expect(demandIn('America/Los_Angeles')).toBeNull()
    expect(demandIn('Europe/Berlin')).not.toBeNull()
  })
})

it('formulas know the fields that describe tells of, and what is read along with the deal', () => {
  const types = {
    'Opportunity.AccountId': 'reference',
    'Opportunity.Score__c': 'double',
    'Account.Tier__c': 'picklist',
  }
  const engine = createFormulaEngine({ types, questions: [] })
  expect(engine.check('Score__c > 5 && ISPICKVAL(Account.Tier__c, "Gold")')).toBeNull()
  expect(engine.check('NextStep = "x"')).toMatchObject({ unknown: 'NextStep', line: 1, column: 1 })
})
