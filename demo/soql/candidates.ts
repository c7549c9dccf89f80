import { toLongId } from '#demo/org/ids.ts'
import type { Comparison, Filter } from './condition.ts'
import { fieldNamed, pathOf } from './field-path.ts'
import { textOf } from './literal.ts'
import type { Found } from './reading.ts'
import { malformedQuery, type Scope } from './scope.ts'
import type { AskedValues, Row } from './source.ts'

/** The rows that may pass the filter: by an index when it asks for known ids, else all. */
export function candidates(scope: Scope, filter: Filter | undefined): Found[] {
  const object = scope.object.name
  const asked = askedValues(scope, filter)
  refuseUnfiltered(scope, asked)
  const derived = scope.source.derived?.(object, asked)
  if (derived) return Array.from(derived, (row) => ({ object, row }))
  const narrow = filter && narrowest(scope, filter)
  const rows = narrow ? indexed(scope, narrow) : scope.source.rows(object)
  return Array.from(rows, (row) => ({ object, row }))
}

/** Objects that are read only for records named in the query, as Salesforce words it. */
const filtersNeeded: Readonly<Record<string, readonly string[]>> = {
  ContentDocumentLink: ['Id', 'ContentDocumentId', 'LinkedEntityId'],
}

/** Objects that are worked out for what a query names, as singer-io/tap-salesforce #68 has it. */
const columnsNeeded: Readonly<Record<string, readonly string[]>> = {
  FieldDefinition: ['EntityDefinitionId', 'DurableId'],
}

function refuseUnfiltered(scope: Scope, asked: AskedValues): void {
  const { name } = scope.object
  const columns = columnsNeeded[name]
  // A parent that is named by anything is named.
  const keys = new Set([...asked.keys()].map((key) => key.replace(/\..*/, 'Id')))
  if (columns && !columns.some((column) => keys.has(column))) {
    throw malformedQuery(`${name}: a filter on a reified column is required [${columns.join()}]`)
  }
  const needed = filtersNeeded[name]
  if (!needed || needed.some((field) => asked.has(field))) return
  throw malformedQuery(
    `Implementation restriction: ${name} requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator.`,
  )
}

function askedValues(scope: Scope, filter: Filter | undefined): AskedValues {
  const parts = filter?.kind === 'all' ? filter.parts : [filter]
  const entries = parts.flatMap((part) => {
    if (part?.kind !== 'comparison') return []
    const { subject, operator, literals } = part.comparison
    const name = typeof subject === 'string' ? fieldNameOf(scope, subject) : undefined
    const isDemand = operator === '=' || operator === 'IN'
    return name !== undefined && isDemand ? [[name, literals.map(textOf)] as const] : []
  })
  return new Map(entries)
}

/** A field of the object or of a parent, in the org's own case. */
function fieldNameOf(scope: Scope, written: string): string | undefined {
  if (!written.includes('.')) return fieldNamed(scope.object, written)?.name
  return pathOf(scope, written, 'where').name
}

interface Lookup {
  readonly field: string
  readonly isKey: boolean
  readonly ids: readonly string[]
}

function narrowest(scope: Scope, filter: Filter): Lookup | undefined {
  if (filter.kind === 'comparison') return lookupOf(scope, filter.comparison)
  if (filter.kind !== 'all') return undefined
  const lookups = filter.parts.flatMap((part) => narrowest(scope, part) ?? [])
  return lookups.find((lookup) => lookup.isKey) ?? lookups[0]
}

function lookupOf(scope: Scope, { subject, operator, literals }: Comparison): Lookup | undefined {
  const isList = operator === '=' || operator === 'IN'
  if (!isList || typeof subject !== 'string' || literals.length === 0) return undefined
  if (literals.some((literal) => literal.type !== 'STRING')) return undefined
  const field = fieldNamed(scope.object, subject)
  if (!field || !(field.type === 'id' || field.type === 'reference')) return undefined
  const ids = literals.map((literal) => toLongId(textOf(literal).slice(0, 15)))
  return { field: field.name, isKey: field.type === 'id', ids: [...new Set(ids)] }
}

function* indexed(scope: Scope, { field, isKey, ids }: Lookup): Iterable<Row> {
  for (const id of ids) {
    if (!isKey) yield* scope.source.rowsWhere(scope.object.name, field, id)
    const row = isKey ? scope.source.row(scope.object.name, id) : undefined
    if (row) yield row
  }
}
