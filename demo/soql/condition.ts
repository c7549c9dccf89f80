import type { FunctionExp, HavingClause, Query, WhereClause } from '@jetstreamapp/soql-parser-js'
import { asWritten } from './moment-literal.ts'

/** One literal of a comparison, as written in the query. */
export interface Literal {
  readonly type: string
  readonly text: string
}

/** One comparison of a filter: a field or function, an operator, and literals or a subquery. */
export interface Comparison {
  readonly subject: string | FunctionExp
  readonly operator: string
  readonly literals: readonly Literal[]
  readonly subquery: Query | undefined
}

/** A filter as a tree; the parser gives it as a list with counted parentheses. */
export type Filter =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'comparison'; readonly comparison: Comparison }

type Clause = WhereClause | HavingClause
type Sign = '(' | ')' | 'AND' | 'OR' | 'NOT'
type Piece = Sign | Comparison

/** The tree of a WHERE or HAVING clause. */
export function filterOf(clause: Clause): Filter {
  const pieces = piecesOf(clause).toReversed()
  return readLevel(pieces)
}

function readLevel(pieces: Piece[]): Filter {
  const first = readTerm(pieces)
  const parts = [first]
  let joined: Piece | undefined
  while (pieces.at(-1) === 'AND' || pieces.at(-1) === 'OR') {
    joined = pieces.pop()
    parts.push(readTerm(pieces))
  }
  return joined ? { kind: joined === 'OR' ? 'any' : 'all', parts } : first
}

function readTerm(pieces: Piece[]): Filter {
  const piece = pieces.pop()
  if (piece === 'NOT') return { kind: 'not', part: readTerm(pieces) }
  if (piece === '(') {
    const inner = readLevel(pieces)
    pieces.pop()
    return inner
  }
  if (typeof piece === 'object') return { kind: 'comparison', comparison: piece }
  throw new Error('The parser gave a filter with unbalanced parentheses.')
}

function piecesOf(clause: Clause): Piece[] {
  const pieces: Piece[] = []
  let rest: Clause | undefined = clause
  while (rest) {
    if (rest.left) pieces.push(...piecesOfSide(rest.left))
    if ('operator' in rest) pieces.push(rest.operator)
    rest = 'right' in rest ? rest.right : undefined
  }
  return pieces
}

type Side = NonNullable<Clause['left']>

function piecesOfSide(side: Side): Piece[] {
  const opened = Array.from({ length: side.openParen ?? 0 }, (): Piece => '(')
  if (!('operator' in side)) return opened
  const closed = Array.from({ length: side.closeParen ?? 0 }, (): Piece => ')')
  return [...opened, comparisonOf(side), ...closed]
}

function comparisonOf(side: Extract<Side, { operator: string }>): Comparison {
  const subject = 'fn' in side ? side.fn : side.field
  // The parser's type leaves out "<>", which it accepts and Salesforce reads as "!=".
  const operator = side.operator.toUpperCase().replace('<>', '!=')
  if ('valueQuery' in side) return { subject, operator, literals: [], subquery: side.valueQuery }
  return {
    subject,
    operator,
    literals: literalsOf(side.value, side.literalType),
    subquery: undefined,
  }
}

function literalsOf(value: string | string[], type: string | string[] | undefined): Literal[] {
  const texts = Array.isArray(value) ? value : [value]
  return texts.map((read, index) => {
    const text = asWritten(read)
    const given = (Array.isArray(type) ? type[index] : type) ?? 'STRING'
    return { text, type: text === read ? given : 'TIME' }
  })
}
