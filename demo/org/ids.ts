const CHECK_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'
const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** What stands between the key prefix and the running number of every id this org makes. */
const INSTANCE = 'Hu00000'

/** How the ids of an object's rows begin; of field histories no describe says it. */
export function prefixOf({ name, keyPrefix }: { name: string; keyPrefix: string | null }): string {
  return keyPrefix ?? (name.endsWith('History') ? '017' : '0zz')
}

/** The 18-character form of a 15- or 18-character id; anything else comes back unchanged. */
export function toLongId(id: string): string {
  if (id.length !== 15 || !isShortId(id)) return id
  return id + checkCharacters(id)
}

/** Whether the text is a Salesforce id: 15 letters and digits, or 18 with the right check characters. */
export function isId(text: unknown): text is string {
  if (typeof text !== 'string') return false
  if (text.length === 15) return isShortId(text)
  return text.length === 18 && isShortId(text.slice(0, 15)) && hasCheckCharacters(text)
}

/** A valid 18-character id from a key prefix and a running number. */
export function makeId(keyPrefix: string, number: number): string {
  return toLongId(keyPrefix + INSTANCE + toBase62(number).padStart(5, '0'))
}

/** The three characters that make a 15-character id safe for systems that ignore case. */
function checkCharacters(id: string): string {
  return [0, 5, 10].map((start) => checkCharacter(id.slice(start, start + 5))).join('')
}

function checkCharacter(block: string): string {
  const bits = Array.from(block, (character, index) => (isCapital(character) ? 2 ** index : 0))
  return CHECK_CHARACTERS.charAt(bits.reduce((sum, bit) => sum + bit, 0))
}

/** Check characters are compared without case: clients may upper-case a whole id. */
function hasCheckCharacters(id: string): boolean {
  return checkCharacters(id.slice(0, 15)) === id.slice(15).toUpperCase()
}

function isShortId(text: string): boolean {
  return /^[0-9A-Za-z]{15}$/.test(text)
}

function isCapital(character: string): boolean {
  return character >= 'A' && character <= 'Z'
}

function toBase62(number: number): string {
  const digit = BASE_62.charAt(number % 62)
  return number < 62 ? digit : toBase62(Math.floor(number / 62)) + digit
}
