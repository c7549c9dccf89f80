import { describe, expect, it } from 'vitest'
import type { Condition } from '#lib/handoff/condition.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { Template } from '#lib/handoff/template.ts'
import { at, notesOn } from './import-notes.ts'

const demand = (when: Condition, over: Partial<Question> = {}) =>
  notesOn({ requirements: [{ severity: 'warns', when }], ...over })
const when = `${at}.requirements[0].when`

describe('a condition that no choice can meet', () => {
  it.each([
    {
      is: { when: 'stage-is', stages: ['Won', 'Gone'] },
      told: [`${when}.stages[1]: Opportunity.StageName does not offer “Gone”.`],
    },
    {
      is: { when: 'field-is', field: 'Opportunity.Scope__c', values: ['SSO;API', 'SSO;X', null] },
      told: [`${when}.values[1]: Opportunity.Scope__c does not offer “SSO;X”.`],
    },
    {
      is: { when: 'variant-is', variants: ['express'] },
      told: [`${when}.variants[0]: This template has no variant “express”.`],
    },
    {
      is: { when: 'answer-is', question: 'stage', values: ['Won', 'Gone', 'unknown-asked'] },
      told: [`${when}.values[1]: Opportunity.StageName does not offer “Gone”.`],
    },
    {
      is: { when: 'answer-is', question: 'day', values: ['1.3.2027', '2027-03-01'] },
      told: [`${when}.values[0]: This is never “1.3.2027”: days are compared as 2027-03-31.`],
    },
    {
      is: { when: 'answer-is', question: 'sum', values: ['1,000', '1000 EUR', 'none'] },
      told: [`${when}.values[0]: This is never “1,000”: amounts are compared as 1234.5 EUR.`],
    },
    {
      is: {
        when: 'all',
        of: [
          { when: 'field-empty', field: 'Opportunity.NextStep' },
          { when: 'field-is', field: 'Opportunity.NextStep', values: ['Call'] },
        ],
      },
      told: [
        `${when}: Opportunity.NextStep cannot be empty and hold this at once, so this never holds.`,
      ],
    },
    {
      is: { when: 'answered', question: 'why.pain' },
      told: [
        `${at}.requirements[0]: This asks for an answer only where there is one, so it never asks for any.`,
      ],
    },
    {
      is: { when: 'list-has-at-least', question: 'risks', count: 0 },
      told: [`${when}.count: Every list has that many, so this always holds.`],
    },
    {
      is: { when: 'all', of: [] },
      told: [`${when}: All of nothing: this always holds. Use “always” if that is meant.`],
    },
    { is: { when: 'answered', question: 'choice' }, told: [] },
  ] satisfies { is: Condition; told: string[] }[])('is told: $is', async ({ is, told }) => {
    expect(await demand(is)).toEqual(told)
  })

  it('is not told of a demand that keeps out “unknown” where there is an answer', async () => {
    const answered: Condition = { when: 'answered', question: 'why.pain' }
    const requirements: Question['requirements'] = [{ severity: 'blocks-submit', when: answered }]
    expect(await notesOn({ requirements })).toEqual([])
  })

  it('is told where it is judged before anything is asked', async () => {
    const early = { when: 'answered', question: 'choice' } as const
    const variant: Condition = { when: 'variant-is', variants: ['standard'] }
    const whole: Partial<Template> = {
      appliesWhen: { when: 'any', of: [early, { when: 'won' }] },
      variantWhen: [
        { variant: 'standard', when: variant },
        { variant: 'standard', when: { when: 'formula', formula: '$Count.risks > 2' } },
      ],
    }
    expect(await notesOn({}, whole)).toEqual([
      'appliesWhen.of[0]: Nothing is answered yet when this is judged, so it never holds.',
      'variantWhen[0].when: No variant is chosen yet when this is judged: it counts as “standard”.',
      'variantWhen[1].when.formula: Nothing is answered yet when this formula is judged: all answers are empty in it.',
    ])
  })

  it('is told where the question is not asked, and what is never too short', async () => {
    const requirements: Question['requirements'] = [
      { severity: 'warns', when: { when: 'variant-is', variants: ['express'] } },
    ]
    const whole: Partial<Template> = { variants: ['express', 'standard'] }
    expect(await notesOn({ requirements, variants: ['standard'] }, whole)).toEqual([
      `${at}.requirements[0]: This question is not asked in that variant.`,
    ])
    expect(await notesOn({ requirements, variants: ['express'] }, whole)).toEqual([])
    expect(await notesOn({ minLength: 5, answer: { type: 'date' } })).toEqual([
      `${at}.minLength: An answer of the type “date” is never too short.`,
    ])
  })
})

