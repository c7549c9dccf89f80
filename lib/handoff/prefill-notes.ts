import { choicesIn } from './choice-labels.ts'
import { jsonPath } from './json-path.ts'
import type { AnswerType, Prefill, Question } from './question.ts'
import { rowKinds } from './rows.ts'
import { readsOneField } from './scalar-value.ts'
import type { TemplateProblem } from './template-check.ts'
import { describedAs, type OrgFields } from './template-fields.ts'
import { placedQuestions } from './template-places.ts'
import type { Template } from './template.ts'

type Types = readonly AnswerType['type'][]

const words: Types = ['text', 'long-text']
const contacts: Types = [...words, 'contact', 'people', 'picklist']

/** Which answers are read from what several records hold. */
const listsFill: Readonly<Partial<Record<Prefill['from'], Types>>> = {
  fields: words,
  'contact-role': contacts,
  'contact-roles': contacts,
  products: [...words, 'products'],
  competitors: [...words, 'competitors'],
  team: [...words, 'person', 'people'],
  cases: [...words, 'risks'],
  activities: [...words, 'evidence'],
}

const days: readonly string[] = ['date', 'datetime']
const counts: readonly string[] = ['int', 'double', 'currency', 'percent']

/** Types of fields that hold nothing of which such an answer could be made. */
const never: Readonly<Partial<Record<AnswerType['type'], readonly string[]>>> = {
  number: ['boolean', 'time', ...days],
  currency: ['boolean', 'time', ...days],
  date: ['boolean', 'time', ...counts],
  checkbox: ['time', ...counts, ...days],
  person: ['boolean', 'time', ...counts, ...days],
}

const isList = ({ type }: AnswerType) => rowKinds.some((kind) => kind === type)

const isSomeOffered = (offered: readonly string[], choices: ReturnType<typeof choicesIn> = []) => {
  const known = new Set(choices.flatMap(({ value, label }) => [inSmall(value), inSmall(label)]))
  return offered.some((one) => known.has(inSmall(one)))
}

const inSmall = (text: string) => text.trim().toLowerCase()

function typeMisfit(field: string, answer: AnswerType, { types }: OrgFields): string | null {
  const { [describedAs(field) ?? '']: type = '' } = types
  return never[answer.type]?.includes(type)
    ? `Nothing is read from ${field}: it is of the type “${type}”, and the answer of the type “${answer.type}”.`
    : null
}

function choiceMisfit(field: string, answer: AnswerType, { choices = {} }: OrgFields) {
  const offered = choices[describedAs(field) ?? '']
  const values = offered?.map(({ value }) => value)
  const own = choicesIn(answer)
  return !values || !own || isSomeOffered(values, own)
    ? null
    : `Nothing is read from ${field}: it offers none of the choices of this question.`
}

function fieldMisfit(field: string, answer: AnswerType, org: OrgFields): string | null {
  if (readsOneField(answer))
    return typeMisfit(field, answer, org) ?? choiceMisfit(field, answer, org)
  const what = isList(answer) ? 'a list of this kind' : `“${answer.type}”`
  return `Nothing is read from here: ${what} is not read from one field.`
}

function roleMisfit(roles: readonly string[] | undefined, answer: AnswerType): string | null {
  const choices = answer.type === 'picklist' ? choicesIn(answer) : undefined
  return !roles || !choices || isSomeOffered(roles, choices)
    ? null
    : 'Nothing is read from here: the roles are none of the choices of this question.'
}

function previousMisfit(key: string, answer: AnswerType, asked: readonly Question[]) {
  const there = asked.filter((question) => question.key === key)
  if (there.length === 0)
    return `Nothing is read from here: no template that is known here asks “${key}”.`
  if (words.includes(answer.type)) return null
  return there.some((question) => question.answer.type === answer.type)
    ? null
    : `Nothing is read from here: “${key}” is of another type than this question.`
}

/** What a source is judged by: the org, the template, and the questions of all templates that may come before. */
interface Setting {
  readonly template: Template
  readonly org: OrgFields
  readonly asked: readonly Question[]
}

function misfit(source: Prefill, answer: AnswerType, setting: Setting): string | null {
  const { template, org, asked } = setting
  if (source.from === 'field') return fieldMisfit(source.field, answer, org)
  if (source.from === 'mapped') return fieldMisfit(template.mapping[source.key] ?? '', answer, org)
  if (source.from === 'previous-handoff') return previousMisfit(source.question, answer, asked)
  const filled = listsFill[source.from]
  if (filled && !filled.includes(answer.type))
    return `Nothing is read from here: “${source.from}” does not fit an answer of the type “${answer.type}”.`
  return source.from === 'contact-role' ? roleMisfit(source.roles, answer) : null
}

/** Sources from which no answer of their question can ever be read, each with its place. */
export function prefillNotes(setting: Setting): readonly TemplateProblem[] {
  return placedQuestions(setting.template).flatMap(({ path, thing: { prefill = [], answer } }) =>
    prefill.flatMap((source, index) => {
      const sentence = misfit(source, answer, setting)
      return sentence === null ? [] : [{ path: jsonPath([...path, 'prefill', index]), sentence }]
    }),
  )
}
