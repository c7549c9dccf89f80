/** The part of a query a token stands in. */
export type Clause = 'select' | 'from' | 'where' | 'group' | 'having' | 'order' | 'rest'

/** One word, literal or sign of a query, with its offset in the text. */
export interface Token {
  readonly text: string
  readonly at: number
  readonly clause: Clause
}

const TOKEN = /'(?:\\.|[^'\\])*'|[A-Za-z_][\w.]*|[\d+-][\w.:+-]*|[<>!]=|<>|\S/g

const clauseOfWord: Readonly<Record<string, Clause>> = {
  SELECT: 'select',
  FROM: 'from',
  WHERE: 'where',
  HAVING: 'having',
  LIMIT: 'rest',
  OFFSET: 'rest',
  WITH: 'rest',
  FOR: 'rest',
  USING: 'rest',
}
const clauseBefore: Readonly<Record<string, Clause>> = { GROUP: 'group', ORDER: 'order' }

/** The tokens of a query in order; inside parentheses the outer clause goes on after the closing one. */
export function tokensOf(query: string): readonly Token[] {
  const found = [...query.matchAll(TOKEN)]
  const open: Clause[] = []
  let clause: Clause = 'rest'
  return found.map((match, index) => {
    const text = match[0]
    if (text === '(') open.push(clause)
    if (text === ')') clause = open.pop() ?? clause
    clause = clauseStarted(text, found[index + 1]?.[0]) ?? clause
    return { text, at: match.index, clause }
  })
}

/** Where a word, alone or after an alias, first stands in the clause, else anywhere, else 0. */
export function placeOf(query: string, word: string, clause: Clause): number {
  return placeBehind(query, { word, clause, from: 0 })
}

interface Wanted {
  readonly word: string
  readonly clause: Clause
  readonly from: number
}

/** The same from an offset on; the offset where the word does not follow. */
export function placeBehind(query: string, { word, clause, from }: Wanted): number {
  const wanted = word.toLowerCase()
  const same = tokensOf(query).filter(({ text, at }) => {
    const written = text.toLowerCase()
    return at >= from && (written === wanted || written.endsWith(`.${wanted}`))
  })
  return (same.find((token) => token.clause === clause) ?? same[0])?.at ?? from
}

/** Where the SELECT in parentheses begins that reads an object; 0 where there is none. */
export function subqueryAt(query: string, objectName: string): number {
  const tokens = tokensOf(query)
  const words = tokens.map(({ text }) => text.toLowerCase())
  const wanted = objectName.toLowerCase()
  const reads = (at: number) => words[words.indexOf('from', at) + 1] === wanted
  const start = words.findIndex(
    (word, at) => word === 'select' && words[at - 1] === '(' && reads(at),
  )
  return tokens[start]?.at ?? 0
}

function clauseStarted(text: string, next: string | undefined): Clause | undefined {
  const word = text.toUpperCase()
  return next?.toUpperCase() === 'BY' ? clauseBefore[word] : clauseOfWord[word]
}
