import { isDate } from '#demo/records/datetime.ts'
import type { Literal } from './condition.ts'
import type { Expression } from './expression.ts'
import { textOf } from './literal.ts'
import { instantOf } from './plain-date.ts'
import { QueryError } from './query-error.ts'
import { invalidField, malformedQuery, refuse, type Scope } from './scope.ts'
import { kindOf, type ValueKind } from './value-kind.ts'

const numbers = [
  'INTEGER',
  'DECIMAL',
  'INTEGER_WITH_CURRENCY_PREFIX',
  'DECIMAL_WITH_CURRENCY_PREFIX',
]
const dateLiterals = ['DATE_LITERAL', 'DATE_N_LITERAL']

const literalTypes: Readonly<Record<ValueKind, readonly string[]>> = {
  text: ['STRING'],
  id: ['STRING'],
  number: numbers,
  boolean: ['BOOLEAN'],
  date: ['DATE', ...dateLiterals],
  datetime: ['DATETIME', ...dateLiterals],
  time: ['TIME'],
}

const typeNames: Readonly<Record<string, string>> = { datetime: 'dateTime' }

/** Throws INVALID_FIELD for a literal of another type than the field's, MALFORMED_QUERY for 2026-02-30. */
export function checkLiteral(scope: Scope, literal: Literal, expression: Expression): void {
  const kind = kindOf(expression.type)
  if (literal.type === 'NULL') return
  if (literalTypes[kind].includes(literal.type)) return refuseImpossibleDate(scope, literal)
  const quoting = literalTypes[kind].includes('STRING') ? 'should be' : 'should not be'
  const type = kind === 'text' ? 'string' : (typeNames[expression.type] ?? expression.type)
  const explanation = `value of filter criterion for field '${expression.path.field.name}' must be of type ${type} and ${quoting} enclosed in quotes`
  throw refuse(scope, { name: expression.written, clause: 'where' }, invalidField(explanation))
}

function refuseImpossibleDate(scope: Scope, { type, text }: Literal): void {
  if (type !== 'DATE' && type !== 'DATETIME') return
  const date = text.slice(0, 10)
  if (isDate(date) && (type === 'DATE' || !Number.isNaN(instantOf(text.toUpperCase())))) return
  throw refuse(scope, { name: text, clause: 'where' }, malformedQuery(`Invalid date: ${text}`))
}

/** The id a literal holds; throws when it cannot be one. */
export function checkedId(scope: Scope, literal: Literal, expression: Expression): string {
  const id = textOf(literal)
  if (/^(?:[a-z0-9]{15}|[a-z0-9]{18})$/i.test(id)) return id
  const refusal = new QueryError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${id}`)
  throw refuse(scope, { name: expression.written, clause: 'where' }, refusal)
}
