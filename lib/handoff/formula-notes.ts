import { choicesIn } from './choice-labels.ts'
import type { FormulaEngine, FormulaInput } from './formula-engine.ts'
import { formulaName } from './formula-engine.ts'
import { jsonPath } from './json-path.ts'
import { questionsOf } from './prefill.ts'
import type { FieldValue } from './primitives.ts'
import type { Question } from './question.ts'
import { rowKinds } from './rows.ts'
import type { TemplateProblem } from './template-check.ts'
import { describedAs, type OrgFields } from './template-fields.ts'
import { placedConditions } from './placed-conditions.ts'
import type { Template } from './template.ts'

interface Setting {
  readonly engine: FormulaEngine
  readonly org: OrgFields
  /** By their names in formulas. */
  readonly questions: ReadonlyMap<string, Question>
  /** What is tried of one formula at most. */
  readonly mostTrials: number
}

/** What is tried of one formula at most, and of all of them: whoever imports a template waits for it. */
const MOST_TRIALS = 500
const MOST_IN_ALL = 15_000

/** All that a question can be answered with, as formulas read it; null where nobody can list that. */
function answersTo({ answer }: Question, { org }: Setting): readonly (string | null)[] | null {
  if (answer.type === 'checkbox') return [null, 'Yes', 'No']
  if (answer.type !== 'picklist') return null
  const offered = answer.options ?? org.choices?.[describedAs(answer.field ?? '') ?? '']
  return offered ? [null, ...offered.map(({ value }) => value)] : null
}

/** All that a field can hold; null where nobody can list that. */
function valuesOf(path: string, { types, choices }: OrgFields): readonly FieldValue[] | null {
  const described = describedAs(path) ?? ''
  if (types[described] === 'boolean') return [true, false]
  const offered = types[described] === 'picklist' ? choices?.[described] : undefined
  return offered ? [null, ...offered.map(({ value }) => value)] : null
}

type Axis = readonly [name: string, values: readonly FieldValue[]]

/** What a formula hangs on, each with all that it can be; null where some of it is without number. */
function axesOf(formula: string, setting: Setting): readonly Axis[] | null {
  const { fields, answers, clock } = setting.engine.reads(formula)
  const axes = [
    ...answers.map((name) => {
      const question = setting.questions.get(name)
      return [`answer ${name}`, question ? answersTo(question, setting) : null] as const
    }),
    ...fields.flatMap((path) => {
      const values = valuesOf(path, setting.org)
      return [[`field ${path}`, values] as const, [`prior ${path}`, values] as const]
    }),
  ]
  const known = axes.flatMap(([name, values]): Axis[] => (values ? [[name, values]] : []))
  const trials = known.reduce((product, [, values]) => product * values.length, 1)
  return clock || known.length < axes.length || trials > setting.mostTrials ? null : known
}

type Case = ReadonlyMap<string, FieldValue>

const casesOf = (axes: readonly Axis[]): readonly Case[] =>
  axes.reduce<readonly Case[]>(
    (cases, [name, values]) =>
      cases.flatMap((one) => values.map((value) => new Map([...one, [name, value]]))),
    [new Map()],
  )

const inputOf = (one: Case): FormulaInput => ({
  field: (path) => one.get(`field ${path}`) ?? null,
  prior: (path) => one.get(`prior ${path}`) ?? null,
  isNew: false,
  answer: (name) => {
    const said = one.get(`answer ${name}`)
    return typeof said === 'string' ? said : null
  },
  count: () => 0,
  now: '2026-01-01T00:00:00Z',
  today: '2026-01-01',
})

/** That a formula comes out the same, whatever is chosen. */
function sameAnyway(formula: string, setting: Setting): string | null {
  const axes = axesOf(formula, setting)
  if (!axes) return null
  const holds = (one: Case) => {
    const result = setting.engine.evaluate(formula, inputOf(one))
    return result.outcome === 'value' ? result.holds : null
  }
  const [first = new Map(), ...others] = casesOf(axes)
  const always = holds(first)
  // Most come out otherwise soon, and nothing more is tried of them.
  if (always === null || others.some((one) => holds(one) !== always)) return null
  const whatever = axes.length === 0 ? '' : ', whatever is chosen'
  return `This formula is ${always ? 'always' : 'never'} true${whatever}.`
}

