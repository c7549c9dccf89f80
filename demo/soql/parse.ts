import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js'
import { refuseMixedLogic, unexpectedToken } from './logic.ts'
import { asWritten, unfinishedAt, withReadableTimes } from './moment-literal.ts'
import { errorAt, QueryError } from './query-error.ts'
import { placeOf, tokensOf } from './tokens.ts'

const LONGEST_QUERY = 100_000

/** The parsed query; throws MALFORMED_QUERY as Salesforce words it. */
export function parse(text: string): Query {
  if (text.length > LONGEST_QUERY) {
    throw malformed('SOQL statements cannot be longer than 100000 characters.')
  }
  refuseUnclosedText(text)
  refuseIllegalEscape(text)
  refuseUnfinishedMoment(text)
  refuseEmptyList(text)
  if (/\bALL\s+ROWS\s*$/i.test(text)) throw malformed('ALL ROWS not allowed in this context')
  const parsed = parsedOrFault(text)
  if (parsed instanceof Error) throw refusal(text, foundIn(parsed))
  if (parsed.withDataCategory) throw withDataCategory(text)
  refuseMixedLogic(text)
  refuseBareList(text)
  return parsed
}

function withDataCategory(text: string): QueryError {
  return errorAt(text, placeOf(text, 'DATA', 'rest'), unexpectedToken('DATA'))
}

function malformed(message: string): QueryError {
  return new QueryError('MALFORMED_QUERY', message)
}

// The parser throws several unexported error classes, all of them about the text.
function parsedOrFault(text: string): Query | Error {
  try {
    return parseQuery(withReadableTimes(text))
  } catch (fault) {
    if (fault instanceof Error) return fault
    throw fault
  }
}

/** What the parser says it stumbled over; an empty text means the end of the query. */
function foundIn(fault: Error): string {
  const quoted = /found(?: -->|:) '([\s\S]*)'(?: <--)?\s*$/.exec(fault.message)?.[1]
  const skipped = /unexpected character: ->([\s\S])<-/.exec(fault.message)?.[1]
  return asWritten(quoted ?? skipped ?? /but found: (\S+)/.exec(fault.message)?.[1] ?? '')
}

function refusal(text: string, found: string): QueryError {
  if (found === ':') return malformed('Bind variables only allowed in Apex code')
  if (found === '') return errorAt(text, text.trimEnd().length, unexpectedToken('<EOF>'))
  return errorAt(text, placeOfFault(text, found), unexpectedToken(found))
}

/** The first place where the query, cut after the found word, stumbles over that word. */
function placeOfFault(text: string, found: string): number {
  const tokens = tokensOf(text)
  // Of a text in quotes the parser says what is between them.
  const places = tokens.filter(({ text: word }) => word === found || word === `'${found}'`)
  const guilty = places.find((token) => {
    const cut = parsedOrFault(text.slice(0, token.at + token.text.length))
    return cut instanceof Error && foundIn(cut) === found
  })
  // Of "--" the parser says "-".
  const beginning = tokens.find((token) => token.text.startsWith(found))
  return (guilty ?? places[0] ?? beginning)?.at ?? 0
}

function refuseUnclosedText(text: string): void {
  const stray = tokensOf(text).find((token) => token.text === "'" || token.text === '"')
  if (!stray) return
  const said =
    stray.text === '"'
      ? `no viable alternative at character '"'`
      : `mismatched character '<EOF>' expecting '''`
  throw unreadable(text, stray.at, said)
}

/** https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-quotedstringescapes.html */
const ESCAPES = /\\(?:u[0-9a-f]{4}|[nrtbf"'\\_%])/gi

function refuseIllegalEscape(text: string): void {
  for (const token of tokensOf(text)) {
    if (!token.text.startsWith("'")) continue
    const at = token.text.replace(ESCAPES, (escape) => '.'.repeat(escape.length)).indexOf('\\')
    if (at < 0) continue
    const said = `no viable alternative at character '${token.text.charAt(at + 1)}'`
    throw unreadable(text, token.at + at + 1, said)
  }
}

/** A date-time or time without its seconds or its zone makes no word. */
function refuseUnfinishedMoment(text: string): void {
  const at = unfinishedAt(text)
  if (at === undefined) return
  const found = text.charAt(at)
  const said = `no viable alternative at character '${found === '' ? '<EOF>' : found}'`
  throw errorAt(text, at - 1, unreadable(text, at, said))
}

/** What stands behind IN is in parentheses, were it a single value. */
function refuseBareList(text: string): void {
  const tokens = tokensOf(text)
  const bare = tokens.find((token, index) => {
    const before = tokens[index - 1]
    return before?.clause === 'where' && LIST.test(before.text) && token.text !== '('
  })
  if (bare) throw errorAt(text, bare.at, unexpectedToken(bare.text))
}

/** What a client makes of no values at all. */
function refuseEmptyList(text: string): void {
  const tokens = tokensOf(text)
  const end = tokens.find((token, index) => {
    const [list, opening] = tokens.slice(Math.max(index - 2, 0), index)
    return token.text === ')' && opening?.text === '(' && LIST.test(list?.text ?? '')
  })
  if (end) throw errorAt(text, end.at, unexpectedToken(')'))
}

const LIST = /^(?:IN|INCLUDES|EXCLUDES)$/i

/** What Salesforce says of characters that make no words. */
function unreadable(text: string, at: number, said: string): QueryError {
  const row = text.slice(0, at).split('\n').length
  return malformed(`line ${row}:${at - (text.lastIndexOf('\n', at) + 1)} ${said}`)
}
