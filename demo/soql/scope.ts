import type { ObjectDescribe } from '#demo/schema/describe.ts'
import { errorAt, QueryError } from './query-error.ts'
import type { Source } from './source.ts'
import { placeBehind, type Clause } from './tokens.ts'

/** What names in one SELECT mean: the object it reads, its alias, and the whole query's text. */
export interface Scope {
  readonly query: string
  readonly source: Source
  readonly object: ObjectDescribe
  readonly alias: string | undefined
  /** Where it begins in the text; a subquery does so behind what is around it. */
  readonly from?: number
}

/** The refusal of a name, pointing at where it stands in the clause. */
export function refuse(
  scope: Pick<Scope, 'query' | 'from'>,
  place: { readonly name: string; readonly clause: Clause },
  refusal: QueryError,
): QueryError {
  const { query, from = 0 } = scope
  return errorAt(
    query,
    placeBehind(query, { word: place.name, clause: place.clause, from }),
    refusal,
  )
}

/** INVALID_FIELD with the explanation. */
export function invalidField(explanation: string): QueryError {
  return new QueryError('INVALID_FIELD', explanation)
}

/** MALFORMED_QUERY with the explanation. */
export function malformedQuery(explanation: string): QueryError {
  return new QueryError('MALFORMED_QUERY', explanation)
}

/** The scope of a SELECT over an object; throws when the user cannot see or query it. */
export function scopeOf(
  name: string,
  { query, source, alias }: Pick<Scope, 'query' | 'source' | 'alias'>,
): Scope {
  const object = source.describe(name)
  if (object?.queryable) return { query, source, object, alias }
  if (object) {
    const unsupported = `entity type ${object.name} does not support query`
    throw new QueryError('INVALID_TYPE_FOR_OPERATION', unsupported)
  }
  const explanation = `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`
  throw refuse({ query }, { name, clause: 'from' }, new QueryError('INVALID_TYPE', explanation))
}
