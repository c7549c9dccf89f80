import { type Context, Hono } from 'hono'
import { bodyOfParameters, parameterizedOf } from '#demo/sosl/parameterized-search.ts'
import { runSearch, type Search } from '#demo/sosl/search.ts'
import { searchOf } from '#demo/sosl/sosl.ts'
import { suggestionsFor } from '#demo/sosl/suggestions.ts'
import type { Source } from '#demo/soql/source.ts'

/** What the user who asks may see. */
export type SourceOf = (context: Context) => Source

/** `/search`, `/search/suggestions` and `/parameterizedSearch`; refusals are thrown as QueryError. */
export function searchRoutes(sourceOf: SourceOf): Hono {
  const answer = (context: Context, search: Search): Response =>
    context.json({ searchRecords: runSearch(search, sourceOf(context)) })
  const byParameters = (context: Context): Response =>
    answer(context, parameterizedOf(bodyOfParameters(parametersOf(context))))
  const byBody = async (context: Context): Promise<Response> =>
    answer(context, parameterizedOf(await context.req.json()))

  return new Hono()
    .get('/search', (context) => answer(context, searchOf(context.req.query('q') ?? '')))
    .get('/search/', (context) => answer(context, searchOf(context.req.query('q') ?? '')))
    .get('/search/suggestions', (context) =>
      context.json(suggestionsFor(parametersOf(context), sourceOf(context))),
    )
    .get('/parameterizedSearch', byParameters)
    .get('/parameterizedSearch/', byParameters)
    .post('/parameterizedSearch', byBody)
    .post('/parameterizedSearch/', byBody)
}

function parametersOf(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams
}
