import { QueryError } from '#demo/soql/query-error.ts'
import { type Token, tokensOf } from '#demo/soql/tokens.ts'

/** What is left of a search to read, the next token last. */
export type Tokens = Token[]

/** The tokens of a text, to be taken one by one. */
export function unread(text: string): Tokens {
  return [...tokensOf(text)].toReversed()
}

/** Takes the words when they come next, in any case; otherwise nothing. */
export function takes(tokens: Tokens, ...words: readonly string[]): boolean {
  const fits = words.every((word, at) => tokens.at(-1 - at)?.text.toUpperCase() === word)
  if (fits) tokens.splice(tokens.length - words.length)
  return fits
}

/** Takes the word that must come next; throws MALFORMED_SEARCH for any other. */
export function expects(tokens: Tokens, word: string): void {
  if (!takes(tokens, word)) throw unexpected(tokens)
}

/** Takes the token that must come next and look so; throws MALFORMED_SEARCH for any other. */
export function takeLike(tokens: Tokens, pattern: RegExp): Token {
  const token = tokens.at(-1)
  if (!token || !pattern.test(token.text)) throw unexpected(tokens)
  tokens.pop()
  return token
}

/** The refusal of the next token, or of a search that ends too early. */
export function unexpected(tokens: Tokens): QueryError {
  return new QueryError('MALFORMED_SEARCH', `unexpected token: '${tokens.at(-1)?.text ?? '<EOF>'}'`)
}
