import * as z from 'zod'
import { placeIn } from '#demo/rest/place-in.ts'
import { QueryError } from '#demo/soql/query-error.ts'
import { MOST_FOUND, type Returning, type Search } from './search.ts'
import { searchGroups } from './searched-text.ts'

const count = z.coerce.number().int().nonnegative()
const names = z.union([z.string(), z.array(z.string())]).optional()

const objectSchema = z.object({
  name: z.string(),
  fields: names,
  where: z.string().optional(),
  orderBy: z.string().optional(),
  limit: count.optional(),
})

/** A search as `POST /parameterizedSearch` takes it. */
const parameterizedSchema = z.object({
  q: z.string(),
  in: z.string().toUpperCase().pipe(z.enum(searchGroups)).default('ALL'),
  fields: names,
  sobjects: z.array(objectSchema).optional(),
  defaultLimit: count.optional(),
  overallLimit: count.optional(),
  metadata: z.string().optional(),
})
/** A search as `POST /parameterizedSearch` takes it. */
type ParameterizedSearch = z.infer<typeof parameterizedSchema>

/** The search a JSON body or an address's parameters ask for; throws INVALID_SEARCH when there is no term. */
export function parameterizedOf(input: unknown): Search {
  const parsed = parameterizedSchema.safeParse(input)
  if (!parsed.success) {
    throw new QueryError('INVALID_SEARCH', `Unable to read the search${placeIn(parsed.error)}`)
  }
  const { q, in: group, overallLimit = MOST_FOUND, sobjects = [], metadata } = parsed.data
  return {
    term: q,
    group,
    returning: sobjects.map((object) => returningOf(object, parsed.data)),
    limit: Math.min(overallLimit, MOST_FOUND),
    wantsLabels: metadata?.toUpperCase() === 'LABELS',
  }
}

function returningOf(
  object: z.infer<typeof objectSchema>,
  { fields, defaultLimit }: ParameterizedSearch,
): Returning {
  const limit = object.limit ?? defaultLimit
  const parts = [
    object.where === undefined ? '' : `WHERE ${object.where}`,
    object.orderBy === undefined ? '' : `ORDER BY ${object.orderBy}`,
    limit === undefined ? '' : `LIMIT ${limit}`,
  ]
  const chosen = listOf(object.fields ?? fields)
  return { object: object.name, fields: chosen, rest: parts.filter(Boolean).join(' ') }
}

function listOf(fields: string | string[] | undefined): string[] {
  const list = Array.isArray(fields) ? fields : (fields?.split(',') ?? [])
  return list.map((field) => field.trim()).filter(Boolean)
}

/**
 * The body that the parameters of `GET /parameterizedSearch` stand for: `sobject=Account`,
 * `Account.fields=Id,Name`, `Account.limit=10`. Unknown parameters are ignored, as recorded.
 */
export function bodyOfParameters(parameters: URLSearchParams): Record<string, unknown> {
  const objects = parameters.getAll('sobject').flatMap((value) => value.split(','))
  return {
    ...Object.fromEntries(parameters),
    sobjects: objects.filter(Boolean).map((name) => objectParameters(parameters, name)),
  }
}

function objectParameters(parameters: URLSearchParams, object: string): Record<string, string> {
  const prefix = `${object}.`
  const own = [...parameters].filter(([key]) => key.startsWith(prefix))
  const entries = own.map(([key, value]) => [key.slice(prefix.length), value] as const)
  return Object.fromEntries([...entries, ['name', object] as const])
}
