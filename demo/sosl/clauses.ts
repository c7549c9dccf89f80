import { errorAt, QueryError } from '#demo/soql/query-error.ts'
import { type Token, tokensOf } from '#demo/soql/tokens.ts'

/** What is left of a search to read, the next token last. */
export type Tokens = Token[]

/** The tokens of a text from an offset on, to be taken one by one. */
export function unread(text: string, from: number): Tokens {
  const tokens = tokensOf(text.slice(from)).toReversed()
  return tokens.map(({ text: word, at, clause }) => ({ text: word, at: at + from, clause }))
}

/** Takes the words when they come next, in any case; otherwise nothing. */
export function takes(tokens: Tokens, ...words: readonly string[]): boolean {
  const fits = words.every((word, at) => tokens.at(-1 - at)?.text.toUpperCase() === word)
  if (fits) tokens.splice(tokens.length - words.length)
  return fits
}

/** Takes the word that must come next; throws `Misplaced` for any other. */
export function expects(tokens: Tokens, word: string): void {
  if (!takes(tokens, word)) throw unexpected(tokens)
}

/** Takes the token that must come next and look so; throws `Misplaced` for any other. */
export function takeLike(tokens: Tokens, pattern: RegExp): Token {
  const token = tokens.at(-1)
  if (!token || !pattern.test(token.text)) throw unexpected(tokens)
  tokens.pop()
  return token
}

/** The refusal of the next token, or of a search that ends too early. */
export function unexpected(tokens: Tokens): Misplaced {
  const token = tokens.at(-1)
  return new Misplaced(`unexpected token: '${token?.text ?? '<EOF>'}'`, token?.at)
}

/** The refusal of what is none of the words that name the searched fields. */
export function malformed(tokens: Tokens): Misplaced {
  const token = tokens.at(-1)
  // Salesforce counts from zero here: jesperfj/force-rest-api #92.
  return token
    ? new Misplaced(`Malformed search token: ${token.text}`, token.at - 1)
    : unexpected(tokens)
}

/** What does not belong to a search, and where it stands; at its end where no place is named. */
export class Misplaced extends Error {
  override readonly name = 'Misplaced'
  readonly at: number | undefined

  constructor(message: string, at?: number) {
    super(message)
    this.at = at
  }

  /** The same with the piece of search around the place. */
  in(sosl: string): QueryError {
    const refusal = new QueryError('MALFORMED_SEARCH', this.message)
    return errorAt(sosl, this.at ?? sosl.trimEnd().length, refusal)
  }
}
