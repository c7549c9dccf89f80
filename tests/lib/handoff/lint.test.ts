import { describe, expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import { deal, draft, given, NOW, question, section, template, typed } from './builders.ts'
import { dealLintCases } from './deal-lint-cases.ts'
import { fieldLintCases } from './field-lint-cases.ts'
import { lintCases, promise } from './lint-cases.ts'
import type { Case } from './lint-cases.ts'

function findingsOf(one: Case) {
  const from = template([section([question(one.of)])])
  const answers = one.answer ? { 'why.pain': one.answer } : {}
  const circumstances = { deal: deal(one.deal), now: NOW, ...one.circumstances }
  return assess(from, draft(answers, one.draft), circumstances).findings
}

const rulesOf = (one: Case) => findingsOf(one).map(({ rule }) => rule)

const cases = [...lintCases, ...dealLintCases, ...fieldLintCases]

describe('lint finds', () => {
  it.each(cases)('$rule where $when', ({ rule, wrong, right }) => {
    expect(rulesOf(wrong)).toContain(rule)
    expect(rulesOf(right)).not.toContain(rule)
  })

  it('each with a sentence of its own', () => {
    for (const { wrong } of cases) {
      for (const { sentence } of findingsOf(wrong)) expect(sentence).toMatch(/^[^\s].{8,}\.$/su)
    }
  })

  it.each([
    { circumstances: { locked: ['Opportunity.NextStep'] } },
    { draft: { unticked: ['Opportunity.NextStep'] } },
    { of: { tier: 'recipient' as const } },
  ])(
    'nothing too long for a field that it is not written to: $of $draft $circumstances',
    (over) => {
      const of = { writeTo: 'Opportunity.NextStep', ...over.of }
      const one = { answer: typed('x y'.repeat(90)), ...over, of }
      expect(
        rulesOf({ ...one, draft: {}, circumstances: {}, of: { ...of, tier: 'account-team' } }),
      ).toContain('too-long')
      expect(rulesOf(one)).not.toContain('too-long')
    },
  )

  it('how long a promise is, and how much of it fits', () => {
    const rows = [promise, { ...promise, id: 'c2', toWhom: 'x'.repeat(400) }]
    const findings = findingsOf({ answer: given({ type: 'commitments', rows }) })
    expect(findings.find(({ rule }) => rule === 'too-long')).toMatchObject({
      severity: 'blocks-submit',
      row: 'c2',
      sentence: '“To whom” has 400 characters; 255 fit.',
    })
  })

  it('the row at fault', () => {
    const rows = [
      { ...promise, toWhom: 'Dana', byWhom: 'Ana', due: '2026-04-01' },
      { ...promise, id: 'c2' },
    ]
    const findings = findingsOf({ answer: given({ type: 'commitments', rows }) })
    expect(findings.find(({ rule }) => rule === 'row-incomplete')).toMatchObject({
      row: 'c2',
      question: 'why.pain',
      section: 'why',
      sentence: '“Problem to solve”: “Free training” lacks to whom, by whom and due.',
    })
  })
})
