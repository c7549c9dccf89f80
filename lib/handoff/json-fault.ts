/** A text of JSON, up to its end or to the end of its line. */
const text = /"(?:[^"\\\n]|\\[^\n]?)*("?)/g

/** The line on which a place is, counted from 1. */
const lineAt = (json: string, index: number) => json.slice(0, index).split('\n').length

interface Mistake {
  readonly at: RegExp
  readonly says: (line: number, found: string) => string
}

/** What people get wrong in JSON that they write by hand, between its texts. */
const mistakes: readonly Mistake[] = [
  {
    at: /"/,
    says: (line) =>
      `The text that begins on line ${line} does not end there. It needs a quotation mark behind it, and \\n where a new line begins in it.`,
  },
  {
    at: /\/[/*]/,
    says: (line) => `A comment stands on line ${line}. JSON has none: remove it.`,
  },
  {
    at: /,(?=\s*[}\]])/,
    says: (line) => `Nothing follows the comma on line ${line}. Remove it.`,
  },
  {
    at: /[‘’“”„«»'`]/,
    says: (line, found) =>
      `On line ${line} stands ${found}, where only straight double quotation marks (") may stand.`,
  },
]

/** What stands between the texts; a quotation mark is left where one does not end. */
const between = (json: string) => json.replace(text, (_, end: string) => (end === '' ? '"' : '  '))

function mistakeIn(json: string): string | null {
  const bare = between(json)
  for (const { at, says } of mistakes) {
    const found = at.exec(bare)
    if (found) return says(lineAt(bare, found.index), found[0])
  }
  return null
}

const count = (json: string, signs: RegExp) => between(json).match(signs)?.length ?? 0

function bracketsIn(json: string): string {
  const open = count(json, /[[{]/g) - count(json, /[\]}]/g)
  if (open === 0) return ''
  return open > 0 ? ': a bracket is not closed' : ': a bracket closes nothing'
}

function placeIn(why: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(why) ?? []
  return line === undefined ? '' : ` from line ${line}, column ${column} on`
}

/** Why a text is no JSON, in a sentence. `why` is what the browser says of it. */
export function faultIn(json: string, why: string): string {
  if (json.trim() === '') return 'This is empty.'
  if (/[\0\uFFFD]/.test(json)) return 'This is no text, or none in UTF-8. Save it as UTF-8.'
  if (!/^\s*\{/.test(json)) return 'A template begins with “{”.'
  return mistakeIn(json) ?? `This is not JSON${placeIn(why)}${bracketsIn(json)}.`
}
