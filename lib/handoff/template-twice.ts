import { jsonPath } from './json-path.ts'
import type { TemplateProblem } from './template-check.ts'

/** An object or a list that is being read, and where in it. */
type Inside =
  | { readonly of: 'object'; readonly lines: Map<string, number>; at: string; isNameNext: boolean }
  | { readonly of: 'list'; at: number }

/** What says something about the places in JSON: texts, and whatever opens, closes or parts. */
const pieces = /"(?:[^"\\]|\\.)*"|[{}[\],\n]/gs

const nameIn = (quoted: string): string => String(JSON.parse(quoted))

function sentenceOn(name: string, first: number, line: number): string {
  const where = first === line ? `line ${line}` : `the lines ${first} and ${line}`
  return `“${name}” stands here twice, on ${where}, and only the last would count. Remove one.`
}

function next(inside: Inside | undefined): void {
  if (inside?.of === 'list') inside.at += 1
  else if (inside) inside.isNameNext = true
}

/** What is known while a text is read. */
interface Reading {
  readonly around: Inside[]
  readonly problems: TemplateProblem[]
  line: number
}

/** Takes a text for the name that it is, or for a value, of which there is nothing to say. */
function takeText({ around, problems, line }: Reading, quoted: string): void {
  const inside = around.at(-1)
  if (inside?.of !== 'object' || !inside.isNameNext) return
  const name = nameIn(quoted)
  const first = inside.lines.get(name)
  inside.lines.set(name, line)
  inside.at = name
  inside.isNameNext = false
  if (first === undefined) return
  const path = jsonPath(around.map(({ at }) => at))
  problems.push({ path, sentence: sentenceOn(name, first, line) })
}

function close({ around }: Reading): void {
  around.pop()
}

const takes: Readonly<Record<string, (reading: Reading) => void>> = {
  '\n': (reading) => {
    reading.line += 1
  },
  '{': ({ around }) => around.push({ of: 'object', lines: new Map(), at: '', isNameNext: true }),
  '[': ({ around }) => around.push({ of: 'list', at: 0 }),
  '}': close,
  ']': close,
  ',': ({ around }) => {
    next(around.at(-1))
  },
}

/** The names that stand in one object of sound JSON more than once, of which reading keeps the last alone. */
export function namesTwice(text: string): readonly TemplateProblem[] {
  const reading: Reading = { around: [], problems: [], line: 1 }
  for (const [piece] of text.matchAll(pieces)) {
    const take = takes[piece]
    if (take) take(reading)
    else takeText(reading, piece)
  }
  return reading.problems
}