describe('a formula that comes out the same whatever is chosen', () => {
  const same = (is: string) => `This formula is ${is} true`
  it.each([
    { formula: '1 > 2', told: [`${same('never')}.`] },
    { formula: 'ISNEW()', told: [`${same('never')}.`] },
    { formula: '$Answer.tick <> "Maybe"', told: [`${same('always')}, whatever is chosen.`] },
    {
      formula: '$Answer.choice = "It is"',
      told: [
        '$Answer.choice is never “It is”: that choice is kept as “YES”.',
        `${same('never')}, whatever is chosen.`,
      ],
    },
    {
      formula: 'AND(Amount > 5, "Perhaps" <> $Answer.choice)',
      told: ['$Answer.choice is never “Perhaps”.'],
    },
    {
      formula: 'AND(ISPICKVAL(StageName, "Won"), ISPICKVAL(StageName, "Lost"))',
      told: [`${same('never')}, whatever is chosen.`],
    },
    {
      formula: 'Amount > 5 && NOT(ISPICKVAL(StageName, "Gone")) && INCLUDES(Scope__c, "X")',
      told: ['StageName does not offer “Gone”.', 'Scope__c does not offer “X”.'],
    },
    {
      formula: '$Count.choice > LEN(NextStep)',
      told: ['$Count.choice is always 0: that question is no list.'],
    },
    { formula: 'ISCHANGED(StageName)', told: [] },
    { formula: 'ISBLANK($Answer.choice) || IsWon', told: [] },
    { formula: 'CloseDate < TODAY()', told: [] },
    { formula: '$Count.risks > 3', told: [] },
  ])('$formula', async ({ formula, told }) => {
    expect(await demand({ when: 'formula', formula })).toEqual(
      told.map((sentence) => `${when}.formula: ${sentence}`),
    )
  })
})

describe('a power beside a product', () => {
  it.each([
    { formula: 'Amount * 2 ^ 3 > 5', isTold: true },
    { formula: 'LEN(NextStep) ^ 2 / Amount > 5', isTold: true },
    { formula: 'NOT(ISBLANK(NextStep)) && (1 + Amount * -2 ^ 2) > 5', isTold: true },
    { formula: 'Amount / (2 + 1) ^ (2 + 2) > 5', isTold: true },
    { formula: 'Amount * (2 ^ 3) > 5', isTold: false },
    { formula: '(Amount * 2) ^ 3 > 5', isTold: false },
    { formula: 'Amount * 3 + 2 ^ 2 > 5', isTold: false },
    { formula: 'MAX(Amount * 2, 3) ^ 2 > 5 /* a * b ^ c */', isTold: false },
    { formula: 'CONTAINS(NextStep, "2 * 3 ^ 2")', isTold: false },
  ])('is told as something that Salesforce may reckon otherwise: $formula', async (one) => {
    const told = await demand({ when: 'formula', formula: one.formula })
    expect(told.some((sentence) => sentence.includes('put what is raised in brackets'))).toBe(
      one.isTold,
    )
  })
})

describe('a threshold for the amount', () => {
  const large: Condition = { when: 'amount-at-least', amount: 50_000 }
  const over = { requirements: [{ severity: 'warns' as const, when: large }] }
  const whole = { appliesWhen: large }

  it('is one of the deal’s own currency where the org has several, which is said once', async () => {
    const several = { 'Opportunity.CurrencyIsoCode': 'picklist' }
    expect(await notesOn(over, whole, several)).toEqual([
      expect.stringMatching(/^appliesWhen\.amount: This org has several currencies\./),
    ])
  })

  it('is plain in an org with one', async () => {
    expect(await notesOn(over, whole)).toEqual([])
  })
})
