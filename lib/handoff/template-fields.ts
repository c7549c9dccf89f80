import { choicesIn } from './choice-labels.ts'
import type { Condition } from './condition.ts'
import { jsonPath } from './json-path.ts'
import { fieldTakes } from './mapped.ts'
import type { Question } from './question.ts'
import type { TemplateProblem } from './template-check.ts'
import { placedFieldsSet } from './template-effects.ts'
import { placedConditions } from './placed-conditions.ts'
import { placedQuestions } from './template-places.ts'
import type { Placed } from './template-places.ts'
import type { Template } from './template.ts'

/** What is known of the fields of the org at hand. */
export interface OrgFields {
  /** Types by path, such as `Opportunity.Amount`; empty when they are not known. */
  readonly types: Readonly<Record<string, string>>
  /** Paths of the fields that this user may not change. */
  readonly locked: readonly string[]
  /** What picklists offer, by path; absent where that is not known. */
  readonly choices?: Readonly<Record<string, readonly { readonly value: string }[]>>
}

/** The path under which describe knows a field; null for those that it was not asked about. */
export function describedAs(path: string): string | null {
  const plain = path.replace(/^Opportunity\.(?=(?:Account|Contract)\.)/, '')
  return /^(?:Opportunity|Account|Contract)\.\w+$/.test(plain) ? plain : null
}

function isMissing(path: string, { types }: OrgFields): boolean {
  const described = describedAs(path)
  if (described === null || described in types) return false
  const [object = ''] = described.split('.')
  // An object that this user may not see tells nothing of its fields.
  return Object.keys(types).some((known) => known.startsWith(`${object}.`))
}

function namedByQuestion({ path, thing }: Placed<Question>): Placed<string>[] {
  const { prefill = [], answer, writeTo } = thing
  return [
    ...prefill.flatMap((source, index): Placed<string>[] => {
      const at = [...path, 'prefill', index]
      if (source.from === 'field') return [{ path: [...at, 'field'], thing: source.field }]
      if (source.from !== 'fields') return []
      return source.fields.map((field, which) => ({ path: [...at, 'fields', which], thing: field }))
    }),
    ...(answer.type === 'picklist' && answer.field !== undefined
      ? [{ path: [...path, 'answer', 'field'], thing: answer.field }]
      : []),
    ...(writeTo === undefined ? [] : [{ path: [...path, 'writeTo'], thing: writeTo }]),
  ]
}

/** Every field that a template names, formulas aside. */
function placedFields(template: Template): readonly Placed<string>[] {
  return [
    ...placedQuestions(template).flatMap(namedByQuestion),
    ...placedConditions(template).flatMap(({ path, thing }) =>
      'field' in thing ? [{ path: [...path, 'field'], thing: thing.field }] : [],
    ),
    ...Object.entries(template.mapping).flatMap(([letter, field]) =>
      field === null ? [] : [{ path: ['mapping', letter], thing: field }],
    ),
    ...placedFieldsSet(template),
  ]
}

function unwritable(
  { answer, writeTo = '' }: Question,
  { types, locked, choices = {} }: OrgFields,
) {
  const type = types[writeTo]
  if (type === undefined) return null
  if (locked.includes(writeTo))
    return `This answer is not written to ${writeTo}: you may not change that field here.`
  const offered = choices[writeTo]?.map(({ value }) => value)
  const other = offered && choicesIn(answer)?.find(({ value }) => !offered.includes(value))
  if (other) return `${writeTo} does not offer “${other.value}”.`
  return fieldTakes(type, answer)
    ? null
    : `This answer cannot be written to ${writeTo}, which is of the type “${type}”; the answer is of the type “${answer.type}”.`
}

/** Salesforce gives these in parts, each a field of its own. */
const inParts: ReadonlySet<string | undefined> = new Set(['address', 'location'])

const noText: ReadonlySet<string | undefined> = new Set([
  'boolean',
  'int',
  'double',
  'currency',
  'percent',
])

/** What a condition compares as a text with a field that holds none. */
function inQuotes({ path, thing }: Placed<Condition>, { types }: OrgFields): TemplateProblem[] {
  if (thing.when !== 'field-is' || !noText.has(types[describedAs(thing.field) ?? ''])) return []
  const sentence = `${thing.field} is never a text: write this without quotation marks.`
  return thing.values.flatMap((value, index) =>
    typeof value === 'string' ? [{ path: jsonPath([...path, 'values', index]), sentence }] : [],
  )
}

/** Fields of a template that this org lacks, that are never what they are compared with, or that cannot hold what is to be written there, each with its place. */
export function fieldNotes(template: Template, org: OrgFields): readonly TemplateProblem[] {
  const missing = placedFields(template).flatMap(({ path, thing }) => {
    if (isMissing(thing, org))
      return [
        { path: jsonPath(path), sentence: `There is no field ${thing} here that you may see.` },
      ]
    if (!inParts.has(org.types[describedAs(thing) ?? ''])) return []
    const sentence = `${thing} has several parts and is read as nothing. Name one of them.`
    return [{ path: jsonPath(path), sentence }]
  })
  const refused = placedQuestions(template).flatMap(({ path, thing }) => {
    const sentence = unwritable(thing, org)
    return sentence === null ? [] : [{ path: jsonPath([...path, 'writeTo']), sentence }]
  })
  const unset = placedFieldsSet(template).flatMap(({ path, thing }) => {
    if (!org.locked.includes(thing)) return []
    const sentence = `${thing} is not set by what you do: you may not change that field here.`
    return [{ path: jsonPath(path), sentence }]
  })
  const compared = placedConditions(template).flatMap((placed) => inQuotes(placed, org))
  return [...missing, ...compared, ...refused, ...unset]
}
