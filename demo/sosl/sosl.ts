import { QueryError } from '#demo/soql/query-error.ts'
import {
  expects,
  malformed,
  Misplaced,
  takeLike,
  takes,
  type Tokens,
  unexpected,
  unread,
} from './clauses.ts'
import { MOST_FOUND, type Returning, type Search } from './search.ts'
import { type SearchGroup, searchGroups } from './searched-text.ts'

/**
 * The search that SOSL such as `FIND {Acme} IN NAME FIELDS RETURNING Account(Name)` means; throws
 * MALFORMED_SEARCH for what does not belong to one, or stands in another order than
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm
 */
export function searchOf(sosl: string): Search {
  const [whole, term] = /^\s*FIND\s*\{((?:\\.|[^}\\])*)\}/i.exec(sosl) ?? []
  if (whole === undefined || term === undefined || term.trim() === '') throw noTerm()
  try {
    checkTerm(whole)
    return { term, text: sosl, ...readClauses(sosl, unread(sosl, whole.length)) }
  } catch (error) {
    throw error instanceof Misplaced ? error.in(sosl) : error
  }
}

/** A bar joins nothing in SOSL and has to be escaped; the place is counted from zero: restforce #688. */
function checkTerm(whole: string): void {
  const bar = /(?<!\\)\|/.exec(whole)?.index
  if (bar === undefined) return
  throw new Misplaced(`line 1:${bar} mismatched character '|' expecting '}'`, bar - 1)
}

function readClauses(sosl: string, tokens: Tokens) {
  const group = readGroup(tokens)
  const returning = takes(tokens, 'RETURNING') ? readReturning(sosl, tokens) : []
  const wantsLabels = readWith(tokens)
  const limit = readLimit(tokens)
  if (takes(tokens, 'UPDATE')) readUpdate(tokens)
  if (tokens.length > 0) throw unexpected(tokens)
  return { group, returning, limit, wantsLabels }
}

function noTerm(): QueryError {
  const message = 'No search term found. The search term must be enclosed in braces.'
  return new QueryError('MALFORMED_SEARCH', message)
}

function readGroup(tokens: Tokens): SearchGroup {
  if (!takes(tokens, 'IN')) return 'ALL'
  const group = searchGroups.find((each) => takes(tokens, each))
  if (!group || !takes(tokens, 'FIELDS')) throw malformed(tokens)
  return group
}

/** A name that does not begin the next clause. */
const OBJECT = /^(?!(?:WITH|LIMIT|UPDATE)$)[a-z]\w*$/i

/** Reads `Account(Name WHERE … LIMIT 5), Contact`. */
function readReturning(sosl: string, tokens: Tokens): Returning[] {
  const { text: object, at } = takeLike(tokens, OBJECT)
  const returning = { object, at, ...splitInside(readInside(sosl, tokens)) }
  return takes(tokens, ',') ? [returning, ...readReturning(sosl, tokens)] : [returning]
}

/** What stands between the parentheses that come next, if any. */
function readInside(sosl: string, tokens: Tokens): string {
  const opening = tokens.at(-1)
  if (opening?.text !== '(') return ''
  let depth = 0
  for (;;) {
    const { text, at } = takeLike(tokens, /^/)
    if (text === '(') depth += 1
    if (text === ')') depth -= 1
    if (depth === 0) return sosl.slice(opening.at + 1, at)
  }
}

function splitInside(inside: string): Pick<Returning, 'fields' | 'rest'> {
  const rest = /\b(?:WHERE|ORDER\s+BY|LIMIT|OFFSET)\b[\s\S]*$/i.exec(inside)?.[0] ?? ''
  const fields = inside.slice(0, inside.length - rest.length).split(',')
  return { fields: fields.map((field) => field.trim()).filter(Boolean), rest }
}

/** What may follow WITH; snippets, spelling and highlights do not change which records are found. */
const withClauses: readonly (readonly string[])[] = [
  ['SPELL_CORRECTION', '=', 'TRUE'],
  ['SPELL_CORRECTION', '=', 'FALSE'],
  ['HIGHLIGHT'],
]

/** Reads every WITH; tells whether labels are wanted. */
function readWith(tokens: Tokens): boolean {
  let wantsLabels = false
  while (takes(tokens, 'WITH')) {
    if (takes(tokens, 'METADATA', '=', "'LABELS'")) wantsLabels = true
    else if (takes(tokens, 'SNIPPET')) readSnippet(tokens)
    else if (!withClauses.some((words) => takes(tokens, ...words))) throw unexpected(tokens)
  }
  return wantsLabels
}

function readSnippet(tokens: Tokens): void {
  if (!takes(tokens, '(', 'TARGET_LENGTH', '=')) return
  takeLike(tokens, /^\d+$/)
  expects(tokens, ')')
}

function readLimit(tokens: Tokens): number {
  if (!takes(tokens, 'LIMIT')) return MOST_FOUND
  return Math.min(Number(takeLike(tokens, /^\d+$/).text), MOST_FOUND)
}

/** Searches leave no statistics here. */
function readUpdate(tokens: Tokens): void {
  do takeLike(tokens, /^(?:TRACKING|VIEWSTAT)$/i)
  while (takes(tokens, ','))
}
