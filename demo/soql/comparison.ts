import type { Comparison, Literal } from './condition.ts'
import { daysOf } from './date-literal.ts'
import type { Expression } from './expression.ts'
import { checkedId, checkLiteral } from './literal-check.ts'
import { likePattern, numberOf, textOf } from './literal.ts'
import { timeOf } from './moment-literal.ts'
import { dayText, startOf } from './plain-date.ts'
import { QueryError } from './query-error.ts'
import { malformedQuery, refuse, type Scope } from './scope.ts'
import { type Comparable, comparableOf, kindOf, type ValueKind } from './value-kind.ts'

/** Whether a value passes one comparison. */
export type Test = (value: unknown) => boolean

/** What a literal stands for: one value, or the span from the first up to before the second. */
type Target =
  | { readonly value: Comparable }
  | { readonly from: Comparable; readonly until: Comparable }

/** The test of a comparison with literals; throws when they do not fit the field. */
export function testOf(scope: Scope, comparison: Comparison, expression: Expression): Test {
  const { operator, literals } = comparison
  checkOperator(scope, operator, expression)
  for (const literal of literals) checkLiteral(scope, literal, expression)
  refuseMixedCurrencies(literals)
  const byText = textTests[operator]
  if (byText) return byText(literals.filter(({ type }) => type === 'STRING'))
  const kind = kindOf(expression.type)
  const targets = literals.map((literal) => targetOf(scope, literal, expression))
  const convert = comparableOf(kind)
  const test = comparing(operator, targets)
  return (value) => test(convert(value))
}

/** https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-querying-currency-fields.html */
function refuseMixedCurrencies(literals: readonly Literal[]): void {
  const named = literals.filter(({ type }) => type.endsWith('_CURRENCY_PREFIX'))
  if (named.length === 0 || named.length === literals.length) return
  throw malformedQuery('A list names the currency of all its values or of none')
}

/** The test that a value is (or is not) among the values a subquery gave. */
export function membership(
  values: ReadonlySet<Comparable>,
  operator: string,
  kind: ValueKind,
): Test {
  const convert = comparableOf(kind)
  const isMember: Test = (value) => values.has(convert(value))
  return operator === 'NOT IN' ? not(isMember) : isMember
}

/** The operators that look at quoted texts alone. */
const textTests: Readonly<Record<string, (literals: readonly Literal[]) => Test>> = {
  LIKE: like,
  INCLUDES: includes,
  EXCLUDES: (literals) => not(includes(literals)),
}

type ComparableTest = (value: Comparable) => boolean

function comparing(operator: string, targets: readonly Target[]): ComparableTest {
  const [first = { value: null }] = targets
  switch (operator) {
    case 'IN':
      return anyEqual(targets)
    case 'NOT IN':
      return not(anyEqual(targets))
    case '=':
      return equal(first)
    case '!=':
      return not(equal(first))
    default:
      return ordered(operator, first)
  }
}

function not<Value>(test: (value: Value) => boolean): (value: Value) => boolean {
  return (value) => !test(value)
}

function anyEqual(targets: readonly Target[]): ComparableTest {
  const values = new Set(targets.flatMap((target) => ('value' in target ? [target.value] : [])))
  const spans = targets.filter((target) => 'from' in target).map(equal)
  return (value) => values.has(value) || spans.some((test) => test(value))
}

function equal(target: Target): ComparableTest {
  if ('value' in target) return (value) => value === target.value
  return (value) => !isBefore(value, target.from) && isBefore(value, target.until)
}

/** Before, after: an empty value is neither, and a span is passed as a whole. */
function ordered(operator: string, target: Target): ComparableTest {
  const [low, high] = 'value' in target ? [target.value, target.value] : [target.from, target.until]
  const isAtOrAfterEnd: ComparableTest =
    'value' in target ? (value) => isBefore(high, value) : (value) => !isBefore(value, high)
  const tests: Readonly<Record<string, ComparableTest>> = {
    '<': (value) => isBefore(value, low),
    '>=': (value) => !isBefore(value, low),
    '>': isAtOrAfterEnd,
    '<=': not(isAtOrAfterEnd),
  }
  const test = tests[operator] ?? (() => false)
  return (value) => value !== null && low !== null && test(value)
}

function isBefore(a: Comparable, b: Comparable): boolean {
  return a !== null && b !== null && a < b
}

function targetOf(scope: Scope, literal: Literal, expression: Expression): Target {
  const kind = kindOf(expression.type)
  if (literal.type === 'NULL') return { value: comparableOf(kind)(null) }
  if (literal.type.startsWith('DATE_')) return spanOf(scope, literal, kind)
  if (kind === 'id') return { value: comparableOf('id')(checkedId(scope, literal, expression)) }
  if (kind === 'number') return { value: worthOf(literal, scope) }
  if (kind === 'time') return { value: timeOf(literal.text) }
  const raw = literal.type === 'STRING' ? textOf(literal) : literal.text.toLowerCase()
  return { value: comparableOf(kind)(kind === 'datetime' ? literal.text.toUpperCase() : raw) }
}

/** A number; in the corporate currency where it names one and the org has several. */
function worthOf(literal: Literal, { source: { exchange } }: Scope): number {
  const number = numberOf(literal)
  if (!exchange || !literal.type.endsWith('_CURRENCY_PREFIX')) return number
  const from = literal.text.slice(0, 3).toUpperCase()
  return exchange.convert(number, { from, into: exchange.corporate })
}

function spanOf(scope: Scope, literal: Literal, kind: ValueKind): Target {
  const days = daysOf(literal.text, scope.source)
  if (!days) return { value: null }
  if (kind === 'date') return { from: dayText(days.from), until: dayText(days.until) }
  const { timeZone } = scope.source
  return { from: startOf(days.from, timeZone), until: startOf(days.until, timeZone) }
}

function like(literals: readonly Literal[]): Test {
  const patterns = literals.map(likePattern)
  return (value) => typeof value === 'string' && patterns.some((pattern) => pattern.test(value))
}

/** INCLUDES: any of the literals, each of which may ask for several values with semicolons. */
function includes(literals: readonly Literal[]): Test {
  const wanted = literals.map((literal) => textOf(literal).toLowerCase().split(';'))
  return (value) => {
    const chosen = new Set(typeof value === 'string' ? value.toLowerCase().split(';') : [])
    return wanted.some((values) => values.every((each) => chosen.has(each)))
  }
}

function checkOperator(scope: Scope, operator: string, expression: Expression): void {
  const kind = kindOf(expression.type)
  const isMulti = expression.type === 'multipicklist'
  const isSetOperator = operator === 'INCLUDES' || operator === 'EXCLUDES'
  const isWrong = (operator === 'LIKE' && kind !== 'text') || (isSetOperator && !isMulti)
  if (!isWrong) return
  const explanation = kind === 'id' ? 'invalid operator on id field' : 'invalid operator'
  const refusal = new QueryError('INVALID_QUERY_FILTER_OPERATOR', explanation)
  throw refuse(scope, { name: expression.written, clause: 'where' }, refusal)
}
