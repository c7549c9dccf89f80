import type { Literal } from './condition.ts'

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
}

/** The characters a quoted literal means. */
export function textOf(literal: Literal): string {
  return literal.text
    .slice(1, -1)
    .replace(/\\(u[0-9a-f]{4}|[\s\S])/gi, (_, escaped: string) => unescaped(escaped))
}

function unescaped(escaped: string): string {
  if (escaped.length > 1) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
  return escapes[escaped.toLowerCase()] ?? escaped
}

/** What a LIKE pattern matches: % any run, _ any character, both literal after a backslash. */
export function likePattern(literal: Literal): RegExp {
  const source = literal.text
    .slice(1, -1)
    .replace(/\\u[0-9a-f]{4}|\\[\s\S]|[\s\S]/gi, (piece) => patternOf(piece))
  return new RegExp(`^${source}$`, 'isu')
}

function patternOf(piece: string): string {
  if (piece === '%') return '[^]*'
  if (piece === '_') return '[^]'
  const character = piece.startsWith('\\') ? unescaped(piece.slice(1)) : piece
  return character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')
}

/** The number of a numeric literal, with or without a currency code before it. */
export function numberOf(literal: Literal): number {
  return Number(literal.text.replace(/^[a-z]{3}/i, ''))
}
