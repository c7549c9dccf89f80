import { formulaName } from './formula-engine.ts'
import { jsonPath } from './json-path.ts'
import { askedAs } from './migrate.ts'
import type { TemplateProblem } from './template-check.ts'
import { placedQuestions } from './template-places.ts'
import type { Template } from './template.ts'

interface Keyed {
  readonly path: readonly PropertyKey[]
  readonly key: string
}

/** Keys that stand somewhere already, each with its place. */
export function repeated(keyed: readonly Keyed[], what: string): readonly TemplateProblem[] {
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

/** The keys of a list with their paths. */
export const keysAt = <Name extends string>(
  place: Keyed['path'],
  list: readonly Readonly<Record<Name, string>>[],
  name: Name,
): Keyed[] => list.map((one, index) => ({ path: [...place, index, name], key: one[name] }))

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
    repeated(keysAt(['checklists', list, 'items'], items, 'key'), 'item key'),
  )
}

/** The choices that a question offers, each as it is kept. */
function choices(template: Template): readonly TemplateProblem[] {
  return placedQuestions(template).flatMap(({ path, thing: { answer } }) => {
    if (answer.type === 'checklist')
      return repeated(keysAt([...path, 'answer', 'items'], answer.items, 'key'), 'item key')
    const options = answer.type === 'picklist' ? (answer.options ?? []) : []
    return repeated(keysAt([...path, 'answer', 'options'], options, 'value'), 'option')
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

/** A question by such a key would be given the answers that wait for another one. */
const waitingKeys = (keyed: readonly Keyed[]): readonly TemplateProblem[] =>
  keyed
    .filter(({ key }) => askedAs(key) !== key)
    .map(({ path, key }) => ({
      path: jsonPath(path),
      sentence: `“${key}” cannot be a key: answers that no question takes any longer wait under keys that end in “_was”.`,
    }))

/** Keys that stand for two things at once, or for what is there without anybody. */
export function keyProblems(template: Template): readonly TemplateProblem[] {
  const sections = keysAt(['sections'], template.sections, 'key')
  const questions = questionKeys(template)
  const milestones = keysAt(['milestones'], template.milestones, 'key')
  const ratings = keysAt(['ratingAxes'], template.ratingAxes, 'key')
  return [
    ...[sections, questions, milestones, ratings].flatMap(innateKeys),
    ...waitingKeys(questions),
    ...repeated(sections, 'section key'),
    ...repeated(questions, 'question key'),
    ...formulaNames(template),
    ...repeated(milestones, 'milestone key'),
    ...repeated(ratings, 'rating key'),
    ...repeated(keysAt(['declineReasons'], template.declineReasons, 'code'), 'code'),
    ...itemKeys(template),
    ...choices(template),
  ]
}
