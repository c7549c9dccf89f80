import type { FunctionExp } from '@jetstreamapp/soql-parser-js'
import { dateFunction } from './date-function.ts'
import { distanceOf } from './distance.ts'
import { pathOf, type FieldPath } from './field-path.ts'
import { formatted, inCurrency, labelled } from './label.ts'
import { converted, currencyOf } from './money.ts'
import { type Read, readerOf } from './reading.ts'
import { malformedQuery, refuse, type Scope } from './scope.ts'
import type { Clause } from './tokens.ts'

/** A field or a function of one: what it is called, its type, and how to read it from a row. */
export interface Expression {
  /** The same for the same expression however it is written, to match SELECT with GROUP BY. */
  readonly key: string
  /** As it stands in the query. */
  readonly written: string
  readonly path: FieldPath
  /** The type of its values, as describe names types. */
  readonly type: string
  readonly isFunction: boolean
  readonly read: Read
  /** The currency of its amounts, where the org has several. */
  readonly currency?: Read
}

/** A function call as the parser gives it, in SELECT or elsewhere. */
export type Call = Pick<FunctionExp, 'functionName' | 'parameters' | 'rawValue' | 'isAggregateFn'>

/** The expression a name or call means; throws INVALID_FIELD or MALFORMED_QUERY. */
export function expressionOf(scope: Scope, written: string | Call, clause: Clause): Expression {
  const expression = innerExpression(scope, written, clause)
  if (expression.type !== LOCAL || typeof written === 'string') return expression
  // https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-convert-time-zone.html
  throw unexpectedFunction(scope, written, clause)
}

/** A date-time read in the time zone of the user, which only a date function takes. */
const LOCAL = 'local-datetime'

/** An expression on its own, or what a function takes. */
function innerExpression(scope: Scope, written: string | Call, clause: Clause): Expression {
  if (typeof written === 'string') return fieldExpression(scope, written, clause)
  const name = (written.functionName ?? '').toUpperCase()
  if (name === 'DISTANCE') return distanceOf(scope, written, clause)
  const inner = argumentOf(scope, written, clause)
  refuseUnlessDated(scope, inner, { name, clause })
  const isMisplaced = clause !== 'select' && SELECTED_ONLY.has(name)
  const changed = isMisplaced ? undefined : applied(name, inner, scope)
  if (changed) return { ...changed, key: `${name}(${inner.key})`, isFunction: true }
  throw unexpectedFunction(scope, written, clause)
}

function unexpectedFunction(scope: Scope, { functionName }: Call, clause: Clause) {
  const name = functionName ?? ''
  return refuse(scope, { name, clause }, malformedQuery(`unexpected token: '${name}'`))
}

/** What may be shown so, and not be looked for or grouped. */
const SELECTED_ONLY: ReadonlySet<string> = new Set(['FORMAT', 'CONVERTCURRENCY'])

function fieldExpression(scope: Scope, written: string, clause: Clause): Expression {
  const path = pathOf(scope, written, clause)
  return {
    key: path.name,
    written,
    path,
    type: path.field.type,
    isFunction: false,
    read: readerOf(path, scope.source),
  }
}

function argumentOf(scope: Scope, call: Call, clause: Clause): Expression {
  const [first] = call.parameters ?? []
  if (first !== undefined) return innerExpression(scope, first, clause)
  throw refuse(scope, { name: ')', clause }, malformedQuery("unexpected token: ')'"))
}

const TIMED: ReadonlySet<string> = new Set(['CONVERTTIMEZONE', 'DAY_ONLY', 'HOUR_IN_DAY'])

interface Place {
  readonly name: string
  readonly clause: Clause
}

/**
 * Functions of dates take dates and date-times; those that look at the time take a date-time only.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-date-functions.html
 */
function refuseUnlessDated(scope: Scope, inner: Expression, { name, clause }: Place): void {
  const isTimed = TIMED.has(name)
  if (!isTimed && !dateFunction(name, 'date', scope.source)) return
  if (inner.type.endsWith('datetime') || (inner.type === 'date' && !isTimed)) return
  const explanation = `field ${inner.path.field.name} does not support function ${name}`
  throw refuse(scope, { name: inner.written, clause }, malformedQuery(explanation))
}

function applied(name: string, inner: Expression, scope: Scope): Expression | undefined {
  const { read } = inner
  const map =
    (change: (value: unknown) => unknown): Expression['read'] =>
    (found) =>
      change(read(found))
  if (name === 'TOLABEL')
    return { ...inner, read: map((value) => labelled(inner.path.field, value)) }
  if (name === 'FORMAT') return { ...inner, type: 'string', read: formatOf(inner, scope) }
  if (name === 'CONVERTCURRENCY') return converted(inner, scope.source, 'own')
  // Reading the clock in a zone is the business of the outer function.
  if (name === 'CONVERTTIMEZONE') return { ...inner, type: LOCAL }
  const change = dateFunction(name, inner.type, scope.source)
  return change && { ...inner, type: change.type, read: map(change.of) }
}

function formatOf({ path, read, currency }: Expression, { source }: Scope): Read {
  const currencyIn = currency ?? currencyOf(path, source)
  return (found) => formatted(path.field, read(found), inCurrency(source, currencyIn(found)))
}
