import fc from 'fast-check'
import type { Condition } from '#lib/handoff/condition.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { severities } from '#lib/handoff/severity.ts'
import type { Question, Requirement } from '#lib/handoff/question.ts'
import type { Template } from '#lib/handoff/template.ts'
import { tiers } from '#lib/handoff/tier.ts'
import { answers, answerTypes } from './arbitraries.ts'
import { draft, question, section, template } from './builders.ts'

/** The condition language, over questions with these keys. */
function conditions(keys: readonly string[]): fc.Arbitrary<Condition> {
  const plain = fc.oneof(
    fc.constant<Condition>({ when: 'always' }),
    fc.constant<Condition>({ when: 'never' }),
    fc.constant<Condition>({ when: 'won' }),
    fc.integer({ min: 0, max: 120_000 }).map((amount): Condition => ({
      when: 'amount-at-least',
      amount,
    })),
    fc.constantFrom(...keys).map((key): Condition => ({ when: 'answered', question: key })),
    fc.constantFrom(...keys).map((key): Condition => ({
      when: 'answer-is',
      question: key,
      values: ['a', 'true', 'none'],
    })),
    fc.constantFrom(...keys).map((key): Condition => ({
      when: 'list-has-at-least',
      question: key,
      count: 2,
    })),
  )
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      plain,
      fc.array(tie('condition'), { maxLength: 3 }).map((of): Condition => ({ when: 'all', of })),
      fc.array(tie('condition'), { maxLength: 3 }).map((of): Condition => ({ when: 'any', of })),
      tie('condition').map((of): Condition => ({ when: 'not', of })),
    ),
  }))
  return condition
}

const requirements = (keys: readonly string[]): fc.Arbitrary<Requirement> =>
  fc.record(
    {
      severity: fc.constantFrom(...severities),
      when: conditions(keys),
      atLeast: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['severity', 'when'] },
  )

const extras = fc.record(
  {
    none: fc.constant('None, and I asked'),
    allowUnknown: fc.boolean(),
    minLength: fc.integer({ min: 1, max: 80 }),
    covers: fc.constant<string[]>(['MEDDPICC.pain']),
  },
  { requiredKeys: [] },
)

function questionOf(key: string, keys: readonly string[]): fc.Arbitrary<Question> {
  return fc
    .tuple(
      answerTypes,
      fc.array(requirements(keys), { maxLength: 3 }),
      fc.constantFrom(...tiers),
      extras,
    )
    .map(([answer, demands, tier, more]) =>
      question({ key, label: `About ${key}`, answer, requirements: demands, tier, ...more }),
    )
}

/** A sound template with two to three sections and up to twelve questions. */
export const templates: fc.Arbitrary<Template> = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 3 })
  .filter((counts) => counts.some((count) => count > 0))
  .chain((counts) => {
    const keysOf = (at: number) =>
      Array.from({ length: counts[at] ?? 0 }, (_, index) => `s${at}.q${index}`)
    const keys = counts.flatMap((_, at) => keysOf(at))
    const sections = counts.map((_, at) =>
      fc
        .tuple(
          fc.integer({ min: 0, max: 30 }),
          fc.tuple(...keysOf(at).map((key) => questionOf(key, keys))),
        )
        .map(([weight, questions]) => section([...questions], { key: `s${at}`, weight })),
    )
    return fc.tuple(...sections)
  })
  .map((sections) => template(sections, { methodology: ['MEDDPICC'] }))

/** A draft of a template, with some of its questions answered. */
function drafts(from: Template): fc.Arbitrary<Draft> {
  const questions = from.sections.flatMap((one) => one.questions)
  const entries = questions.map(({ key, answer }) =>
    fc.option(answers(answer)).map((one) => (one === null ? [] : [[key, one] as const])),
  )
  return fc.tuple(...entries).map((given) => draft(Object.fromEntries(given.flat())))
}

/** A template and a draft of it. */
export const written: fc.Arbitrary<{ from: Template; draft: Draft }> = templates.chain((from) =>
  drafts(from).map((one) => ({ from, draft: one })),
)
