import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  affectedQuestions,
  changedQuestions,
  isOverdue,
  nextDue,
  openClarifications,
  revalidated,
} from '#lib/handoff/clarifications.ts'
import { assess } from '#lib/handoff/completeness.ts'
import { createFormulaEngine } from '#lib/handoff/sformula-engine.ts'
import { answers } from './arbitraries.ts'
import { deal, NOW, question, section, template, withAnswer } from './builders.ts'
import { written } from './template-arbitraries.ts'

const asked = { question: 'why.pain', body: 'Whose?', askedAt: NOW, resolvedAt: null }

describe('questions of the recipient', () => {
  const all = [
    { ...asked, commentId: 'late', dueAt: '2026-03-12T09:00:00Z' },
    { ...asked, commentId: 'done', dueAt: '2026-03-09T09:00:00Z', resolvedAt: NOW },
    { ...asked, commentId: 'none', dueAt: null },
    { ...asked, commentId: 'soon', dueAt: '2026-03-11T09:00:00Z' },
  ]

  it('wait in the order in which they are due', () => {
    expect(openClarifications(all).map(({ commentId }) => commentId)).toEqual([
      'soon',
      'late',
      'none',
    ])
    expect(nextDue(all)).toBe('2026-03-11T09:00:00Z')
    expect(nextDue([])).toBeNull()
  })

  it('are overdue only while they are open', () => {
    const later = '2026-03-11T10:00:00Z'
    expect(all.map((one) => isOverdue(one, later))).toEqual([false, false, false, true])
  })
})

describe('submitting again', () => {
  it('what is not affected by a change has the findings it had', () => {
    const edits = written.chain(({ from, draft }) => {
      const all = from.sections.flatMap(({ questions }) => questions)
      return fc
        .constantFrom(...all)
        .chain(({ key, answer }) =>
          answers(answer).map((to) => ({ from, before: draft, after: withAnswer(draft, key, to) })),
        )
    })
    fc.assert(
      fc.property(edits, ({ from, before, after }) => {
        const facts = { deal: deal(), now: NOW }
        const affected = affectedQuestions(from, changedQuestions(before.answers, after.answers))
        const first = assess(from, before, facts)
        const second = assess(from, after, facts)
        const untouched = Object.keys(first.questions).filter((key) => !affected.has(key))
        for (const key of untouched) expect(second.questions[key]).toEqual(first.questions[key])
        for (const { question: key } of revalidated(second, affected)) {
          expect(key === null || affected.has(key)).toBe(true)
        }
      }),
    )
  })

  it('looks again at what hangs on the change by a formula', () => {
    const when = { when: 'formula', formula: 'LEN($Answer.a_b) > 3' } as const
    const from = template([
      section([
        question({ key: 'a.b' }),
        question({ key: 'c', requirements: [{ severity: 'warns', when }] }),
        question({ key: 'd' }),
      ]),
    ])
    const engine = createFormulaEngine({ questions: ['a_b', 'c', 'd'] })
    expect([...affectedQuestions(from, new Set(['a.b']), engine)]).toEqual(['a.b', 'c'])
  })
})
