import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAssessor } from '#lib/handoff/assessor.ts'
import type { Assessment } from '#lib/handoff/assessment.ts'
import { assess } from '#lib/handoff/completeness.ts'
import { underPolicy } from '#lib/handoff/gate.ts'
import { severities } from '#lib/handoff/severity.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import {
  ana,
  deal,
  draft,
  given,
  mara,
  NOW,
  question,
  section,
  template,
  typed,
  withAnswer,
} from './builders.ts'
import { answers } from './arbitraries.ts'
import { written } from './template-arbitraries.ts'

const circumstances = { deal: deal(), now: NOW }
const always = { when: 'always' } as const
const blocker = [{ severity: 'blocks-submit' as const, when: always }]
const warner = [{ severity: 'warns' as const, when: always }]

const blocking = ({ findings }: Assessment) =>
  findings.filter(({ severity }) => severity === 'blocks-submit')

const rules = (assessment: Assessment) => assessment.findings.map(({ rule }) => rule)

const strength = (assessment: Assessment, key: string) => {
  const demand = assessment.questions[key]?.demand
  return demand ? [3 - severities.indexOf(demand.severity), demand.atLeast] : [0, 0]
}

const asked = (over: Parameters<typeof question>[0]) => template([section([question(over)])])

describe('the laws of completeness', () => {
  it('the score stays within 0 and 1', () => {
    fc.assert(
      fc.property(written, ({ from, draft: one }) => {
        const { score, sections } = assess(from, one, circumstances)
        for (const value of [score, ...sections.map((each) => each.score)]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('submit is possible exactly when nothing blocks it', () => {
    fc.assert(
      fc.property(written, ({ from, draft: one }) => {
        const assessment = assess(from, one, circumstances)
        expect(assessment.canSubmit).toBe(blocking(assessment).length === 0)
      }),
    )
  })

  it('the score never falls when an answer is added that demands nothing further', () => {
    const added = written.chain(({ from, draft: one }) => {
      const open = from.sections
        .flatMap(({ questions }) => questions)
        .filter(({ key }) => !(key in one.answers))
      return fc.constantFrom(...open, null).chain((chosen) =>
        chosen === null
          ? fc.constant({ from, before: one, after: one })
          : answers(chosen.answer).map((answer) => ({
              from,
              before: one,
              after: withAnswer(one, chosen.key, answer),
            })),
      )
    })
    fc.assert(
      fc.property(added, ({ from, before, after }) => {
        const first = assess(from, before, circumstances)
        const second = assess(from, after, circumstances)
        const stronger = Object.keys(first.questions).some((key) => {
          const [severity = 0, rows = 0] = strength(second, key)
          const [was = 0, were = 0] = strength(first, key)
          return (
            severity > was || (severity === was && rows > were) || (severity > 0 && rows > were)
          )
        })
        fc.pre(!stronger)
        expect(second.score).toBeGreaterThanOrEqual(first.score - 1e-12)
      }),
      { numRuns: 400 },
    )
  })

  it('assessing again after one answer gives what assessing from nothing gives', () => {
    const edits = written.chain(({ from, draft: one }) => {
      const questions = from.sections.flatMap((each) => each.questions)
      const edit = fc
        .constantFrom(...questions)
        .chain(({ key, answer }) => answers(answer).map((to) => [key, to] as const))
      return fc.array(edit, { maxLength: 5 }).map((list) => ({ from, one, list }))
    })
    fc.assert(
      fc.property(edits, ({ from, one, list }) => {
        const assessor = createAssessor(from)
        let current = one
        assessor(current, circumstances)
        for (const [key, to] of list) {
          current = withAnswer(current, key, to)
          expect(assessor(current, circumstances)).toEqual(assess(from, current, circumstances))
        }
      }),
    )
  })

  it('findings come strongest first, and the next is the first', () => {
    fc.assert(
      fc.property(written, ({ from, draft: one }) => {
        const { findings, next } = assess(from, one, circumstances)
        const ranks = findings.map(({ severity }) => severities.indexOf(severity))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        expect(next).toEqual(findings[0] ?? null)
      }),
    )
  })
})

describe('what is demanded of a question', () => {
  it.each([
    { kind: 'unknown-not-asked' as const },
    { kind: 'unknown-asked' as const, who: 'Ana', until: '2026-03-20' },
    { kind: 'not-applicable' as const, why: 'They have no ledger' },
  ])('an answer left open ($kind) satisfies a warning but no blocker', (open) => {
    const one = draft({ 'why.pain': { ...open, by: ana, at: NOW } })
    expect(assess(asked({ requirements: warner }), one, circumstances).score).toBe(1)
    expect(assess(asked({ requirements: blocker }), one, circumstances).canSubmit).toBe(false)
    const allowed = asked({ requirements: blocker, allowUnknown: true })
    expect(assess(allowed, one, circumstances).canSubmit).toBe(true)
  })

  it('“none, and I asked” counts only where the question allows it', () => {
    const one = draft({ 'why.pain': { kind: 'none', by: ana, at: NOW } })
    expect(rules(assess(asked({ requirements: blocker }), one, circumstances))).toContain(
      'none-not-allowed',
    )
    const allowed = asked({ requirements: blocker, none: 'None, and I asked' })
    expect(assess(allowed, one, circumstances).canSubmit).toBe(true)
  })

  it('the strongest requirement that applies counts, with the most rows', () => {
    const large = { when: 'amount-at-least', amount: 50_000 } as const
    const from = asked({
      answer: { type: 'risks' },
      requirements: [
        { severity: 'warns', when: always, atLeast: 9 },
        { severity: 'blocks-submit', when: always, atLeast: 1 },
        { severity: 'blocks-submit', when: large, atLeast: 2 },
      ],
    })
    const row = { ...emptyRow('risks', 'r1'), risk: 'The budget holder leaves' }
    const one = draft({ 'why.pain': given({ type: 'risks', rows: [row] }) })
    const { findings } = assess(from, one, circumstances)
    expect(findings[0]).toMatchObject({
      rule: 'not-enough-rows',
      severity: 'blocks-submit',
      sentence: '“Problem to solve” needs 2 entries; there is one.',
    })
    const small = deal({ fields: { 'Opportunity.Amount': 10_000 } })
    expect(assess(from, one, { deal: small, now: NOW }).canSubmit).toBe(true)
  })

  it('a question of another variant is not asked', () => {
    const from = asked({ requirements: blocker, variants: ['enterprise'] })
    const assessment = assess(from, draft(), circumstances)
    expect(assessment.inScope).toBe(0)
    expect(assessment.canSubmit).toBe(true)
  })

  it.each(['N/A', 'tbd', '---', 'xxx', 'See notes', ' none '])('“%s” answers nothing', (text) => {
    const from = asked({ requirements: blocker })
    const assessment = assess(from, draft({ 'why.pain': typed(text) }), circumstances)
    expect(assessment.canSubmit).toBe(false)
    expect(assessment.score).toBe(0)
  })

  it('a blank text is no answer', () => {
    const assessment = assess(
      asked({ requirements: blocker }),
      draft({ 'why.pain': typed('  \n') }),
      circumstances,
    )
    expect(assessment.next).toMatchObject({
      rule: 'required',
      question: 'why.pain',
      section: 'why',
    })
  })

  it('sections count by their weights', () => {
    const from = template([
      section([question({ key: 'a', requirements: blocker })], { key: 'one', weight: 30 }),
      section([question({ key: 'b', requirements: blocker })], { key: 'two', weight: 10 }),
      section([question({ key: 'c', requirements: blocker })], { key: 'three', weight: 0 }),
    ])
    expect(assess(from, draft({ a: typed('Nine days') }), circumstances).score).toBe(0.75)
  })

  it('sections count alike where none has a weight', () => {
    const sections = ['a', 'b'].map((key) =>
      section([question({ key, requirements: blocker })], { key, weight: 0 }),
    )
    const begun = draft({ a: typed('Nine days') })
    expect(assess(template(sections), begun, circumstances).score).toBe(0.5)
  })
  it('a requirement whose formula cannot be evaluated is reported and does not block', () => {
    const formula = { when: 'formula', formula: 'Amount > 1' } as const
    const from = asked({ requirements: [{ severity: 'blocks-submit', when: formula }] })
    const assessment = assess(from, draft(), circumstances)
    expect(assessment.canSubmit).toBe(true)
    expect(assessment.findings).toMatchObject([{ rule: 'broken-formula', severity: 'warns' }])
  })
})

describe('submitting although something blocks', () => {
  const from = template([section([question({ requirements: blocker })])])

  it.each([
    { bypass: { reason: 'Customer waits', manager: mara }, may: true },
    { bypass: { reason: '  ', manager: mara }, may: false },
    { bypass: { reason: 'Customer waits', manager: ana }, may: false },
    { bypass: null, may: false },
  ])('needs a reason and a manager who is not the sender: $bypass → $may', ({ bypass, may }) => {
    expect(assess(from, draft({}, { bypass }), circumstances).canSubmit).toBe(may)
  })

  it('is nobody’s to allow where the template says never', () => {
    const bypass = { reason: 'Customer waits', manager: mara }
    const strict = underPolicy(from, 'never')
    expect(assess(strict, draft({}, { bypass }), circumstances).canSubmit).toBe(false)
    expect(underPolicy(strict, 'with-manager')).toBe(strict)
  })

  it('no manager can stand in for a recipient', () => {
    const bypass = { reason: 'Customer waits', manager: mara }
    const assessment = assess(from, draft({}, { bypass, recipient: null }), circumstances)
    expect(assessment.canSubmit).toBe(false)
  })
})