const compared = [
  /\$(?<space>Answer)\s*\.\s*(?<name>\w+)\s*(?:==?|<>|!=)\s*(["'])(?<value>[^"'\\]+)\3/g,
  /(["'])(?<value>[^"'\\]+)\1\s*(?:==?|<>|!=)\s*\$(?<space>Answer)\s*\.\s*(?<name>\w+)/g,
]

/** What an answer is compared with in a formula, and can never be. */
function neverAnswered(formula: string, { questions }: Setting): readonly string[] {
  return compared
    .flatMap((shape) => Array.from(formula.matchAll(shape)))
    .flatMap(({ groups: { name = '', value = '' } = {} }) => {
      const question = questions.get(name)
      const choices = question?.answer.type === 'picklist' ? choicesIn(question.answer) : undefined
      if (!choices || choices.some((choice) => choice.value === value)) return []
      const meant = choices.find(({ label }) => label === value)
      const instead = meant ? `: that choice is kept as “${meant.value}”` : ''
      return `$Answer.${name} is never “${value}”${instead}.`
    })
}

const picked =
  /\b(?:ISPICKVAL|INCLUDES)\s*\(\s*(?<path>[A-Za-z_][\w.]*)\s*,\s*(["'])(?<value>[^"'\\]+)\2\s*\)/gi

/** What a picklist field is compared with in a formula, and does not offer. */
function neverPicked(formula: string, { org: { choices = {} } }: Setting): readonly string[] {
  return [...formula.matchAll(picked)].flatMap(({ groups: { path = '', value = '' } = {} }) => {
    const offered = choices[describedAs(`Opportunity.${path}`) ?? '']
    return !offered || offered.some((one) => one.value === value)
      ? []
      : `${path} does not offer “${value}”.`
  })
}

/** A number of entries is asked of what has none. */
function neverCounted(formula: string, { questions }: Setting): readonly string[] {
  return [...formula.matchAll(/\$Count\s*\.\s*(\w+)/g)].flatMap(([, name = '']) => {
    const type = questions.get(name)?.answer.type
    return type === undefined || rowKinds.some((kind) => kind === type)
      ? []
      : `$Count.${name} is always 0: that question is no list.`
  })
}

/** What stands in a formula besides texts and comments. */
const plain = (formula: string) =>
  formula.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\//g, '0')

/** What is multiplied and raised in one breath: up to a bracket, a comma, a sum, a comparison, or what joins conditions. */
const factors = /(?:[^()+\-,&|=<>!]|(?<=[*/^]\s*)[+-])+/g

/** A power beside a product, without brackets: Salesforce documents that the power comes first, and multiplies first. */
function powersBesideProducts(formula: string): readonly string[] {
  let text = plain(formula)
  // From the innermost brackets outwards.
  for (let inner = ''; inner !== text;) {
    inner = text
    if (inMixed(text)) return [mixed]
    text = text.replaceAll(/\w*\s*\([^()]*\)/g, '0')
  }
  return []
}

const inMixed = (text: string) =>
  (text.match(factors) ?? []).some((one) => one.includes('^') && /[*/]/.test(one))

const mixed =
  'A power stands beside “*” or “/” here. It is raised first here, and Salesforce itself may multiply first: put what is raised in brackets.'

function notesOn(formula: string, setting: Setting, isEarly: boolean): readonly string[] {
  if (setting.engine.check(formula)) return []
  const parts = [
    ...neverAnswered(formula, setting),
    ...neverPicked(formula, setting),
    ...neverCounted(formula, setting),
    ...powersBesideProducts(formula),
  ]
  const same = sameAnyway(formula, setting)
  const early =
    isEarly && setting.engine.reads(formula).answers.length > 0
      ? ['Nothing is answered yet when this formula is judged: all answers are empty in it.']
      : []
  return [...early, ...parts, ...(same === null ? [] : [same])]
}

/** Formulas that come out the same whatever anybody chooses, and what they compare in vain, each with its place. */
export function formulaNotes(
  template: Template,
  engine: FormulaEngine,
  org: OrgFields,
): readonly TemplateProblem[] {
  const questions = new Map(questionsOf(template).map((one) => [formulaName(one.key), one]))
  const placed = placedConditions(template).flatMap(({ path, thing }) =>
    thing.when === 'formula' ? [{ path, formula: thing.formula }] : [],
  )
  const mostTrials = Math.min(MOST_TRIALS, MOST_IN_ALL / placed.length)
  const setting = { engine, org, questions, mostTrials }
  return placed.flatMap(({ path, formula }) => {
    const isEarly = path[0] === 'appliesWhen' || path[0] === 'variantWhen'
    const sentences = new Set(notesOn(formula, setting, isEarly))
    return [...sentences].map((sentence) => ({ path: jsonPath([...path, 'formula']), sentence }))
  })
}
