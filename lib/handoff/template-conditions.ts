import type { Condition } from './condition.ts'
import { jsonPath } from './json-path.ts'
import type { AnswerType, Question } from './question.ts'
import { questionsByKey } from './questions-by-key.ts'
import { rowKinds } from './rows.ts'
import type { TemplateProblem } from './template-check.ts'
import { placedConditions } from './placed-conditions.ts'
import { placedQuestions } from './template-places.ts'
import type { Placed } from './template-places.ts'
import type { Template } from './template.ts'

const isRepeater = ({ type }: AnswerType) => rowKinds.some((kind) => kind === type)

/** What an answer can say, besides being left open; null when that is any text. */
function sayable({ answer, none }: Question): ReadonlySet<string> | null {
  const open = ['unknown-not-asked', 'unknown-asked', 'not-applicable', ...(none ? ['none'] : [])]
  if (answer.type === 'checkbox') return new Set([...open, 'true', 'false'])
  if (answer.type === 'checklist') return new Set([...open, ...answer.items.map(({ key }) => key)])
  if (answer.type !== 'picklist' || !answer.options) return null
  return new Set([...open, ...answer.options.map(({ value }) => value)])
}

function impossibleAnswer(condition: Condition, question: Question | undefined): string | null {
  if (!question) return null
  if (condition.when === 'list-has-at-least' && !isRepeater(question.answer)) {
    return `“${question.key}” is no list, so it never has entries to count.`
  }
  if (condition.when !== 'answer-is') return null
  const possible = sayable(question)
  const never = possible && condition.values.find((value) => !possible.has(value))
  return never === null || never === undefined ? null : `“${question.key}” can never be “${never}”.`
}

/** The values that a condition asks of one thing; null when it asks nothing of the kind. */
function asked(
  condition: Condition,
): { readonly of: string; readonly values: readonly unknown[] } | null {
  if (condition.when === 'stage-is') return { of: 'the stage', values: condition.stages }
  if (condition.when === 'variant-is') return { of: 'the variant', values: condition.variants }
  if (condition.when === 'field-is') return { of: condition.field, values: condition.values }
  if (condition.when === 'answer-is') return { of: condition.question, values: condition.values }
  return null
}

function disagreement(parts: readonly Condition[]): string | null {
  const demands = parts.flatMap((part) => asked(part) ?? [])
  const clash = demands.find(({ of, values }, index) =>
    demands
      .slice(0, index)
      .some((other) => other.of === of && !other.values.some((value) => values.includes(value))),
  )
  return clash ? `${clash.of} cannot be two things at once, so this never holds.` : null
}

function opposites(parts: readonly Condition[]): string | null {
  const plain = new Set(parts.map((part) => JSON.stringify(part)))
  const clash = parts.some((part) => part.when === 'not' && plain.has(JSON.stringify(part.of)))
  return clash ? 'This asks for something and for its opposite, so it never holds.' : null
}

function impossible(condition: Condition, questions: ReadonlyMap<string, Question>): string | null {
  if (condition.when === 'all') return disagreement(condition.of) ?? opposites(condition.of)
  if (condition.when === 'any' && condition.of.length === 0) {
    return 'None of nothing: this never holds. Use “never” if that is meant.'
  }
  return 'question' in condition
    ? impossibleAnswer(condition, questions.get(condition.question))
    : null
}

function countProblems({ path, thing }: Placed<Question>): TemplateProblem[] {
  return thing.requirements.flatMap(({ atLeast }, index) =>
    atLeast === undefined || isRepeater(thing.answer)
      ? []
      : [
          {
            path: jsonPath([...path, 'requirements', index, 'atLeast']),
            sentence: 'Only lists have a number of entries. Remove it.',
          },
        ],
  )
}

function optionProblems({ path, thing: { answer } }: Placed<Question>): TemplateProblem[] {
  if (answer.type !== 'picklist' || answer.options || answer.field) return []
  return [
    {
      path: jsonPath([...path, 'answer']),
      sentence: 'Name its options, or the field they come from.',
    },
  ]
}

/** Conditions that can never hold, and demands that can never be met. */
export function conditionProblems(template: Template): readonly TemplateProblem[] {
  const questions = questionsByKey(template)
  return [
    ...placedConditions(template).flatMap(({ path, thing }) => {
      const sentence = impossible(thing, questions)
      return sentence === null ? [] : [{ path: jsonPath(path), sentence }]
    }),
    ...placedQuestions(template).flatMap(countProblems),
    ...placedQuestions(template).flatMap(optionProblems),
  ]
}
