import type { Condition } from './condition.ts'
import { jsonPath } from './json-path.ts'
import type { AnswerType, Question } from './question.ts'
import { questionsByKey } from './questions-by-key.ts'
import { rowKinds } from './rows.ts'
import type { TemplateProblem } from './template-check.ts'
import { describedAs, type OrgFields } from './template-fields.ts'
import { placedConditions } from './placed-conditions.ts'
import { type Placed, placedQuestions } from './template-places.ts'
import type { Template } from './template.ts'

interface Setting {
  readonly template: Template
  readonly org: OrgFields
  readonly questions: ReadonlyMap<string, Question>
}

type Path = Placed<unknown>['path']

const note = (path: Path, sentence: string): TemplateProblem => ({ path: jsonPath(path), sentence })

/** Notes on those of a list that have something said of them. */
const notesAt = <One>(path: Path, list: readonly One[], say: (one: One) => string | null) =>
  list.flatMap((one, index) => {
    const sentence = say(one)
    return sentence === null ? [] : note([...path, index], sentence)
  })

/** That a picklist field never holds a value, as far as its choices are known. A multi-select one holds several, parted by semicolons. */
function notOffered(field: string, value: unknown, { choices = {} }: OrgFields): string | null {
  const offered = choices[describedAs(field) ?? '']
  if (!offered || typeof value !== 'string' || value === '') return null
  const isOffered = (part: string) => offered.some((one) => one.value === part)
  return isOffered(value) || value.split(';').every(isOffered)
    ? null
    : `${field} does not offer “${value}”.`
}

const left: ReadonlySet<string> = new Set([
  'unknown-not-asked',
  'unknown-asked',
  'not-applicable',
  'none',
])

const plainNumber = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?`

/** How answers are spelled where a condition compares them. */
const spellings: Readonly<Partial<Record<AnswerType['type'], readonly [RegExp, string]>>> = {
  date: [/^\d{4}-\d\d-\d\d$/, 'days are compared as 2027-03-31'],
  number: [new RegExp(`^${plainNumber}$`), 'numbers are compared as 1234.5'],
  currency: [new RegExp(`^${plainNumber}(?: [A-Z]{3})?$`), 'amounts are compared as 1234.5 EUR'],
}

function neverSaid({ answer }: Question, value: string, org: OrgFields): string | null {
  if (left.has(value)) return null
  const [spelling, how] = spellings[answer.type] ?? []
  if (spelling && !spelling.test(value)) return `This is never “${value}”: ${how}.`
  const field = answer.type === 'picklist' && !answer.options ? answer.field : undefined
  return field === undefined ? null : notOffered(field, value, org)
}

/** What is compared with something that it can never be. */
function neverEqual({ path, thing }: Placed<Condition>, setting: Setting): TemplateProblem[] {
  const { template, org, questions } = setting
  if (thing.when === 'stage-is')
    return notesAt([...path, 'stages'], thing.stages, (stage) =>
      notOffered('Opportunity.StageName', stage, org),
    )
  if (thing.when === 'field-is')
    return notesAt([...path, 'values'], thing.values, (value) =>
      notOffered(thing.field, value, org),
    )
  if (thing.when === 'variant-is')
    return notesAt([...path, 'variants'], thing.variants, (variant) =>
      template.variants.includes(variant) ? null : `This template has no variant “${variant}”.`,
    )
  const question = thing.when === 'answer-is' ? questions.get(thing.question) : undefined
  if (thing.when !== 'answer-is' || !question) return []
  return notesAt([...path, 'values'], thing.values, (value) => neverSaid(question, value, org))
}

/** What is judged before anything is asked: which template and which variant a deal starts with. */
function tooEarly({ path, thing }: Placed<Condition>): TemplateProblem[] {
  if (path[0] !== 'appliesWhen' && path[0] !== 'variantWhen') return []
  if ('question' in thing)
    return [note(path, 'Nothing is answered yet when this is judged, so it never holds.')]
  return thing.when === 'variant-is'
    ? [note(path, 'No variant is chosen yet when this is judged: it counts as “standard”.')]
    : []
}

const partsOf = (condition: Condition): readonly Condition[] =>
  condition.when === 'all' ? condition.of.flatMap(partsOf) : [condition]

/** What a field is and is not at once. */
function emptyAndFull({ path, thing }: Placed<Condition>): TemplateProblem[] {
  if (thing.when !== 'all') return []
  const empty = new Set(thing.of.flatMap((part) => (part.when === 'field-empty' ? part.field : [])))
  const clash = thing.of.find(
    (part) =>
      part.when === 'field-is' &&
      empty.has(part.field) &&
      part.values.every((value) => value !== null && value !== ''),
  )
  return clash && 'field' in clash
    ? [note(path, `${clash.field} cannot be empty and hold this at once, so this never holds.`)]
    : []
}

function always({ path, thing }: Placed<Condition>): TemplateProblem[] {
  if (thing.when === 'all' && thing.of.length === 0)
    return [note(path, 'All of nothing: this always holds. Use “always” if that is meant.')]
  return thing.when === 'list-has-at-least' && thing.count === 0
    ? [note([...path, 'count'], 'Every list has that many, so this always holds.')]
    : []
}

/** Why a demand on a question never comes about. */
function vain({ key, variants }: Question, requirement: Question['requirements'][number]) {
  const { when, atLeast, severity } = requirement
  const parts = partsOf(when)
  // One that blocks still keeps out what says nothing, such as “unknown”.
  if (
    severity === 'warns' &&
    atLeast === undefined &&
    parts.some((part) => part.when === 'answered' && part.question === key)
  )
    return 'This asks for an answer only where there is one, so it never asks for any.'
  const isElsewhere = parts.some(
    (part) => part.when === 'variant-is' && !part.variants.some((one) => variants?.includes(one)),
  )
  return variants && isElsewhere ? 'This question is not asked in that variant.' : null
}

const worded: ReadonlySet<string> = new Set(['text', 'long-text', 'contact', ...rowKinds])

function demandNotes({ path, thing }: Placed<Question>): TemplateProblem[] {
  const { minLength, answer, requirements } = thing
  const length = [...path, 'minLength']
  return [
    ...notesAt([...path, 'requirements'], requirements, (one) => vain(thing, one)),
    ...(minLength === undefined || worded.has(answer.type)
      ? []
      : [note(length, `An answer of the type “${answer.type}” is never too short.`)]),
  ]
}

const moneyWords =
  'This org has several currencies. The amount is compared as a number of the deal’s own; a field with the converted amount, in a formula, counts alike in all.'

/** A number is no amount where each deal has a currency of its own; said once for all of a template. */
function currencyNotes(
  conditions: readonly Placed<Condition>[],
  { types }: OrgFields,
): readonly TemplateProblem[] {
  if (!('Opportunity.CurrencyIsoCode' in types)) return []
  const first = conditions.find(({ thing }) => thing.when === 'amount-at-least')
  return first ? [note([...first.path, 'amount'], moneyWords)] : []
}

/** Conditions that hold always or never, for nothing that anybody can choose, or count otherwise than they read, each with its place. */
export function conditionNotes(template: Template, org: OrgFields): readonly TemplateProblem[] {
  const setting = { template, org, questions: questionsByKey(template) }
  const conditions = placedConditions(template)
  return [
    ...conditions.flatMap((placed) => neverEqual(placed, setting)),
    ...[tooEarly, emptyAndFull, always].flatMap((say) => conditions.flatMap(say)),
    ...placedQuestions(template).flatMap(demandNotes),
    ...currencyNotes(conditions, org),
  ]
}
