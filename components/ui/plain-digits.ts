/** Where the digits 0 to 9 of a script begin. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810, 0xff10,
]

function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const zero = zeros.find((start) => code >= start && code < start + 10)
  return zero === undefined ? character : String(code - zero)
}

/** A text with the digits of any script as 0 to 9, a true minus as a hyphen, and no marks of direction. */
export function plainDigits(text: string): string {
  return text
    .replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/\p{Nd}/gu, digit)
    .replaceAll('\u2212', '-')
    .replaceAll('\uFF0E', '.')
}
