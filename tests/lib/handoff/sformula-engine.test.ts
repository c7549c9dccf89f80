import { describe, expect, it } from 'vitest'
import { createAssessor } from '#lib/handoff/assessor.ts'
import { assess } from '#lib/handoff/completeness.ts'
import type { FormulaInput } from '#lib/handoff/formula-engine.ts'
import { createFormulaEngine } from '#lib/handoff/sformula-engine.ts'
import { deal, draft, given, NOW, question, section, template, typed } from './builders.ts'

const engine = createFormulaEngine({ questions: ['why_pain', 'promise'] })

const fields: Record<string, string | number | boolean | null> = {
  'Opportunity.Amount': 60_000,
  'Opportunity.StageName': 'Closed Won',
  'Opportunity.NextStep': 'Call "ISCHANGED(Amount)"',
  'Opportunity.CloseDate': '2026-03-01',
  'Opportunity.Probability': 40,
  'Opportunity.Account.Industry': 'Food',
  'Opportunity.Owner.IsActive': true,
}
const prior: typeof fields = {
  ...fields,
  'Opportunity.StageName': 'Negotiation',
  'Opportunity.NextStep': null,
}

const input: FormulaInput = {
  field: (path) => fields[path] ?? null,
  prior: (path) => prior[path] ?? null,
  isNew: false,
  answer: (name) => (name === 'why_pain' ? 'Nine days to close' : null),
  count: (name) => (name === 'promise' ? 2 : 0),
  now: NOW,
  today: NOW.slice(0, 10),
}

describe('evaluating a formula', () => {
  it.each([
    { formula: 'Amount >= 50000', holds: true },
    { formula: 'amount < 50000 /* small */', holds: false },
    { formula: 'Amount <> NULL', holds: true },
    { formula: 'AND(CloseDate != null, NOT(CloseDate = NULL))', holds: true },
    {
      formula: 'ISBLANK(NextStep) || Account . Industry <> NULL && $Answer.promise == NULL',
      holds: true,
    },
    { formula: 'CreatedDate = NULL', holds: true },
    { formula: 'ISPICKVAL(StageName, "Closed Won")', holds: true },
    { formula: 'ISPICKVAL(LeadSource, "")', holds: true },
    { formula: 'ISPICKVAL(StageName, "")', holds: false },
    { formula: 'ISPICKVAL(PRIORVALUE(LeadSource), "")', holds: true },
    { formula: 'ISCHANGED(StageName)', holds: true },
    { formula: 'IsChanged( Amount )', holds: false },
    { formula: 'ISPICKVAL(PRIORVALUE(StageName), "Negotiation")', holds: true },
    { formula: 'AND(NOT(ISNEW()), ISCHANGED(NextStep))', holds: true },
    { formula: 'CONTAINS(NextStep, "ISCHANGED(")', holds: true },
    { formula: 'CloseDate < TODAY()', holds: true },
    { formula: 'NOT ISBLANK(NextStep)', holds: true },
    { formula: 'Amount > 1 && not Owner.IsActive', holds: false },
    { formula: 'AND(NOT NOT Owner.IsActive, NOT ISPICKVAL(StageName, "Lost"))', holds: true },
    { formula: 'NOT Owner.IsActive = FALSE', holds: true },
    { formula: 'NOT(AND(ExpectedRevenue > 5, Owner.IsActive))', holds: true },
    { formula: '!(ExpectedRevenue > 5 || Amount < 5)', holds: true },
    { formula: 'ExpectedRevenue > 5 || Owner.IsActive && NOT(ExpectedRevenue > 5)', holds: false },
    { formula: 'Owner.IsActive = Amount > 5', holds: true },
    { formula: 'Amount > 5 = Probability > 0.5', holds: false },
    { formula: 'AND(Owner.IsActive <> (Amount + 1) * 2 < 5 /* few */, TRUE)', holds: true },
    { formula: 'Amount < 5 = CloseDate >= TODAY() && Owner.IsActive', holds: true },
    { formula: 'Owner.IsActive = Amount > 5 = CloseDate < TODAY() = Amount >= 5', holds: true },
    { formula: 'Owner.IsActive == Amount > LEN("a") || FALSE', holds: true },
    { formula: 'TODAY() - CloseDate = 9', holds: true },
    { formula: 'Probability < 0.5', holds: true },
    { formula: 'TEXT(Account.Industry) = "Food" && Owner.IsActive', holds: true },
    { formula: 'REGEX($Answer.why_pain, ".*[0-9]+.*")', holds: false },
    { formula: 'REGEX($Answer.why_pain, "\\\\w+ days.*")', holds: true },
    { formula: 'LEN($Answer.why_pain) > 5', holds: true },
    { formula: '$Count.promise >= 2', holds: true },
    { formula: 'ISBLANK($Answer.promise)', holds: true },
    { formula: 'CONTAINS(NextStep & "’s don\'t", "don\'t")', holds: true },
    { formula: `BEGINS('a "b"', 'a "') && "\\"'\\\\" = '"\\'\\\\'`, holds: true },
  ])('$formula: $holds', ({ formula, holds }) => {
    expect(engine.check(formula)).toBeNull()
    expect(engine.evaluate(formula, input)).toEqual({ outcome: 'value', holds })
  })

  it('names what a formula reads', () => {
    expect(engine.reads('ISCHANGED(NextStep) || LEN($Answer.why_pain) > Amount')).toEqual({
      fields: ['Opportunity.NextStep', 'Opportunity.Amount'],
      answers: ['why_pain'],
      clock: false,
    })
    expect(engine.reads('CloseDate < TODAY()').clock).toBe(true)
  })
})

