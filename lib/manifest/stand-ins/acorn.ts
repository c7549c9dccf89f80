/**
 * sformula has a parser of its own and hands trees to esformula; esformula's way of reading text, 116 kB of
 * a JavaScript parser, is never taken.
 */
export function parseExpressionAt(): never {
  throw new Error('Formulas are read by sformula.')
}
