const two = /["\\\b\t\n\f\r]/g
// Every other control character is written as a backslash, a u and four digits.
// oxlint-disable-next-line no-control-regex -- they are what is counted
const six = /[\u0000-\u0007\u000b\u000e-\u001f]/g
// So is half of a pair without its other half: https://tc39.es/ecma262/#sec-quotejsonstring
const half = /\p{Surrogate}/gu

const count = (text: string, characters: RegExp): number => text.match(characters)?.length ?? 0

/** How many characters a text takes in JSON, its quotes included; counted, because to write it takes many times as long. */
export function jsonLength(text: string): number {
  const halves = text.isWellFormed() ? 0 : count(text, half)
  return text.length + 2 + count(text, two) + 5 * (count(text, six) + halves)
}
