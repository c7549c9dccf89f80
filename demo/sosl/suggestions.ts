import { QueryError } from '#demo/soql/query-error.ts'
import { runQuery } from '#demo/soql/query.ts'
import type { ResultRecord } from '#demo/soql/shape.ts'
import type { Source } from '#demo/soql/source.ts'
import { searchedTexts } from './searched-text.ts'
import { matcherOf, wordsOf } from './search-term.ts'

/** The answer of `GET /search/suggestions`. */
export interface Suggestions {
  readonly autoSuggestResults: readonly ResultRecord[]
  readonly hasMoreResults: boolean
}

const SHORTEST = 3
const USUAL_LIMIT = 5

/** Records whose name has words beginning with what was typed so far. */
export function suggestionsFor(parameters: URLSearchParams, source: Source): Suggestions {
  const typed = parameters.get('q') ?? ''
  if (typed.trim().length < SHORTEST) {
    throw new QueryError('MALFORMED_SEARCH', 'search term must be longer than two characters')
  }
  const objects = (parameters.get('sobject') ?? '').split(',').filter(Boolean)
  const fields = parameters.get('fields') ?? 'Id,Name'
  const limit = Number(parameters.get('limit') ?? USUAL_LIMIT)
  const found = objects.flatMap((object) => named(object, { typed, fields, source }))
  return { autoSuggestResults: found.slice(0, limit), hasMoreResults: found.length > limit }
}

interface Typed {
  readonly typed: string
  readonly fields: string
  readonly source: Source
}

function named(object: string, { typed, fields, source }: Typed): readonly ResultRecord[] {
  const describe = source.describe(object)
  const texts = describe ? searchedTexts(describe, 'NAME') : () => []
  const beginsWith = wordsOf(typed).map((word) => `${word}*`)
  const matches = matcherOf(beginsWith.join(' '))
  const selected = [...new Set(['Id', ...fields.split(',').map((field) => field.trim())])]
  return runQuery(`SELECT ${selected.join(', ')} FROM ${object}`, source, (row) =>
    matches(texts(row).flatMap(wordsOf)),
  ).records
}
