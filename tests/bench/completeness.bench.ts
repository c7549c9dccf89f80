import { describe, expect, it } from 'vitest'
import { createAssessor } from '#lib/handoff/assessor.ts'
import { assess } from '#lib/handoff/completeness.ts'
import { createFormulaEngine } from '#lib/handoff/sformula-engine.ts'
import { checkTemplate } from '#lib/handoff/template-check.ts'
import { formulaQuestions } from '#lib/handoff/template-formulas.ts'
import type { Question } from '#lib/handoff/question.ts'
import {
  deal,
  draft,
  NOW,
  question,
  section,
  template,
  typed,
  withAnswer,
} from '../lib/handoff/builders.ts'

const CONDITIONS = 200
const PACKET = 100_000

const formula = (index: number) =>
  `AND(Amount > ${index * 100}, OR(ISPICKVAL(StageName, "Closed Won"), LEN($Answer.q_${(index + 1) % CONDITIONS}) > ${index}), NOT(ISBLANK(Account.Name)))`

const asked = (index: number): Question =>
  question({
    key: `q.${index}`,
    label: `Question ${index}`,
    minLength: 40,
    requirements: [
      { severity: 'blocks-submit', when: { when: 'formula', formula: formula(index) } },
    ],
  })

const large = template(
  Array.from({ length: 10 }, (_, at) =>
    section(
      Array.from({ length: CONDITIONS / 10 }, (_unused, index) => asked(at * 20 + index)),
      { key: `s${at}` },
    ),
  ),
)

const words = 'The month-end close takes nine days and the board wants four. '
const text = words.repeat(Math.ceil(PACKET / CONDITIONS / words.length))
const whole = draft(
  Object.fromEntries(
    Array.from({ length: CONDITIONS }, (_, index) => [`q.${index}`, typed(`${index} ${text}`)]),
  ),
)
const facts = { deal: deal(), now: NOW }
const questions = formulaQuestions(large)
const json: unknown = JSON.parse(JSON.stringify(large))
const warm = createFormulaEngine({ questions })

/** Runs of one calculation with the time each took, in milliseconds. */
function timed(run: () => void) {
  const times: number[] = []
  const timedRun = () => {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  const at = (share: number) => {
    const sorted = times.toSorted((a, b) => a - b)
    return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  }
  const figures = () => `median ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms`
  return { run: timedRun, figures }
}

const assessor = createAssessor(large)
const circumstances = { ...facts, formulas: warm }
assessor(whole, circumstances)
let count = 0

function change(answer: string) {
  count += 1
  assessor(withAnswer(whole, 'q.7', typed(`${count} ${answer}`)), circumstances)
}

const longest = words.repeat(PACKET / words.length)

const runs = [
  { name: 'everything', run: () => void assess(large, whole, circumstances) },
  { name: 'one answer changed', run: () => change(text) },
  { name: 'one answer of 100 kB changed', run: () => change(longest) },
  {
    name: 'the template parsed, checked and its formulas compiled',
    run: () => void checkTemplate(json, createFormulaEngine({ questions })),
  },
]

describe(`${CONDITIONS} conditions with formulas over a ${PACKET / 1000} kB handoff`, () => {
  it.for(runs)('$name', { timeout: 60_000 }, async ({ name, run }, { bench }) => {
    const { run: timedRun, figures } = timed(run)
    const result = await bench(name, timedRun).run()
    expect(result.latency.p50).toBeGreaterThan(0)
    console.log(`${name}: ${figures()}`)
  })
})
