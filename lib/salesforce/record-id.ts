const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/**
 * The three check characters of a 15-character id. For each block of five, bit j says that character j
 * is an upper-case letter (Salesforce help 000385585).
 */
function checkCharacters(id15: string): string {
  return [0, 5, 10]
    .map((start) => alphabet.charAt(upperCaseBits(id15.slice(start, start + 5))))
    .join('')
}

function upperCaseBits(block: string): number {
  return block
    .split('')
    .reduce((bits, character, j) => (/[A-Z]/.test(character) ? bits | (1 << j) : bits), 0)
}

/** The 18-character form of a Salesforce id, or null when the text is no id or its check characters are wrong. */
export function wholeId(text: string): string | null {
  if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(text) || !/\d/.test(text)) return null
  const whole = text.slice(0, 15) + checkCharacters(text.slice(0, 15))
  return text.length === 15 || text === whole ? whole : null
}
