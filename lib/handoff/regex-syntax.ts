/** A regular expression as a tree. A character is tested by itself, without its neighbours. */
export type Pattern =
  | { readonly is: 'character'; readonly test: RegExp }
  | { readonly is: 'sequence'; readonly of: readonly Pattern[] }
  | { readonly is: 'choice'; readonly of: readonly Pattern[] }
  | { readonly is: 'repeat'; readonly of: Pattern; readonly from: number; readonly to: number }

/** A pattern that is wrong, or needs what cannot be matched in linear time. `at` counts from 0. */
export class PatternError extends Error {
  override readonly name = 'PatternError'
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** More repetitions than this would make the machine too large. */
const MOST_REPETITIONS = 1000

interface Reader {
  readonly source: string
  readonly flags: string
  at: number
}

const atom = (reader: Reader, source: string): Pattern => {
  try {
    return { is: 'character', test: new RegExp(`^(?:${source})$`, reader.flags) }
  } catch {
    throw new PatternError(`“${source}” is not understood in a pattern`, reader.at)
  }
}

function take(reader: Reader, expression: RegExp): string | null {
  const [found] = new RegExp(expression, 'y').exec(reader.source.slice(reader.at)) ?? []
  if (found === undefined) return null
  reader.at += found.length
  return found
}

function choice(reader: Reader): Pattern {
  const of = [sequence(reader)]
  while (take(reader, /\|/)) of.push(sequence(reader))
  return of.length === 1 && of[0] ? of[0] : { is: 'choice', of }
}

function sequence(reader: Reader): Pattern {
  const of: Pattern[] = []
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source.charAt(reader.at))) {
    of.push(repeated(reader))
  }
  return { is: 'sequence', of }
}

function bounds(text: string): { from: number; to: number } {
  if (text === '*') return { from: 0, to: Infinity }
  if (text === '+') return { from: 1, to: Infinity }
  if (text === '?') return { from: 0, to: 1 }
  const [from = '', to = from] = text.slice(1, -1).split(',')
  return { from: Number(from), to: to === '' ? Infinity : Number(to) }
}

function repeated(reader: Reader): Pattern {
  const of = single(reader)
  const quantifier = take(reader, /[*+?]|\{\d+(?:,\d*)?\}/)
  if (quantifier === null) return of
  const { from, to } = bounds(quantifier)
  const most = to === Infinity ? from : to
  if (most > MOST_REPETITIONS || from > to) {
    throw new PatternError(`“${quantifier}” repeats too often`, reader.at)
  }
  // A lazy mark changes what a group captures, never whether the whole text matches.
  take(reader, /\?/)
  if (take(reader, /[*+]/)) throw new PatternError('a quantifier follows a quantifier', reader.at)
  return { is: 'repeat', of, from, to }
}

function group(reader: Reader): Pattern {
  if (take(reader, /\?(?!:)/)) throw new PatternError('looking around is not possible', reader.at)
  take(reader, /\?:/)
  const inside = choice(reader)
  if (!take(reader, /\)/)) throw new PatternError('a bracket is not closed', reader.at)
  return inside
}

function single(reader: Reader): Pattern {
  if (take(reader, /\(/)) return group(reader)
  const set = take(reader, /\[\^?\]?(?:\\.|[^\]\\])*\]/s)
  if (set !== null) return atom(reader, set)
  const escaped = take(reader, /\\[pP]\{\w+\}|\\u[0-9a-fA-F]{4}|\\./s)
  if (escaped !== null) return escape(reader, escaped)
  const plain = take(reader, /[^*+?{}()[\]\\^$|]/su)
  if (plain !== null) return atom(reader, plain === '.' ? '[^\\n\\r]' : plain.replace('/', '\\/'))
  throw new PatternError(`“${reader.source.charAt(reader.at)}” is out of place`, reader.at)
}

function escape(reader: Reader, escaped: string): Pattern {
  if (/^\\[1-9bBAzZGkQE]/.test(escaped)) {
    throw new PatternError(`“${escaped}” cannot be matched in linear time`, reader.at)
  }
  // With the flag u an escape of a plain sign, such as \- or \@, would be refused; Java allows it.
  const sign = /^\\([^a-zA-Z0-9])$/.exec(escaped)?.[1]
  return atom(
    reader,
    sign === undefined ? escaped : `[${/[\]\\^-]/.test(sign) ? `\\${sign}` : sign}]`,
  )
}

/** A pattern as Salesforce's REGEX takes it. Throws `PatternError`. */
export function parsePattern(source: string): Pattern {
  // REGEX matches the whole text, so anchors at both ends say nothing; anywhere else they are refused.
  const inner = source.replace(/^(?:\(\?i\))?\^?/, '').replace(/(?<!\\)\$$/, '')
  const reader: Reader = { source: inner, flags: source.startsWith('(?i)') ? 'iu' : 'u', at: 0 }
  const pattern = choice(reader)
  if (reader.at < inner.length) throw new PatternError('a bracket is closed twice', reader.at)
  return pattern
}
