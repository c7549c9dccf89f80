import type { FieldDescribe } from '#demo/schema/describe.ts'
import { fieldOf } from '#demo/schema/schema.ts'
import { type Comparison, type Filter, filterOf } from './condition.ts'
import { parse } from './parse.ts'
import { runQuery } from './query.ts'
import type { Source } from './source.ts'

/** One way to run a query, and what keeps it from a better one. */
interface Plan {
  readonly cardinality: number
  readonly fields: readonly string[]
  readonly leadingOperationType: 'Index' | 'TableScan'
  readonly notes: readonly Note[]
  readonly relativeCost: number
  readonly sobjectCardinality: number
  readonly sobjectType: string
}

interface Note {
  readonly description: string
  readonly fields: readonly string[]
  readonly tableEnumOrId: string
}

const UNINDEXED = 'Not considering filter for optimization because unindexed'

/** Fields that have an index in every org. */
const INDEXED = /^(?:Id|Name|OwnerId|CreatedDate|SystemModstamp|LastModifiedDate|RecordTypeId)$/

/**
 * How a query would be run, the best plan first; throws what the query itself would throw.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query_performance_feedback.htm
 */
export function explainQuery(text: string, source: Source): readonly Plan[] {
  const { totalSize } = runQuery(text, source)
  const { sObject = '', where } = parse(text)
  const describe = source.describe(sObject)
  if (!describe) return []
  const all = [...source.rows(describe.name)].length
  const compared = where ? comparisonsOf(filterOf(where)) : []
  const fields = compared.flatMap(({ subject }) =>
    typeof subject === 'string' ? (fieldOf(describe, subject) ?? []) : [],
  )
  const plain = { cardinality: totalSize, sobjectCardinality: all, sobjectType: describe.name }
  const names = [...new Set(fields.filter(isIndexed).map(({ name }) => name))]
  const others = [...new Set(fields.filter((one) => !isIndexed(one)).map(({ name }) => name))]
  const notes = others.map((name) => ({
    description: UNINDEXED,
    fields: [name],
    tableEnumOrId: describe.name,
  }))
  const scan: Plan = {
    ...plain,
    fields: [],
    leadingOperationType: 'TableScan',
    notes,
    relativeCost: all === 0 ? 0 : 1 + totalSize / all,
  }
  const relativeCost = all === 0 ? 0 : totalSize / all
  const index: Plan = { ...scan, leadingOperationType: 'Index', relativeCost }
  return [...names.map((name) => Object.assign({}, index, { fields: [name] })), scan]
}

const isIndexed = ({ name, type, unique, externalId }: FieldDescribe): boolean =>
  INDEXED.test(name) || type === 'reference' || unique || externalId

/** An index helps conditions that all have to hold. */
function comparisonsOf(filter: Filter): readonly Comparison[] {
  if (filter.kind === 'comparison') return [filter.comparison]
  return filter.kind === 'all' ? filter.parts.flatMap(comparisonsOf) : []
}
