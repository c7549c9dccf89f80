/** A piece of a formula. What is between quotes or in a comment is never taken for a name. */
interface Token {
  readonly kind: 'name' | 'quoted' | 'comment' | 'space' | 'other'
  readonly text: string
  /** Counted from 0. */
  readonly at: number
}

const shapes = [
  ['quoted', /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/sy],
  ['comment', /\/\*[\s\S]*?\*\//y],
  ['name', /[$A-Za-z_][\w$]*(?:\s*\.\s*[A-Za-z_]\w*)*/y],
  ['space', /\s+/y],
  ['other', /\d[\w.]*|./sy],
] as const

function tokenAt(text: string, at: number): Token {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at
    const found = shape.exec(text)
    if (found) return { kind, text: found[0], at }
  }
  return { kind: 'other', text: text.slice(at), at }
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

/** Functions without arguments that read what changes by itself: they become variables that the caller sets. */
const variables: Readonly<Record<string, string>> = {
  TODAY: '$Clock.Today',
  NOW: '$Clock.Now',
  TIMENOW: '$Clock.Time',
  ISNEW: '$Record.IsNew',
}

/** Functions of one field that look at the record as it was: the field is looked up elsewhere instead. */
const lookups: Readonly<Record<string, string>> = {
  PRIORVALUE: '$Prior',
  ISCHANGED: '$Changed',
}

/** Functions of which sformula has less than Salesforce, and those that stand for them. */
const renamed: Readonly<Record<string, string>> = {
  ADDMONTHS: 'ADD_MONTHS',
  ISPICKVAL: 'IS_PICKED',
  LOWER: 'IN_SMALL',
  UPPER: 'IN_CAPITALS',
}

interface Piece {
  readonly text: string
  /** Where in the original it stems from. */
  readonly at: number
  /** How many characters in front were put there and stem from nowhere. */
  readonly lead: number
}

interface Cursor {
  readonly tokens: readonly Token[]
  index: number
}

/** Where the one of the next tokens that say something stands; beyond the last one when there are not so many. */
function ahead({ tokens, index }: Cursor, count: number): number {
  let at = index
  for (let left = count; left > 0;) {
    at += 1
    const kind = tokens[at]?.kind
    if (kind !== 'space' && kind !== 'comment') left -= 1
  }
  return at
}

const nextOf = (cursor: Cursor, count: number) => cursor.tokens[ahead(cursor, count)]

function rewriteCall(cursor: Cursor, token: Token): Piece {
  const name = token.text.toUpperCase()
  const variable = variables[name]
  if (variable && nextOf(cursor, 2)?.text === ')') {
    cursor.index = ahead(cursor, 2)
    return { text: variable, at: token.at, lead: variable.length }
  }
  const lookup = lookups[name]
  const field = nextOf(cursor, 2)
  if (lookup && field?.kind === 'name' && nextOf(cursor, 3)?.text === ')') {
    cursor.index = ahead(cursor, 3)
    return { text: `${lookup}.${pathOf(field)}`, at: field.at, lead: lookup.length + 1 }
  }
  // Salesforce takes function names in any case, sformula in capitals only.
  return { text: renamed[name] ?? name, at: token.at, lead: 0 }
}

/** A comparison with NULL behind a field, where it is the whole of what is asked. */
const nullCompared = /\s*(<>|!=|==?)\s*NULL\s*(?=$|[),&|])/iy

/** A field compared with NULL: sformula cannot do that with a date, and never finds that a number is not NULL. */
function rewriteNull(cursor: Cursor, token: Token, formula: string): Piece | null {
  const isWhole = /(?:^|[(,&|])\s*$/.test(formula.slice(0, token.at))
  nullCompared.lastIndex = token.at + token.text.length
  const found = isWhole ? nullCompared.exec(formula) : null
  if (!found) return null
  const isNext = () => (cursor.tokens[cursor.index + 1]?.at ?? Infinity) < nullCompared.lastIndex
  while (isNext()) cursor.index += 1
  const lead = found[1]?.startsWith('=') ? '(ISBLANK(' : 'NOT(ISBLANK('
  return { text: `${lead}${pathOf(token)}))`, at: token.at, lead: lead.length }
}

const pathOf = ({ text }: Pick<Token, 'text'>) => text.replace(/\s+/g, '')

/** A formula in the words of sformula, and the way back to the place in the original. */
export interface Rewritten {
  readonly text: string
  /** The dotted names in it, functions aside. */
  readonly paths: readonly string[]
  /** Where each of them first stands in the original. */
  readonly firstAt: ReadonlyMap<string, number>
  /** The offset in the original of an offset in `text`. */
  readonly origin: (offset: number) => number
}

const isCall = (cursor: Cursor) => nextOf(cursor, 1)?.text === '('
const isWord = (text: string) => /^(?:TRUE|FALSE|NULL)$/i.test(text)

/** Rewrites what sformula does not know: ISCHANGED, PRIORVALUE, ISNEW, fields compared with NULL, and the functions that read a clock. */
export function rewriteFormula(formula: string): Rewritten {
  const cursor: Cursor = { tokens: tokensOf(formula), index: 0 }
  const pieces: Piece[] = []
  const firstAt = new Map<string, number>()
  for (; cursor.index < cursor.tokens.length; cursor.index += 1) {
    const token = cursor.tokens[cursor.index]
    if (!token) break
    const piece = pieceOf(cursor, token, formula)
    pieces.push(piece.rewritten)
    const { path } = piece
    if (path !== null && !firstAt.has(path)) firstAt.set(path, piece.rewritten.at)
  }
  return {
    text: pieces.map(({ text }) => text).join(''),
    paths: [...firstAt.keys()],
    firstAt,
    origin: originIn(pieces),
  }
}

const signs: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9 }