describe('a formula that cannot be used', () => {
  it.each([
    { formula: 'Amount >', sentence: /ends too early/, line: 1, column: 9 },
    { formula: 'NOT Bugdet__c > 2', sentence: /Bugdet__c/, line: 1, column: 5 },
    { formula: 'Amount > 1 && NOT', sentence: /ends too early/, line: 1, column: 18 },
    { formula: 'AND(\n  Amount > 1,\n  Bugdet__c > 2)', sentence: /Bugdet__c/, line: 3, column: 3 },
    { formula: 'ISCHANGED(Stage__c)', sentence: /Stage__c/, line: 1, column: 11 },
    { formula: 'TODAY() > CloseDate && Oops > 1', sentence: /Oops/, line: 1, column: 24 },
    {
      formula: 'StageName = "Lost"',
      sentence: /^Ask a picklist by ISPICKVAL/,
      line: 1,
      column: 1,
    },
    { formula: '"Lost" <> StageName', sentence: /^Ask a picklist by/, line: 1, column: 11 },
    {
      formula: 'Owner.IsActive = Amount > 5 && Oops > 1',
      sentence: /Oops/,
      line: 1,
      column: 32,
    },
    { formula: 'Owner.IsActive = Amount', sentence: /does not fit/, line: 1, column: 18 },
    {
      formula: '1=1 && CASE(StageName, "Won", 1, "Lost", 2) = 1',
      sentence: /^CASE takes .* at last what comes out otherwise$/,
      line: 1,
      column: 8,
    },
    { formula: 'ISBLANK(Amount, 1)', sentence: /^ISBLANK takes 1 part .* and has 2$/, line: 1 },
    { formula: 'Amount + 1', sentence: /true or false/, line: null, column: null },
    { formula: 'REGEX(NextStep, "(a)\\\\1")', sentence: /linear time/, line: 1, column: 17 },
    { formula: 'REGEX(NextStep, Name)', sentence: /written out/, line: 1, column: 1 },
    { formula: 'ISBLANK($Answer)', sentence: /“\$Answer” by itself/, line: 1, column: 9 },
    { formula: 'ISNEW() || $Count = NULL', sentence: /“\$Count” by itself/, line: 1, column: 12 },
    { formula: '1=1 || ISBLANK(Account)', sentence: /no field .* “Account”/, line: 1, column: 16 },
    { formula: 'ISCHANGED(Owner)', sentence: /no field .* “Owner”/, line: 1, column: 11 },
    { formula: 'ISBLANK(Account.Owner)', sentence: /no field .* “Account”/, line: 1 },
    { formula: 'ISBLANK($Prior)', sentence: /“\$Prior” by itself/, line: 1, column: 9 },
    { formula: 'LEN($Answer.nothing) > 1', sentence: /no question “nothing”/, line: 1, column: 5 },
    { formula: 'Oops > 1 || $Count.nothing > 1', sentence: /no question/, line: 1, column: 13 },
    { formula: `${'('.repeat(60)}1=1${')'.repeat(60)}`, sentence: /brackets/, line: null },
  ])('$formula', ({ formula, sentence, ...place }) => {
    const problem = engine.check(formula)
    expect(problem?.sentence).toMatch(sentence)
    expect(problem).toMatchObject(place)
    expect(engine.evaluate(formula, input).outcome).toBe('broken')
  })

  it.each([
    { formula: 'ISBLNK(NextStep)', unknown: undefined },
    { formula: 'Amount > 1 && ISCLONE ()', unknown: undefined },
    { formula: '$User.Department = "Sales"', unknown: undefined },
    { formula: 'Bugdet__c > 1', unknown: 'Bugdet__c' },
    { formula: '(Bugdet__c) > (1)', unknown: 'Bugdet__c' },
    { formula: 'Partner__r.Name = "x"', unknown: 'Partner__r' },
  ])('is right in no org where it names no field: $formula', ({ formula, unknown }) => {
    const problem = engine.check(formula)
    expect(problem?.sentence).toMatch(/^There is no field or function/)
    expect(problem?.unknown).toBe(unknown)
  })

  it('brackets as deep as allowed are read at once', () => {
    const formula = `${'('.repeat(30)}1=1${')'.repeat(30)}`
    expect(engine.evaluate(formula, input)).toEqual({ outcome: 'value', holds: true })
  })
})

