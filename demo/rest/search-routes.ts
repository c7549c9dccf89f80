import { bodyOfParameters, parameterizedOf } from '../sosl/parameterized-search.ts'
import { searchAnswer, type Search } from '../sosl/search.ts'
import { searchOf } from '../sosl/sosl.ts'
import { suggestionsFor } from '../sosl/suggestions.ts'
import { ok, sourceFor, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

/** `GET /search?q=FIND {…}`: SOSL. */
export function search(call: Call): Reply {
  return byMethod(call, { GET: () => answer(call, searchOf(call.query.get('q') ?? '')) })
}

/** `/parameterizedSearch`: by the address with GET, by a JSON body with POST. */
export function parameterizedSearch(call: Call): Reply {
  return byMethod(call, {
    GET: () => answer(call, parameterizedOf(bodyOfParameters(call.query))),
    POST: () => answer(call, parameterizedOf(call.body)),
  })
}

/** `GET /search/suggestions`: records whose names begin with what was typed. */
export function searchSuggestions(call: Call): Reply {
  return byMethod(call, { GET: () => ok(suggestionsFor(call.query, sourceFor(call.caller))) })
}

function answer({ caller }: Call, asked: Search): Reply {
  return ok(searchAnswer(asked, sourceFor(caller)))
}
