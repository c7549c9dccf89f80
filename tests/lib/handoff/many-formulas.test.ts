import { expect, it } from 'vitest'
import { formulaNotes } from '#lib/handoff/formula-notes.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import { question, section, template } from './builders.ts'

const options = Array.from({ length: 20 }, (_, at) => ({ value: `V${at}`, label: `Choice ${at}` }))
const neverTrue = (at: number) => {
  const own = `$Answer.q${at} = "V1", ISBLANK($Answer.q${at})`
  return at === 0 ? `AND(${own})` : `AND(${own}, $Answer.q0 = "V2")`
}
const many = template([
  section(
    Array.from({ length: 300 }, (_, at) =>
      question({
        key: `q${at}`,
        answer: { type: 'picklist', options },
        requirements: [{ severity: 'warns', when: { when: 'formula', formula: neverTrue(at) } }],
      }),
    ),
  ),
])

it('of very many formulas only those are tried that hang on little: an import is waited for', async () => {
  const engine = await formulasFor(many, {})
  if (!engine) throw new Error('The template has formulas.')
  let trials = 0
  const counting: typeof engine = {
    ...engine,
    evaluate: (...asked) => {
      trials += 1
      return engine.evaluate(...asked)
    },
  }
  const notes = formulaNotes(many, counting, { types: {}, locked: [] })
  expect(notes.map(({ path }) => path)).toEqual([
    'sections[0].questions[0].requirements[0].when.formula',
  ])
  expect(trials).toBeLessThan(15_000)
})
