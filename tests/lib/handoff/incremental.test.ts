import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAssessor } from '#lib/handoff/assessor.ts'
import { assess } from '#lib/handoff/completeness.ts'
import type { FormulaEngine } from '#lib/handoff/formula-engine.ts'
import { createFormulaEngine } from '#lib/handoff/sformula-engine.ts'
import { texts } from './arbitraries.ts'
import { deal, draft, NOW, question, section, template, typed, withAnswer } from './builders.ts'

const keys = ['a', 'b.c', 'next.step', 'd']
const formulas = [
  'LEN($Answer.a) > 10',
  'ISCHANGED(NextStep) && Amount > 50000',
  'OR(ISBLANK($Answer.b_c), CONTAINS(NextStep, "the"))',
  'PRIORVALUE(NextStep) = $Answer.d',
]

const from = template([
  section(
    keys.map((key, index) =>
      question({
        key,
        ...(key === 'next.step' ? { writeTo: 'Opportunity.NextStep' } : {}),
        requirements: [
          {
            severity: 'blocks-submit',
            when: { when: 'formula', formula: formulas[index] ?? 'TRUE' },
          },
        ],
      }),
    ),
  ),
])

const questions = ['a', 'b_c', 'next_step', 'd']

const edits = fc.array(
  fc.record({
    key: fc.constantFrom(...keys),
    text: texts,
    nextStep: fc.constantFrom(null, 'the call', 'Mail'),
    tick: fc.boolean(),
  }),
  { maxLength: 8 },
)

describe('assessing after each edit', () => {
  it('gives what assessing from nothing gives, formulas, record and ticks included', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const assessor = createAssessor(from)
        const engine = createFormulaEngine({ questions })
        let current = draft()
        for (const { key, text, nextStep, tick } of list) {
          const unticked = tick ? [] : ['Opportunity.NextStep']
          current = Object.assign(withAnswer(current, key, typed(text)), { unticked })
          const fields = { 'Opportunity.Amount': 60_000, 'Opportunity.NextStep': nextStep }
          const facts = { deal: deal({ fields }), now: NOW, formulas: engine }
          expect(assessor(current, facts)).toEqual(assess(from, current, facts))
        }
      }),
    )
  })

  it('evaluates only the formulas that read the answer', () => {
    const evaluated: string[] = []
    const real = createFormulaEngine({ questions })
    const counting: FormulaEngine = {
      ...real,
      evaluate: (formula, input) => {
        evaluated.push(formula)
        return real.evaluate(formula, input)
      },
    }
    const assessor = createAssessor(from)
    const facts = { deal: deal(), now: NOW, formulas: counting }
    assessor(draft(), facts)
    expect(evaluated).toEqual(formulas)
    assessor(draft({ a: typed('Nine days to close') }), facts)
    expect(evaluated.slice(formulas.length)).toEqual([formulas[0]])
  })
})
