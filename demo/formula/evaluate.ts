import { rightsOf } from '../access/object-rights.ts'
import { textOf } from '../records/text.ts'
import type { OrgState } from '../org/state.ts'
import { dateIn, fromDateTime } from '../records/datetime.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { compileFormula, type BoundVariable, type CompiledFormula } from './compile.ts'
import type { FormulaType } from './compile.ts'
import { FURTHER_FUNCTIONS } from './functions.ts'
import { globalRow, labelOf, lookups } from './globals.ts'

/** The record a formula looks at, and who is looking. */
export interface FormulaSubject {
  readonly state: OrgState
  readonly userId: string
  readonly describe: ObjectDescribe
  readonly row: Row
  /** The row as it was; undefined for a new record. Without it nothing is new and nothing changed. */
  readonly before?: Row | undefined
  readonly isNew?: boolean
}

/** A formula and what it gives. */
export interface FormulaText {
  readonly text: string
  readonly returnType?: FormulaType
}

/** Evaluates a formula on a record; throws when the formula cannot be compiled. */
export function evaluateFormula(subject: FormulaSubject, formula: FormulaText): unknown {
  const compiled = compiledFor(subject, formula)
  const values = compiled.variables.map((one) => [one.name, valueOf(subject, one)] as const)
  return compiled.evaluate({ ...functions(subject), ...Object.fromEntries(values) })
}

const cache = new WeakMap<ObjectDescribe, Map<string, CompiledFormula>>()

/** Compiling is a hundred times dearer than evaluating, and describes are replaced when they change. */
function compiledFor({ state, describe }: FormulaSubject, formula: FormulaText): CompiledFormula {
  const known = cache.get(describe) ?? new Map<string, CompiledFormula>()
  cache.set(describe, known)
  const key = `${formula.returnType ?? ''}:${formula.text}`
  const found = known.get(key) ?? compileFormula(state.schema, describe, formula)
  known.set(key, found)
  return found
}

function functions({ state, userId, isNew = false }: FormulaSubject) {
  const now = state.now()
  const user = state.store.table('User').get(userId)
  const timeZone = textOf(user?.['TimeZoneSidKey'] ?? state.file.timeZone)
  return {
    ...FURTHER_FUNCTIONS,
    ...lookups(state),
    ISNEW: () => isNew,
    // https://help.salesforce.com/s/articleView?id=platform.dev_understanding_global_variables.htm
    ORG_ORIGIN: () => '1900-01-01T00:00:00.000Z',
    ORG_NOW: () => now.toISOString(),
    ORG_TODAY: () => dateIn(timeZone, now),
    ORG_TIMENOW: () => now.toISOString().slice(11),
    ORG_ISPICKVAL: (value: string | null, wanted: string | null) =>
      (value ?? '') === (wanted ?? ''),
    // A copy is made in the pages alone.
    ISCLONE: () => false,
    REGEX: (text: string | null, pattern: string) => javaPattern(pattern).test(text ?? ''),
  }
}

/** Salesforce's REGEX matches the whole text, as Java's `matches` does, with flags such as `(?i)` at its beginning. */
function javaPattern(pattern: string): RegExp {
  const [given = '', flags = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? []
  return new RegExp(`^(?:${pattern.slice(given.length)})$`, flags)
}

function valueOf(subject: FormulaSubject, variable: BoundVariable): unknown {
  const { state, userId } = subject
  if (variable.kind === 'label') return labelOf(state, variable.path)
  if (variable.kind === 'permission') {
    return rightsOf(state, userId).isGiven(variable.path.slice('$Permission.'.length))
  }
  const now = () => readAlong(subject, variable, subject.row)
  const prior = () => (subject.before ? readAlong(subject, variable, subject.before) : now())
  if (variable.kind === 'value') return now()
  if (variable.kind === 'prior') return prior()
  return subject.isNew !== true && now() !== prior()
}

function readAlong(
  { state, userId }: FormulaSubject,
  { along }: BoundVariable,
  start: Row,
): unknown {
  if (!along) return null
  const first = along.global === undefined ? start : globalRow(state, userId, along.global)
  const row = along.lookups.reduce<Row | undefined>(
    (at, lookup) => rowOfId(state, at?.[lookup.name], lookup.only),
    first,
  )
  const value = row?.[along.field.name] ?? null
  if (along.field.type === 'boolean') return value === true
  return along.field.type === 'datetime' ? (fromDateTime(value)?.toISOString() ?? null) : value
}

function rowOfId({ schema, store }: OrgState, id: unknown, only?: string): Row | undefined {
  if (typeof id !== 'string') return undefined
  const objectName = schema.objectOfPrefix(id.slice(0, 3)) ?? ''
  return only === undefined || only === objectName ? store.table(objectName).get(id) : undefined
}
