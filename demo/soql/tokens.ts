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
  const wanted = word.toLowerCase()
  const same = tokensOf(query).filter(({ text }) => {
    const written = text.toLowerCase()
    return written === wanted || written.endsWith(`.${wanted}`)
  })
  return (same.find((token) => token.clause === clause) ?? same[0])?.at ?? 0
}

function clauseStarted(text: string, next: string | undefined): Clause | undefined {
  const word = text.toUpperCase()
  return next?.toUpperCase() === 'BY' ? clauseBefore[word] : clauseOfWord[word]
}
