import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '#lib/handoff/condition.ts'
import type { Question } from '#lib/handoff/question.ts'
import { createFormulaEngine } from '#lib/handoff/sformula-engine.ts'
import { checkTemplate } from '#lib/handoff/template-check.ts'
import { formulaQuestions, usesFormulas } from '#lib/handoff/template-formulas.ts'
import type { Template } from '#lib/handoff/template.ts'
import { question, section, template } from './builders.ts'
import { templates } from './template-arbitraries.ts'

const withQuestion = (over: Partial<Question>) => template([section([question(over)])])
const asked = (when: Condition, over: Partial<Question> = {}) =>
  withQuestion({ ...over, requirements: [{ severity: 'warns', when }] })

const problemsOf = (json: unknown) => {
  const checked = checkTemplate(json, createFormulaEngine({ questions: ['why_pain'] }))
  return checked.outcome === 'faulty' ? checked.problems : []
}

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a template', () => {
  it('comes back from JSON as it went', () => {
    fc.assert(
      fc.property(templates, (one) => {
        const shape = checkTemplate(json(one))
        // Arbitrary conditions may be impossible; their shape never is.
        expect(shape.outcome === 'sound' ? shape.template : one).toEqual(one)
        const paths = shape.outcome === 'faulty' ? shape.problems.map(({ path }) => path) : []
        expect(paths.filter((path) => !/when|atLeast/.test(path))).toEqual([])
      }),
    )
  })

  it('is sound as the builders make it', () => {
    expect(problemsOf(json(withQuestion({})))).toEqual([])
  })

  it.each([null, 7, 'x', [], {}, { key: 'a' }])('%j is refused and not thrown at', (one) => {
    expect(problemsOf(one).length).toBeGreaterThan(0)
  })

  it('any JSON at all is answered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(checkTemplate(value).outcome).toBe('faulty')
      }),
    )
  })
})

const first = 'sections[0].questions[0]'
const when = `${first}.requirements[0].when`
const always = { when: 'always' } as const
const milestone = {
  key: 'm',
  label: 'M',
  kind: 'task',
  anchor: 'accepted',
  offset: { amount: 1, unit: 'days' },
  owner: 'both',
  required: false,
} as const

