import type { ObjectDescribe } from '#demo/schema/describe.ts'
import { fieldNamed } from '#demo/soql/field-path.ts'
import { errorAt, QueryError } from '#demo/soql/query-error.ts'
import { runQuery } from '#demo/soql/query.ts'
import type { ResultRecord } from '#demo/soql/shape.ts'
import type { Row, Source } from '#demo/soql/source.ts'
import { tokensOf } from '#demo/soql/tokens.ts'
import { type SearchGroup, searchedTexts } from './searched-text.ts'
import { matcherOf, wordsOf } from './search-term.ts'

/** What one object of a search gives: SOQL from its field list on. */
export interface Returning {
  readonly object: string
  readonly fields: readonly string[]
  /** WHERE, ORDER BY, LIMIT and OFFSET as written. */
  readonly rest: string
  /** Where the object stands in the text of the search. */
  readonly at?: number
}

/** A search: the term, where to look, and what to give back. */
export interface Search {
  /** The SOSL it was read from, if it was. */
  readonly text?: string
  readonly term: string
  readonly group: SearchGroup
  readonly returning: readonly Returning[]
  readonly limit: number
  /** Whether the labels of the fields are wanted besides. */
  readonly wantsLabels: boolean
}

/** The most records a search gives. */
export const MOST_FOUND = 2000

const objectsSearchedByDefault = [
  'Account',
  'Contact',
  'Lead',
  'Opportunity',
  'Case',
  'User',
  'Task',
  'Event',
  'Product2',
]

/** What a search is answered with; throws QueryError as Salesforce words it. */
export function searchAnswer(search: Search, source: Source) {
  const searchRecords = runSearch(search, source)
  if (!search.wantsLabels) return { searchRecords }
  // Salesforce spells it so: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search_parameterized_get.htm
  return { searchRecords, metadata: { entityetadata: labelsOf(search, source) } }
}

function labelsOf({ returning }: Search, source: Source) {
  return returning.map(({ object, fields }) => ({
    entityName: source.describe(object)?.name ?? object,
    fieldMetadata: fields.flatMap((name) => {
      const described = source.describe(object)
      const field = described && fieldNamed(described, name)
      return field ? [{ label: field.label, name: field.name }] : []
    }),
  }))
}

/** The records a search finds, object by object. */
export function runSearch(search: Search, source: Source): ResultRecord[] {
  refuseShortTerm(search.term)
  refuseOffset(search.returning)
  const returning = search.returning.length > 0 ? search.returning : everything(source)
  return returning.flatMap((each) => foundIn(each, search, source)).slice(0, search.limit)
}

function foundIn(returning: Returning, search: Search, source: Source): readonly ResultRecord[] {
  const { object: name, fields, rest } = returning
  const object = source.describe(name)
  refuseUnsearchable(object)
  const query = `SELECT ${fields.join(', ') || 'Id'} FROM ${name} ${rest}`
  const texts = object ? searchedTexts(object, search.group) : () => []
  const matches = matcherOf(search.term)
  // A gap between the texts keeps a phrase from running over two fields.
  const keep = (row: Row): boolean =>
    matches(texts(row).flatMap((text) => wordsOf(text).concat('')))
  try {
    return runQuery(query, source, keep).records
  } catch (error) {
    throw error instanceof QueryError ? inSearch(error, query, { ...search, ...returning }) : error
  }
}

/** As reported at http://lc169.blogspot.com/2023/05/unsupported-object-types-for-sosl-query_17.html have it. */
function refuseUnsearchable(object: ObjectDescribe | undefined): void {
  // What cannot even be queried is refused for that.
  if (!object?.queryable || object['searchable'] === true) return
  const message = `entity type ${object.name} does not support search`
  throw new QueryError('INVALID_TYPE_FOR_OPERATION', message)
}

const PLACED = /\nERROR at Row:1:Column:(?<column>\d+)\n(?<said>[\s\S]*)$/

/** A refusal shows the search that was sent, and not the query that is run for one of its objects. */
function inSearch(
  error: QueryError,
  query: string,
  { text, at = 0 }: Pick<Search & Returning, 'text' | 'at'>,
): QueryError {
  const { column, said } = PLACED.exec(error.message)?.groups ?? {}
  if (text === undefined || said === undefined) return error
  const word = tokensOf(query).find((token) => token.at === Number(column) - 1)?.text
  const place = tokensOf(text).find((token) => token.at >= at && token.text === word)?.at
  return errorAt(text, place ?? at, new QueryError(error.errorCode, said))
}

function everything(source: Source): Returning[] {
  return searchedByDefault(source).map((object) => ({ object, fields: ['Id'], rest: '' }))
}

/** The objects that a search looks at which names none. */
export function searchedByDefault(source: Source): readonly string[] {
  return objectsSearchedByDefault.filter((name) => source.describe(name)?.queryable)
}

const DEEPEST_OFFSET = 2000

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_offset.htm */
function refuseOffset(returning: readonly Returning[]): void {
  const offsets = returning.flatMap(({ rest }) => /\bOFFSET\s+(\d+)\s*$/i.exec(rest)?.[1] ?? [])
  const isDeep = offsets.some((offset) => Number(offset) > DEEPEST_OFFSET)
  const isOfSeveral = offsets.length > 0 && returning.length > 1
  if (!isDeep && !isOfSeveral) return
  const message = isDeep
    ? `SOSL offset should be between 0 to ${DEEPEST_OFFSET}`
    : 'OFFSET can be used only when querying a single object'
  throw new QueryError('MALFORMED_SEARCH', message)
}

function refuseShortTerm(term: string): void {
  if (term.replaceAll(/[^\p{L}\p{N}]/gu, '').length > 1) return
  const message = `search term must be longer than one character: ${term}`
  throw new QueryError('MALFORMED_SEARCH', message)
}
