import { parseSync, type SyncParseOptions } from 'sformula'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf, type Schema } from '../schema/schema.ts'
import { call, FURTHER_TYPES } from './functions.ts'
import { LOOKED_UP, type LookedUp } from './globals.ts'
import { followPath, type FieldPath } from './path.ts'
import { rewrite, type Variable } from './rewrite.ts'

type Types = NonNullable<SyncParseOptions['inputTypes']>
type Type = NonNullable<Types[string]>
export type FormulaType = NonNullable<SyncParseOptions['returnType']>

/** A variable of a compiled formula, with the path it is read along; there is none to a permission or a label. */
export interface BoundVariable extends Variable {
  readonly name: string
  readonly along: FieldPath | undefined
}

/** A formula ready to be evaluated on values for its variables. */
export interface CompiledFormula {
  readonly variables: readonly BoundVariable[]
  readonly evaluate: (values: Readonly<Record<string, unknown>>) => unknown
}

/** What Salesforce has and the evaluator lacks; the values are given at evaluation. */
const FUNCTIONS: Types = {
  ...FURTHER_TYPES,
  ISCLONE: call([], { type: 'boolean' }),
  ISNEW: call([], { type: 'boolean' }),
  ORG_NOW: call([], { type: 'datetime' }),
  ORG_ORIGIN: call([], { type: 'datetime' }),
  ORG_TODAY: call([], { type: 'date' }),
  ORG_TIMENOW: call([], { type: 'time' }),
  ORG_ISPICKVAL: call([{ type: 'picklist' }, { type: 'string' }], { type: 'boolean' }),
  REGEX: call([{ type: 'string' }, { type: 'string' }], { type: 'boolean' }),
}

/** Compiles a formula of an object; throws on unknown fields, wrong types and bad syntax. */
export function compileFormula(
  schema: Schema,
  describe: ObjectDescribe,
  { text, returnType = 'boolean' }: { readonly text: string; readonly returnType?: FormulaType },
): CompiledFormula {
  const rewritten = rewrite(text)
  const variables = [...rewritten.variables].map(([name, variable]): BoundVariable => {
    const along = followPath(schema, describe, variable.path)
    if (!along && variable.kind !== 'permission' && variable.kind !== 'label')
      throw new Error(`Field ${variable.path} does not exist`)
    return { kind: variable.kind, path: variable.path, name, along }
  })
  const types = Object.fromEntries(variables.map((one) => [one.name, typeOf(one)] as const))
  const parsed = parseSync(withLookups(schema, rewritten.text), {
    inputTypes: { ...FUNCTIONS, ...LOOKUPS, ...types },
    returnType,
  })
  return { variables, evaluate: (values) => parsed.evaluate({ ...values }) }
}

function typeOf({ kind, along }: BoundVariable): Type {
  if (kind === 'label') return { type: 'string' }
  return kind === 'changed' || !along ? { type: 'boolean' } : typeOfField(along.field)
}

const VLOOKUP = /\bVLOOKUP\s*\(\s*"\w+\.\w+"\s*,\s*"\w+\.\w+"/g

/** `VLOOKUP` gives what the type of the field is that it reads: each type has one of its own. */
function withLookups(schema: Schema, text: string): string {
  return text.replaceAll(VLOOKUP, (begun) => begun.replace('VLOOKUP', lookupOf(schema, begun)))
}

function lookupOf(schema: Schema, begun: string): string {
  const [wanted, key] = [...begun.matchAll(/"(\w+)\.(\w+)"/g)].map(([, object = '', name = '']) => {
    const describe = schema.object(object)
    return { describe, field: describe && fieldOf(describe, name) }
  })
  if (wanted?.field && key?.field && wanted.describe === key.describe)
    return `VLOOKUP_${lookedUp(wanted.field)}`
  throw new Error(`The org has no fields for ${begun}`)
}

const PLAIN: Readonly<Record<string, FormulaType>> = {
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  percent: 'percent',
  currency: 'currency',
  int: 'number',
  double: 'number',
  long: 'number',
}

/** Amounts are numbers where a function gives them. */
function lookedUp({ type }: FieldDescribe): LookedUp {
  const plain = PLAIN[type] ?? 'string'
  return LOOKED_UP.find((one) => one === plain) ?? (plain === 'string' ? 'string' : 'number')
}

const LOOKUPS: Types = Object.fromEntries(
  LOOKED_UP.map((type) => {
    const taken: Type[] = [{ type: 'string' }, { type: 'string' }, { type: 'string' }]
    return [`VLOOKUP_${type}`, call(taken, { type })] as const
  }),
)

function typeOfField(field: FieldDescribe): Type {
  if (field.type === 'id' || field.type === 'reference') return { type: 'id' }
  if (field.type === 'picklist' || field.type === 'multipicklist') {
    const picklistValues = field.picklistValues.map(({ label, value }) => ({ label, value }))
    return { type: field.type, picklistValues }
  }
  return { type: PLAIN[field.type] ?? 'string' }
}
