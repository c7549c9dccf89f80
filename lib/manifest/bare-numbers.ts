import { type ESTree, parseSync, type Plugin } from 'vite'

/** What decimal numbers can do that no formula of Salesforce asks of them. */
export const unasked: ReadonlySet<string> = new Set([
  'comparedTo',
  'config',
  'dividedToIntegerBy',
  'idiv',
  'isNegative',
  'max',
  'maximum',
  'min',
  'minimum',
  'precision',
  'random',
  'sd',
  'set',
  'sqrt',
  'squareRoot',
  'sum',
  'toExponential',
  'toFormat',
  'toFraction',
  'toPrecision',
])

interface Assigned {
  readonly names: readonly string[]
  readonly start: number
  readonly end: number
}

/** What the maker of a class of numbers gives to it and to its prototype: `P.absoluteValue = P.abs = function …`. */
export function givenIn(bignumber: string): readonly Assigned[] {
  return parseSync('bignumber.js', bignumber).program.body.flatMap((statement) =>
    statement.type === 'FunctionDeclaration' && statement.id?.name === 'clone'
      ? (statement.body?.body ?? []).flatMap(assigned)
      : [],
  )
}

function assigned(statement: ESTree.Statement): readonly Assigned[] {
  if (statement.type !== 'ExpressionStatement') return []
  const names = namesIn(statement.expression)
  return names.length > 0 ? [{ names, start: statement.start, end: statement.end }] : []
}

function namesIn(expression: ESTree.Expression): readonly string[] {
  if (expression.type !== 'AssignmentExpression') return []
  const { left, right } = expression
  if (left.type !== 'MemberExpression' || left.computed) return []
  const { property } = left
  return property.type === 'Identifier' ? [property.name, ...namesIn(right)] : []
}

/** Decimal numbers without what nobody asks of them. */
export function bared(bignumber: string): string {
  return givenIn(bignumber)
    .filter(({ names }) => names.every((name) => unasked.has(name)))
    .reduceRight((code, { start, end }) => code.slice(0, start) + code.slice(end), bignumber)
}

/** bignumber.js without what nobody asks of it: the worker has it, and so has the engine for formulas in the pages. */
export function bareNumbers(): Plugin {
  return {
    name: 'bare-numbers',
    enforce: 'pre',
    transform: { filter: { id: /\/bignumber\.mjs$/ }, handler: bared },
  }
}
