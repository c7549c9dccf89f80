import { compilePattern } from './linear-regex.ts'
import type { Matcher } from './linear-regex.ts'
import { PatternError } from './regex-syntax.ts'
import type { Place } from './text-place.ts'

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Every node of a formula's tree that calls REGEX. */
function callsIn(node: unknown): readonly Tree[] {
  if (Array.isArray(node)) return node.flatMap(callsIn)
  if (!isTree(node)) return []
  const { callee } = node
  const own = node['type'] === 'CallExpression' && isTree(callee) && callee['name'] === 'REGEX'
  return [...(own ? [node] : []), ...callsIn(node['arguments']), ...childrenOf(node)]
}

const childrenOf = (node: Tree) =>
  ['left', 'right', 'argument', 'object'].flatMap((key) => callsIn(node[key]))

function placeOf(node: unknown): Place | null {
  const start = isTree(node) && isTree(node['loc']) ? node['loc']['start'] : null
  if (!isTree(start)) return null
  const { line, column } = start
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : null
}

/** What is wrong with a pattern, and where. */
export interface PatternProblem {
  readonly sentence: string
  readonly place: Place | null
}

function problemOf(call: Tree): PatternProblem | null {
  const args = Array.isArray(call['arguments']) ? call['arguments'] : []
  const pattern: unknown = args[1]
  const source = isTree(pattern) && pattern['type'] === 'Literal' ? pattern['value'] : null
  if (typeof source !== 'string') {
    return { sentence: 'The pattern of REGEX must be written out', place: placeOf(call) }
  }
  try {
    compilePattern(source)
    return null
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    return { sentence: `The pattern cannot be used: ${error.message}`, place: placeOf(pattern) }
  }
}

/** The first pattern in a formula's tree that cannot be matched in linear time; null when all can. */
export function patternProblem(tree: unknown): PatternProblem | null {
  for (const call of callsIn(tree)) {
    const problem = problemOf(call)
    if (problem) return problem
  }
  return null
}

const matchers = new Map<string, Matcher>()

/** Salesforce's REGEX: whether the whole text matches. An empty field matches as empty text. */
export function regex(text: string | null | undefined, pattern: string): boolean {
  const known = matchers.get(pattern) ?? compilePattern(pattern)
  matchers.set(pattern, known)
  return known(text ?? '')
}