describe('a requirement with a formula', () => {
  const when = { when: 'formula', formula: 'ISCHANGED(NextStep) && Amount > 50000' } as const
  const from = template([
    section([
      question({ key: 'next.step', writeTo: 'Opportunity.NextStep' }),
      question({ key: 'why.pain', requirements: [{ severity: 'blocks-submit', when }] }),
    ]),
  ])
  const circumstances = { deal: deal(), now: NOW, formulas: engine }

  it.each([
    { type: 'currency', value: { type: 'currency', amount: 12.5, currency: 'EUR' } },
    { type: 'number', value: { type: 'number', number: 12.5 } },
  ] as const)('reads a $type that was answered as a number', ({ type, value }) => {
    const demanding = { when: 'formula', formula: 'VALUE($Answer.price) > 5' } as const
    const priced = template([
      section([
        question({ key: 'price', answer: { type } }),
        question({
          key: 'why.pain',
          requirements: [{ severity: 'blocks-submit', when: demanding }],
        }),
      ]),
    ])
    const formulas = createFormulaEngine({ questions: ['price', 'why_pain'] })
    const one = draft({ price: given(value) })
    expect(assess(priced, one, { ...circumstances, formulas }).canSubmit).toBe(false)
  })

  it('applies to the record as it will be once the answers are written', () => {
    expect(assess(from, draft(), circumstances).canSubmit).toBe(true)
    const one = draft({ 'next.step': typed('Kickoff on Tuesday') })
    expect(assess(from, one, circumstances).next).toMatchObject({
      question: 'why.pain',
      rule: 'required',
    })
    const unticked = { ...one, unticked: ['Opportunity.NextStep'] }
    expect(assess(from, unticked, circumstances).canSubmit).toBe(true)
    const again = createAssessor(from)
    expect(again(one, circumstances).canSubmit).toBe(false)
    const locked = ['Opportunity.NextStep']
    expect(again(one, { ...circumstances, locked }).canSubmit).toBe(true)
  })

  it('sees nothing of what the variant does not ask, and so does not write', () => {
    const writeTo = 'Opportunity.NextStep'
    const [, asking] = from.sections[0]?.questions ?? []
    const large = question({ key: 'next.later', writeTo, variants: ['enterprise'] })
    const both = template([section([large, asking ?? question()])])
    const one = draft({ 'next.later': typed('Kickoff on Tuesday') })
    const again = createAssessor(both)
    expect(again({ ...one, variant: 'enterprise' }, circumstances).canSubmit).toBe(false)
    expect(again({ ...one, variant: 'standard' }, circumstances).canSubmit).toBe(true)
  })

  it('sees what is written to the account, too', () => {
    const writeTo = 'Account.Description'
    const asks = { when: 'formula', formula: 'NOT(ISBLANK(Account.Description))' } as const
    const about = template([
      section([
        question({ key: 'about', writeTo }),
        question({ key: 'why.pain', requirements: [{ severity: 'blocks-submit', when: asks }] }),
      ]),
    ])
    const one = draft({ about: typed('Nine depots, one planner') })
    expect(assess(about, draft(), circumstances).canSubmit).toBe(true)
    expect(assess(about, one, circumstances).canSubmit).toBe(false)
    expect(assess(about, { ...one, unticked: [writeTo] }, circumstances).canSubmit).toBe(true)
  })

  it.each([
    { answered: 'next.step', over: {}, canSubmit: false },
    { answered: 'next.later', over: {}, canSubmit: false },
    { answered: 'next.later', over: { tier: 'recipient' }, canSubmit: true },
  ] as const)(
    'sees a field written by whichever question writes it: $answered $over',
    ({ answered, over, canSubmit }) => {
      const writeTo = 'Opportunity.NextStep'
      const [first, last] = from.sections[0]?.questions ?? []
      const later = question({ key: 'next.later', writeTo, ...over })
      const both = template([section([first ?? question(), later, last ?? question()])])
      const one = draft({ [answered]: typed('Kickoff on Tuesday') })
      expect(assess(both, one, circumstances).canSubmit).toBe(canSubmit)
    },
  )
})
