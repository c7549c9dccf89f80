import { formulaName } from './formula-engine.ts'
import { jsonPath } from './json-path.ts'
import type { TemplateProblem } from './template-check.ts'
import { placedQuestions } from './template-places.ts'
import type { Template } from './template.ts'

interface Keyed {
  readonly path: readonly PropertyKey[]
  readonly key: string
}

function repeated(keyed: readonly Keyed[], what: string): readonly TemplateProblem[] {
  const seen = new Map<string, string>()
  return keyed.flatMap(({ path, key }) => {
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, jsonPath(path))
      return []
    }
    return [{ path: jsonPath(path), sentence: `The ${what} “${key}” stands at ${first} already.` }]
  })
}

const keysAt = (place: Keyed['path'], list: readonly { readonly key: string }[]): Keyed[] =>
  list.map(({ key }, index) => ({ path: [...place, index, 'key'], key }))

function questionKeys(template: Template): Keyed[] {
  return placedQuestions(template).map(({ path, thing }) => ({
    path: [...path, 'key'],
    key: thing.key,
  }))
}

// Two questions that formulas cannot tell apart, such as a.b and a_b.
function formulaNames(template: Template): readonly TemplateProblem[] {
  const keys = new Map(questionKeys(template).map((one) => [one.key, one] as const))
  const names = [...keys.values()].map(({ path, key }) => ({ path, key: formulaName(key) }))
  return repeated(names, 'name in formulas')
}

function itemKeys({ checklists }: Template): readonly TemplateProblem[] {
  return checklists.flatMap(({ items }, list) =>
    repeated(keysAt(['checklists', list, 'items'], items), 'item key'),
  )
}

function tickKeys(template: Template): readonly TemplateProblem[] {
  return placedQuestions(template).flatMap(({ path, thing: { answer } }) =>
    answer.type === 'checklist'
      ? repeated(keysAt([...path, 'answer', 'items'], answer.items), 'item key')
      : [],
  )
}

function optionValues(template: Template): readonly TemplateProblem[] {
  return placedQuestions(template).flatMap(({ path, thing: { answer } }) => {
    const options = answer.type === 'picklist' ? (answer.options ?? []) : []
    const values = options.map(({ value }, index) => ({
      path: [...path, 'answer', 'options', index, 'value'],
      key: value,
    }))
    return repeated(values, 'option')
  })
}

/** Every object has something by such a key, which would be taken for what somebody has written. */
function innateKeys(keyed: readonly Keyed[]): readonly TemplateProblem[] {
  return keyed.flatMap(({ path, key }) =>
    key in {}
      ? [
          {
            path: jsonPath(path),
            sentence: `“${key}” cannot be a key. Add a word to it, such as “the.${key}”.`,
          },
        ]
      : [],
  )
}

/** Keys that stand for two things at once, or for what is there without anybody. */
export function keyProblems(template: Template): readonly TemplateProblem[] {
  const codes = template.declineReasons.map(({ code }, index) => ({
    path: ['declineReasons', index, 'code'],
    key: code,
  }))
  const sections = keysAt(['sections'], template.sections)
  const questions = questionKeys(template)
  const milestones = keysAt(['milestones'], template.milestones)
  const ratings = keysAt(['ratingAxes'], template.ratingAxes)
  return [
    ...[sections, questions, milestones, ratings].flatMap(innateKeys),
    ...repeated(sections, 'section key'),
    ...repeated(questions, 'question key'),
    ...formulaNames(template),
    ...repeated(milestones, 'milestone key'),
    ...repeated(ratings, 'rating key'),
    ...repeated(codes, 'code'),
    ...itemKeys(template),
    ...tickKeys(template),
    ...optionValues(template),
  ]
}
