import { bodyOfParameters, parameterizedOf } from '../sosl/parameterized-search.ts'
import { runSearch } from '../sosl/search.ts'
import { searchOf } from '../sosl/sosl.ts'
import { suggestionsFor } from '../sosl/suggestions.ts'
import { ok, sourceFor, type Call, type Reply } from './call.ts'

/** `GET /search?q=FIND {…}`: SOSL. */
export function search({ caller, query }: Call): Reply {
  return ok({ searchRecords: runSearch(searchOf(query.get('q') ?? ''), sourceFor(caller)) })
}

/** `/parameterizedSearch`: by the address with GET, by a JSON body with POST. */
export function parameterizedSearch({ caller, method, query, body }: Call): Reply {
  const asked = parameterizedOf(method === 'POST' ? body : bodyOfParameters(query))
  return ok({ searchRecords: runSearch(asked, sourceFor(caller)) })
}

/** `GET /search/suggestions`: records whose names begin with what was typed. */
export function searchSuggestions({ caller, query }: Call): Reply {
  return ok(suggestionsFor(query, sourceFor(caller)))
}