/**
 * Text with the marks of quotation within it escaped, because sformula takes neither kind within the other, as in
 * "don't"; a line break or a tab stands beside it, because sformula has no sign for them.
 */
function quoted(text: string): string {
  const mark = text.charAt(0)
  const whole = text.replace(/(?<=.)(?:\\.|["'])(?=.)/gs, (found) => {
    const code = signs[found.charAt(1).toLowerCase()]
    if (code !== undefined) return `${mark}&CHR(${code})&${mark}`
    return found[1] ? found : `\\${found}`
  })
  return whole.includes(`${mark}&CHR(`) ? `(${whole})` : whole
}

/** A token as sformula takes it, with what follows where that goes along, and the name that it is looked up by. */
function pieceOf(cursor: Cursor, token: Token, formula: string) {
  // sformula reads no number that begins with a zero, as in DATE(2026, 01, 05).
  const { kind, text: given } = token
  const text = kind === 'quoted' ? quoted(given) : given.replace(/^0+(?=\d)/, '')
  const plain: Piece = { text, at: token.at, lead: 0 }
  if (token.kind !== 'name') return { rewritten: plain, path: null }
  if (isCall(cursor)) {
    const rewritten = rewriteCall(cursor, token)
    return { rewritten, path: rewritten.text.startsWith('$') ? pathOf(rewritten) : null }
  }
  // As in Salesforce, without brackets it denies what stands next to it: NOT IsWon.
  if (/^NOT$/i.test(token.text)) return { rewritten: { ...plain, text: '!  ' }, path: null }
  if (isWord(token.text)) return { rewritten: plain, path: null }
  return { rewritten: rewriteNull(cursor, token, formula) ?? plain, path: pathOf(token) }
}

function originIn(pieces: readonly Piece[]): Rewritten['origin'] {
  return (offset) => {
    let start = 0
    for (const { text, at, lead } of pieces) {
      if (offset < start + text.length) return at + Math.max(0, offset - start - lead)
      start += text.length
    }
    const last = pieces.at(-1)
    return last ? last.at + last.text.length : 0
  }
}

/** Up to a bracket, a comma, a comparison, or what joins conditions. */
const term = String.raw`(?:[^()<>=!|&,"']|\((?:[^()]|\([^()]*\))*\))+`

/** Everything that is added up to what follows. */
const addedBefore = new RegExp(String.raw`(${term})(\+\s*)$`)

/** The text with what stands from one offset to the other put before what it is added to; as long as before. Null where it is added to nothing. */
export function turned(text: string, from: number, to: number): string | null {
  const found = addedBefore.exec(text.slice(0, from))
  if (!found) return null
  const [, number = '', plus = ''] = found
  return text.slice(0, found.index) + text.slice(from, to) + plus + number + text.slice(to)
}

/** What something is compared with. */
const comparison = new RegExp(String.raw`^\s*(?:>|<(?!>))=?${term}`)

/** A formula in which what stands from one offset to the other, and what it is compared with, is in brackets. Null where it is compared with nothing. */
export function compared(rewritten: Rewritten, from: number, to: number): Rewritten | null {
  const { text, origin } = rewritten
  const found = comparison.exec(text.slice(to))
  if (!found) return null
  const end = to + found[0].length
  return {
    ...rewritten,
    text: `${text.slice(0, from)}(${text.slice(from, end)})${text.slice(end)}`,
    origin: (offset) => origin(offset - Number(offset > from) - Number(offset > end + 1)),
  }
}