describe('what is wrong with a template is told with its path', () => {
  const cases: { what: string; of: unknown; path: string; says: RegExp }[] = [
    {
      what: 'a length of none',
      of: withQuestion({ minLength: 0 }),
      path: `${first}.minLength`,
      says: /More than 0/,
    },
    {
      what: 'a list for a table',
      of: { ...withQuestion({}), mapping: [] },
      path: 'mapping',
      says: /An object is expected/,
    },
    {
      what: 'an unknown key',
      of: { ...withQuestion({}), colour: 'red' },
      path: '',
      says: /“colour”/,
    },
    {
      what: 'an unknown key of a question',
      of: template([section([{ ...question(), lable: 'x' } as Question])]),
      path: first,
      says: /“lable”/,
    },
    {
      what: 'an unknown key of a condition',
      of: asked({ when: 'won', stage: 'x' } as Condition),
      path: when,
      says: /“stage”/,
    },
    { what: 'no help', of: withQuestion({ help: '' }), path: `${first}.help`, says: /empty/ },
    {
      what: 'a wrong version',
      of: { ...withQuestion({}), version: '1' },
      path: 'version',
      says: /1\.0\.0/,
    },
    {
      what: 'an unknown condition',
      of: JSON.parse(JSON.stringify(asked({ when: 'never' })).replace('"never"', '"sometimes"')),
      path: `${when}.when`,
      says: /“when” is one of “always”, “never”, .*“formula”, “all”, “any”, “not”/,
    },
    {
      what: 'an unknown type of answer',
      of: withQuestion({ answer: JSON.parse('{"type":"txt"}') }),
      path: `${first}.answer.type`,
      says: /“type” is one of “text”, “long-text”/,
    },
    {
      what: 'an unknown source',
      of: withQuestion({ prefill: JSON.parse('[{"from":"feild"}]') }),
      path: `${first}.prefill[0].from`,
      says: /“from” is one of “field”, “fields”/,
    },
    {
      what: 'a question key twice',
      of: template([section([question(), question()])]),
      path: 'sections[0].questions[1].key',
      says: /sections\[0\]\.questions\[0\]\.key already/,
    },
    {
      what: 'two names that formulas cannot tell apart',
      of: template([section([question({ key: 'a.b' }), question({ key: 'a_b' })])]),
      path: 'sections[0].questions[1].key',
      says: /formulas/,
    },
    {
      what: 'a milestone twice',
      of: { ...withQuestion({}), milestones: [milestone, milestone] },
      path: 'milestones[1].key',
      says: /milestone/,
    },
    {
      what: 'a condition about a question that is not there',
      of: asked({ when: 'all', of: [always, { when: 'answered', question: 'gone' }] }),
      path: `${when}.of[1].question`,
      says: /no question “gone”/,
    },
    {
      what: 'a decline reason about a question that is not there',
      of: template([section([question()])], {
        declineReasons: [{ code: 'X', label: 'X', goesTo: 'sender', questions: ['gone'] }],
      }),
      path: 'declineReasons[0].questions[0]',
      says: /gone/,
    },
    {
      what: 'a variant that the template lacks',
      of: withQuestion({ variants: ['express'] }),
      path: `${first}.variants[0]`,
      says: /express/,
    },
    {
      what: 'a letter without a place in the mapping',
      of: withQuestion({ prefill: [{ from: 'mapped', key: 'meddpicc.pain' }] }),
      path: `${first}.prefill[0].key`,
      says: /meddpicc\.pain/,
    },
    {
      what: 'an owner who moves after no phase',
      of: template([section([question()])], {
        transfer: { trigger: ['x'], ownerMoves: 'at-phase-end' },
      }),
      path: 'transfer.afterPhase',
      says: /which one/,
    },
    {
      what: 'two stages at once',
      of: asked({
        when: 'all',
        of: [
          { when: 'stage-is', stages: ['A'] },
          { when: 'stage-is', stages: ['B'] },
        ],
      }),
      path: when,
      says: /never holds/,
    },
    {
      what: 'something and its opposite',
      of: asked({ when: 'all', of: [{ when: 'won' }, { when: 'not', of: { when: 'won' } }] }),
      path: when,
      says: /opposite/,
    },
    {
      what: 'a choice that is not offered',
      of: asked(
        { when: 'answer-is', question: 'why.pain', values: ['z'] },
        { answer: { type: 'picklist', options: [{ value: 'a', label: 'A' }] } },
      ),
      path: when,
      says: /never be “z”/,
    },
    {
      what: 'a count of what is no list',
      of: asked({ when: 'list-has-at-least', question: 'why.pain', count: 2 }),
      path: when,
      says: /no list/,
    },
    {
      what: 'a pick-list without options',
      of: withQuestion({ answer: { type: 'picklist' } }),
      path: `${first}.answer`,
      says: /options/,
    },
    {
      what: 'a formula that names no field',
      of: asked({ when: 'not', of: { when: 'formula', formula: 'Oops__c > 1' } }),
      path: `${when}.of.formula`,
      says: /Oops__c/,
    },
    {
      what: 'a formula that names the opportunity itself',
      of: asked({ when: 'formula', formula: 'Opportunity.Amount > 1' }),
      path: `${when}.formula`,
      says: /without “Opportunity\.”/,
    },
  ]

  it.each(cases)('$what', ({ of, path, says }) => {
    const problems = problemsOf(json(of))
    expect(problems.map((one) => one.path)).toContain(path)
    expect(problems.find((one) => one.path === path)?.sentence).toMatch(says)
  })

  it('a formula’s problem has its line and column', () => {
    const problems = problemsOf(asked({ when: 'formula', formula: 'Amount > 1 &&\n  Oops > 2' }))
    expect(problems).toMatchObject([{ line: 2, column: 3 }])
  })

  it('says whether the formula engine is needed', () => {
    expect(usesFormulas(withQuestion({}))).toBe(false)
    const inner: Condition = { when: 'formula', formula: 'TRUE' }
    expect(usesFormulas(asked({ when: 'not', of: inner }))).toBe(true)
  })

  it('formulas may name the template’s questions', () => {
    const of: Template = asked({ when: 'formula', formula: 'LEN($Answer.why_pain) > 3' })
    const engine = createFormulaEngine({ questions: formulaQuestions(of) })
    expect(checkTemplate(of, engine).outcome).toBe('sound')
  })
})
