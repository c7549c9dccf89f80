import { QueryError } from '#demo/soql/query-error.ts'
import { type Token, tokensOf } from '#demo/soql/tokens.ts'
import { MOST_FOUND, type Returning, type Search } from './search.ts'
import { searchGroups } from './searched-text.ts'

/** The search that SOSL such as `FIND {Acme} IN NAME FIELDS RETURNING Account(Name)` means. */
export function searchOf(sosl: string): Search {
  const [whole, term] = /^\s*FIND\s*\{((?:\\.|[^}\\])*)\}/i.exec(sosl) ?? []
  if (whole === undefined || term === undefined || term.trim() === '') throw noTerm()
  const tail = sosl.slice(whole.length)
  const group = /^\s*IN\s+(\w+)\s+FIELDS\b/i.exec(tail)?.[1]?.toUpperCase() ?? 'ALL'
  return {
    term,
    group: searchGroups.find((each) => each === group) ?? unknownGroup(group),
    returning: returningOf(tail),
    limit: limitOf(tail),
    wantsLabels: /\bWITH\s+METADATA\s*=\s*'LABELS'/i.test(tail),
  }
}

function noTerm(): QueryError {
  const message = 'No search term found. The search term must be enclosed in braces.'
  return new QueryError('MALFORMED_SEARCH', message)
}

function unknownGroup(group: string): never {
  throw new QueryError('MALFORMED_SEARCH', `unexpected token: '${group}'`)
}

function returningOf(tail: string): Returning[] {
  const tokens = tokensOf(tail)
  const start = tokens.findIndex((token) => token.text.toUpperCase() === 'RETURNING')
  return start < 0 ? [] : readReturning(tail, tokens.slice(start + 1))
}

/** Reads `Account(Name WHERE … LIMIT 5), Contact` up to the next clause of the search. */
function readReturning(tail: string, tokens: readonly Token[]): Returning[] {
  const [name, next] = tokens
  if (!name || isClause(name)) return []
  const end = next?.text === '(' ? closingOf(tokens) : 0
  const inside = next && end > 0 ? tail.slice(next.at + 1, tokens[end]?.at) : ''
  const returning = { object: name.text, ...splitInside(inside) }
  const after = tokens[end + 1]
  return after?.text === ','
    ? [returning, ...readReturning(tail, tokens.slice(end + 2))]
    : [returning]
}

function isClause({ text }: Token): boolean {
  return ['WITH', 'LIMIT', 'UPDATE'].includes(text.toUpperCase())
}

function closingOf(tokens: readonly Token[]): number {
  let depth = 0
  const closing = tokens.findIndex(({ text }) => {
    if (text === '(') depth += 1
    if (text === ')') depth -= 1
    return text === ')' && depth === 0
  })
  if (closing < 0) throw new QueryError('MALFORMED_SEARCH', "unexpected token: '<EOF>'")
  return closing
}

function splitInside(inside: string): Pick<Returning, 'fields' | 'rest'> {
  const rest = /\b(?:WHERE|ORDER\s+BY|LIMIT|OFFSET)\b[\s\S]*$/i.exec(inside)?.[0] ?? ''
  const fields = inside.slice(0, inside.length - rest.length).split(',')
  return { fields: fields.map((field) => field.trim()).filter(Boolean), rest }
}

function limitOf(tail: string): number {
  const written = /\bLIMIT\s+(\d+)\s*$/i.exec(tail)?.[1]
  return Math.min(written === undefined ? MOST_FOUND : Number(written), MOST_FOUND)
}
