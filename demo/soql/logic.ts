import { errorAt, QueryError } from './query-error.ts'
import { tokensOf, type Token } from './tokens.ts'

interface Level {
  readonly joined?: 'AND' | 'OR'
  readonly negated?: boolean
}

/**
 * Refuses AND beside OR without parentheses, and NOT beside either, as Salesforce does and the
 * parser does not (jetstreamapp/soql-parser-js #201).
 */
export function refuseMixedLogic(query: string): void {
  const levels: Level[] = [{}]
  let previous = ''
  for (const token of tokensOf(query)) {
    const word = token.text.toUpperCase()
    if (word === '(') levels.push({})
    if (word === ')') levels.pop()
    if (token.clause === 'where' || token.clause === 'having') {
      levels.push(nextLevel(query, token, { level: levels.pop() ?? {}, previous }))
    }
    previous = word
  }
}

interface Before {
  readonly level: Level
  readonly previous: string
}

function nextLevel(query: string, token: Token, { level, previous }: Before): Level {
  const word = token.text.toUpperCase()
  if (word === 'AND' || word === 'OR') {
    if (level.negated || (level.joined && level.joined !== word)) throw unexpected(query, token)
    return { joined: word }
  }
  if (word !== 'NOT') return level
  if (previous === 'AND' || previous === 'OR') throw unexpected(query, token)
  return startsCondition(previous) ? { ...level, negated: true } : level
}

// The other NOT is that of NOT IN, which follows a field.
function startsCondition(previous: string): boolean {
  return ['WHERE', 'HAVING', '(', 'NOT'].includes(previous)
}

function unexpected(query: string, token: Token): QueryError {
  return errorAt(query, token.at, unexpectedToken(token.text))
}

/** The refusal of a token that does not fit the grammar. */
export function unexpectedToken(text: string): QueryError {
  return new QueryError('MALFORMED_QUERY', `unexpected token: '${text}'`)
}
