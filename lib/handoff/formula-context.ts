import { overrides } from './formula-overrides.ts'
import type { FormulaInput, FormulaReads } from './formula-engine.ts'
import { furtherFunctions, furtherTypes, gives } from './formula-functions.ts'
import { regex } from './formula-patterns.ts'
import type { FormulaSchema } from './formula-schema.ts'
import { declare, spelled } from './formula-types.ts'
import type { FormulaTypes } from './formula-types.ts'

/** What the names in a formula may stand for. */
export interface Vocabulary {
  readonly schema: FormulaSchema
  /** Formula names of questions. */
  readonly questions: readonly string[]
}

const ROOT = 'Opportunity'

/** Where a dotted name of a formula is looked up. */
type Meaning =
  | { readonly of: 'field' | 'prior' | 'changed'; readonly path: string }
  | { readonly of: 'answer' | 'count'; readonly name: string }
  | { readonly of: 'today' | 'now' | 'time' | 'is-new' }

const fixed: Readonly<Record<string, Meaning>> = {
  '$Clock.Today': { of: 'today' },
  '$Clock.Now': { of: 'now' },
  '$Clock.Time': { of: 'time' },
  '$Record.IsNew': { of: 'is-new' },
}

const fieldSpaces = { $Prior: 'prior', $Changed: 'changed' } as const
const answerSpaces = { $Answer: 'answer', $Count: 'count' } as const

const keyIn = <Table extends object>(
  table: Table,
  key: string,
): key is Extract<keyof Table, string> => key in table

function fieldPath(path: readonly string[], { schema }: Vocabulary): string | null {
  const names = spelled(path, { schema, object: ROOT })
  return names && [ROOT, ...names].join('.')
}

function meaningOf(dotted: string, vocabulary: Vocabulary): Meaning | null {
  const known = fixed[dotted]
  if (known) return known
  const [space = '', ...rest] = dotted.split('.')
  if (keyIn(answerSpaces, space)) {
    const name = rest.join('.')
    return vocabulary.questions.includes(name) ? { of: answerSpaces[space], name } : null
  }
  const path = fieldPath(keyIn(fieldSpaces, space) ? rest : [space, ...rest], vocabulary)
  if (path === null) return null
  return { of: keyIn(fieldSpaces, space) ? fieldSpaces[space] : 'field', path }
}

/** The first name that means nothing in any org: an answer that the template does not ask for, or no answer at all. */
export function missingName(
  paths: readonly string[],
  { questions }: Vocabulary,
): { readonly path: string; readonly sentence: string } | undefined {
  for (const path of paths) {
    if (keyIn(answerSpaces, path) || keyIn(fieldSpaces, path)) {
      return { path, sentence: `“${path}” by itself has no value` }
    }
    const name = path.replace(/^\$(?:Answer|Count)\./, '')
    if (name !== path && !questions.includes(name)) {
      return { path, sentence: `There is no question “${name}” in this template` }
    }
  }
  return undefined
}

type Nested = { [name: string]: unknown }

const isNested = (value: unknown): value is Nested => typeof value === 'object' && value !== null

/** Puts a value where a dotted name says. */
function put(target: Nested, dotted: string, value: unknown): void {
  const path = dotted.split('.')
  const last = path.pop() ?? ''
  let place = target
  for (const name of path) {
    const inner = place[name]
    const next = isNested(inner) ? inner : {}
    place[name] = next
    place = next
  }
  place[last] = value
}

const typeNames = {
  answer: 'string',
  count: 'number',
  changed: 'boolean',
  today: 'date',
  now: 'datetime',
  time: 'time',
  'is-new': 'boolean',
} as const

function declarePlain(types: FormulaTypes, dotted: string, type: FormulaTypes[string]): void {
  const [first = '', ...rest] = dotted.split('.')
  if (rest.length === 0) {
    types[first] = type
    return
  }
  const there = types[first]
  const object = there?.type === 'object' ? there : { type: 'object' as const, properties: {} }
  types[first] = object
  declarePlain(object.properties, rest.join('.'), type)
}

const functionTypes = {
  ...furtherTypes,
  REGEX: gives('boolean', ['string', 'string']),
  IS_PICKED: gives('boolean', ['picklist', 'string']),
}

type Blank = string | null | undefined

const functions = {
  ...furtherFunctions,
  REGEX: regex,
  // ISPICKVAL: Salesforce says of an empty picklist that it is "", sformula never.
  IS_PICKED: (chosen: Blank, value: Blank) => (chosen ?? '') === (value ?? ''),
}

// The spaces are declared even when empty, so that sformula points at the name within, not at the space.
const emptySpaces = (): FormulaTypes =>
  Object.fromEntries(
    [fieldSpaces, answerSpaces]
      .flatMap(Object.keys)
      .map((space) => [space, { type: 'object', properties: {} }]),
  )

/** The types of the names in a formula; a name that means nothing gets none, and sformula points at it. */
export function typesFor(paths: readonly string[], vocabulary: Vocabulary) {
  const types = emptySpaces()
  for (const dotted of paths) {
    const meaning = meaningOf(dotted, vocabulary)
    const path = dotted.split('.')
    const prior = types['$Prior']
    if (meaning?.of === 'field') declare(types, path, root(vocabulary))
    else if (meaning?.of === 'prior') {
      if (prior?.type === 'object') declare(prior.properties, path.slice(1), root(vocabulary))
    } else if (meaning) declarePlain(types, dotted, { type: typeNames[meaning.of] })
  }
  return { ...types, ...functionTypes }
}

const root = ({ schema }: Vocabulary) => ({ schema, object: ROOT })

const isSame = (one: unknown, other: unknown) =>
  one === other || ((one ?? '') === '' && (other ?? '') === '')

function valueOf(meaning: Meaning, input: FormulaInput): unknown {
  switch (meaning.of) {
    case 'field':
      return input.field(meaning.path)
    case 'prior':
      return input.prior(meaning.path)
    case 'changed':
      return !isSame(input.field(meaning.path), input.prior(meaning.path))
    case 'answer':
      return input.answer(meaning.name)
    case 'count':
      return input.count(meaning.name)
    case 'today':
      return input.today
    case 'now':
      return input.now
    case 'time':
      return input.now.slice(11)
    case 'is-new':
      return input.isNew
  }
}

/** A name of a formula with what it stands for. */
export type Meant = readonly [dotted: string, meaning: Meaning]

/** What the names in a formula stand for, without those that mean nothing. */
export function meantBy(paths: readonly string[], vocabulary: Vocabulary): readonly Meant[] {
  return paths.flatMap((dotted) => {
    const meaning = meaningOf(dotted, vocabulary)
    return meaning ? [[dotted, meaning] as const] : []
  })
}

/** The values of the names in a formula. */
export function contextFor(meant: readonly Meant[], input: FormulaInput) {
  const context: Nested = { ...functions, ...overrides(input.timeZone) }
  for (const [dotted, meaning] of meant) put(context, dotted, valueOf(meaning, input))
  return context
}

/** What a formula with these names reads. */
export function readsOf(meant: readonly Meant[]): FormulaReads {
  const meanings = meant.map(([, meaning]) => meaning)
  return {
    fields: [...new Set(meanings.flatMap((meaning) => ('path' in meaning ? [meaning.path] : [])))],
    answers: [...new Set(meanings.flatMap((meaning) => ('name' in meaning ? [meaning.name] : [])))],
    clock: meanings.some(({ of }) => of === 'today' || of === 'now' || of === 'time'),
  }
}
