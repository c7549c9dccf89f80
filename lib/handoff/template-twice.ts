import { jsonPath } from './json-path.ts'
import type { TemplateProblem } from './template-check.ts'

/** An object or a list that is being read, and where in it. */
type Inside =
  | { readonly of: 'object'; readonly lines: Map<string, number>; at: string; isNameNext: boolean }
  | { readonly of: 'list'; at: number }

/** What says something about the places in JSON: texts, and whatever opens, closes or parts. */
const pieces = /"(?:[^"\\]|\\.)*"|[{}[\],:\n]/gs

const opened: Readonly<Record<string, () => Inside>> = {
  '{': () => ({ of: 'object', lines: new Map(), at: '', isNameNext: true }),
  '[': () => ({ of: 'list', at: 0 }),
}

const nameIn = (quoted: string): string => String(JSON.parse(quoted))

function sentenceOn(name: string, first: number, line: number): string {
  const where = first === line ? `line ${line}` : `the lines ${first} and ${line}`
  return `“${name}” stands here twice, on ${where}, and only the last would count. Remove one.`
}

/** Notes a name in its object. Whether it stood there already is said by the line on which it did. */
function named(inside: Extract<Inside, { of: 'object' }>, name: string, line: number) {
  const first = inside.lines.get(name)
  inside.lines.set(name, line)
  inside.at = name
  inside.isNameNext = false
  return first
}

function next(inside: Inside | undefined): void {
  if (inside?.of === 'list') inside.at += 1
  else if (inside) inside.isNameNext = true
}

/** The names that stand in one object of sound JSON more than once, of which reading keeps the last alone. */
export function namesTwice(text: string): readonly TemplateProblem[] {
  const around: Inside[] = []
  const problems: TemplateProblem[] = []
  let line = 1
  for (const [piece] of text.matchAll(pieces)) {
    const inside = around.at(-1)
    const open = opened[piece]
    if (piece === '\n') line += 1
    else if (open) around.push(open())
    else if (piece === '}' || piece === ']') around.pop()
    else if (piece === ',') next(inside)
    else if (inside?.of === 'object' && inside.isNameNext && piece !== ':') {
      const name = nameIn(piece)
      const first = named(inside, name, line)
      const path = jsonPath(around.map(({ at }) => at))
      if (first !== undefined) problems.push({ path, sentence: sentenceOn(name, first, line) })
    }
  }
  return problems
}
