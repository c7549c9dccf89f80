import type { DescribedField, FormulaSchema } from './formula-schema.ts'

/** The type of a name in a formula, as sformula declares types. */
type FormulaType =
  | {
      type:
        | 'string'
        | 'number'
        | 'currency'
        | 'percent'
        | 'boolean'
        | 'date'
        | 'datetime'
        | 'time'
        | 'id'
    }
  | {
      type: 'picklist' | 'multipicklist'
      picklistValues?: { value: string; label: string | null }[]
    }
  | { type: 'object'; properties: FormulaTypes }
export interface FormulaTypes {
  [name: string]: FormulaType
}

const plain = {
  string: 'string',
  textarea: 'string',
  url: 'string',
  phone: 'string',
  email: 'string',
  combobox: 'string',
  encryptedstring: 'string',
  id: 'id',
  reference: 'id',
  lookup: 'id',
  int: 'number',
  long: 'number',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  percent: 'percent',
  currency: 'currency',
} as const

const isPlain = (type: string): type is keyof typeof plain => type in plain

function typeOf({ type, picklistValues }: DescribedField): FormulaType | null {
  if (type === 'picklist' || type === 'multipicklist') {
    return picklistValues ? { type, picklistValues: [...picklistValues] } : { type }
  }
  return isPlain(type) ? { type: plain[type] } : null
}

// An owner may be a user or a queue; formulas that name the owner mean the user.
const objectOf = ({ referenceTo }: DescribedField) =>
  referenceTo?.includes('User') ? 'User' : referenceTo?.[0]

interface Found {
  readonly type: FormulaType
  readonly object?: string | undefined
}

const sameName = (one: string | null | undefined, other: string) =>
  one?.toLowerCase() === other.toLowerCase()

function findIn(schema: FormulaSchema, object: string | undefined, name: string): Found | null {
  const fields = object === undefined ? [] : (schema[object] ?? [])
  const field = fields.find((one) => sameName(one.name, name))
  if (field) {
    const type = typeOf(field)
    return type && { type }
  }
  const relation = fields.find((one) => sameName(one.relationshipName, name))
  return relation ? { type: { type: 'object', properties: {} }, object: objectOf(relation) } : null
}

/** Declares one dotted name among the types, as far as the schema knows it. */
export function declare(
  types: FormulaTypes,
  path: readonly string[],
  { schema, object }: { readonly schema: FormulaSchema; readonly object: string | undefined },
): void {
  const [name, ...rest] = path
  if (name === undefined) return
  const found = findIn(schema, object, name)
  const type = types[name] ?? found?.type
  if (!type) return
  types[name] = type
  if (type.type === 'object') declare(type.properties, rest, { schema, object: found?.object })
}

/** The API names of a dotted name, as the schema spells them. Null when it is not a field, but a record or nothing. */
export function spelled(
  path: readonly string[],
  { schema, object }: { readonly schema: FormulaSchema; readonly object: string | undefined },
): string[] | null {
  const [name, ...rest] = path
  if (name === undefined) return null
  const fields = object === undefined ? [] : (schema[object] ?? [])
  const field = fields.find((one) => sameName(one.name, name))
  if (field && rest.length === 0) return [field.name]
  const relation = fields.find((one) => sameName(one.relationshipName, name))
  const inner = relation && spelled(rest, { schema, object: objectOf(relation) })
  return inner && relation?.relationshipName ? [relation.relationshipName, ...inner] : null
}
