/**
 * Where and why a text is no JSON, in the words of the reader that Salesforce has (Jackson), which counts a place from
 * behind the character at fault: https://salesforce.stackexchange.com/questions/137599
 */
export function jsonFault(text: string): string {
  try {
    const end = afterBlanks(text, afterValue(text, 0))
    if (end < text.length) throw unexpected(text, end, A_VALUE)
    return 'invalid JSON'
  } catch (error) {
    if (error instanceof Fault) return `${error.message} at ${placeAt(text, error.at)}`
    throw error
  }
}

/** What is wrong, and the place behind it. */
class Fault extends Error {
  override readonly name = 'Fault'
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const A_VALUE = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')"

function afterBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1
  return at
}

function afterValue(text: string, from: number): number {
  const at = afterBlanks(text, from)
  if (at >= text.length) throw new Fault('Unexpected end-of-input', at)
  const sign = text.charAt(at)
  if (sign === '{') return afterList(text, at, OBJECT)
  if (sign === '[') return afterList(text, at, ARRAY)
  if (sign === '"') return afterString(text, at)
  return afterWord(text, at)
}

interface List {
  readonly name: string
  readonly close: string
  /** Reads one entry and gives the place behind it. */
  readonly entry: (text: string, at: number) => number
}

const ARRAY: List = { name: 'ARRAY', close: ']', entry: afterValue }
const OBJECT: List = { name: 'OBJECT', close: '}', entry: afterEntry }

function afterList(text: string, opening: number, list: List): number {
  let at = afterBlanks(text, opening + 1)
  if (text.charAt(at) === list.close) return at + 1
  for (;;) {
    checkMore(text, at, { opening, list })
    at = afterBlanks(text, list.entry(text, at))
    checkMore(text, at, { opening, list })
    if (text.charAt(at) === list.close) return at + 1
    if (text.charAt(at) !== ',') {
      throw unexpected(text, at, `was expecting comma to separate ${list.name} entries`)
    }
    at = afterBlanks(text, at + 1)
  }
}

function checkMore(
  text: string,
  at: number,
  { opening, list }: { readonly opening: number; readonly list: List },
): void {
  if (at < text.length) return
  const from = placeAt(text, opening - 1)
  throw new Fault(
    `Unexpected end-of-input: expected close marker for ${list.name} (from ${from})`,
    at,
  )
}

function afterEntry(text: string, from: number): number {
  if (text.charAt(from) !== '"') {
    throw unexpected(text, from, 'was expecting double-quote to start field name')
  }
  const at = afterBlanks(text, afterString(text, from))
  if (text.charAt(at) === ':') return afterValue(text, at + 1)
  if (at >= text.length)
    throw new Fault('Unexpected end-of-input within/between OBJECT entries', at)
  throw unexpected(text, at, 'was expecting a colon to separate field name and value')
}

function afterString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '"') return at + 1
    if (sign === '\\') at = afterEscape(text, at)
    if (sign < ' ') throw controlCharacter(sign, at)
  }
  throw new Fault(
    'Unexpected end-of-input: was expecting closing quote for a string value',
    text.length,
  )
}

/** The last character of an escape. */
function afterEscape(text: string, at: number): number {
  const sign = text.charAt(at + 1)
  if ('"\\/bfnrt'.includes(sign)) return at + 1
  if (sign !== 'u') throw new Fault(`Unrecognized character escape ${named(sign)}`, at + 1)
  if (/^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6))) return at + 5
  throw unexpected(text, at + 2, 'expected a hex-digit for character escape sequence')
}

function controlCharacter(sign: string, at: number): Fault {
  const message = `Illegal unquoted character ((CTRL-CHAR, code ${sign.charCodeAt(0)})): has to be escaped using backslash to be included in string value`
  return new Fault(message, at)
}

const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null'])

function afterWord(text: string, at: number): number {
  const word = /^[\w$+.-]*/.exec(text.slice(at))?.[0] ?? ''
  if (WORDS.has(word) || /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word)) {
    return at + word.length
  }
  if (!/^[tfn]/.test(word)) throw unexpected(text, at, A_VALUE)
  throw new Fault(
    `Unrecognized token '${word}': was expecting 'true', 'false' or 'null'`,
    at + word.length - 1,
  )
}

function unexpected(text: string, at: number, wanted: string): Fault {
  return new Fault(`Unexpected character (${named(text.charAt(at))}): ${wanted}`, at)
}

const named = (sign: string): string => `'${sign}' (code ${sign.charCodeAt(0)})`

function placeAt(text: string, at: number): string {
  const lines = text.slice(0, Math.max(at, 0)).split('\n')
  return `[line:${lines.length}, column:${(lines.at(-1)?.length ?? 0) + (at < 0 ? 1 : 2)}]`
}
