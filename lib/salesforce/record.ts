import * as z from 'zod/mini'
import type { FieldValue } from '#lib/handoff/primitives.ts'
import type { Shape } from './describe.ts'
import { wholeId } from './record-id.ts'
import { textOfHtml } from './text-of-html.ts'

/** A row as the REST API returns it. */
export const recordSchema = z.record(z.string(), z.unknown())
export type SalesforceRecord = z.infer<typeof recordSchema>

/** The answer to a query. */
export const rowsSchema = z.object({ records: z.array(recordSchema) })

/** The rows of a query's answer. Child rows that are `null` are none. */
export function rowsOf(answer: unknown): readonly SalesforceRecord[] {
  const rows = rowsSchema.safeParse(answer)
  return rows.success ? rows.data.records : []
}

/** What lies at a path such as `Opportunity__r.Account.Name`; undefined where it leads nowhere. */
function at(record: SalesforceRecord, path: string): unknown {
  let here: unknown = record
  for (const step of path.split('.')) {
    const inside = recordSchema.safeParse(here)
    if (!inside.success) return undefined
    here = inside.data[step]
  }
  return here
}

/** The text at a path; empty when it is null, hidden or no text. */
export function textAt(record: SalesforceRecord, path: string): string {
  const value = at(record, path)
  return typeof value === 'string' ? value : ''
}

/** Whether a field that was read holds nothing. */
export function isEmptyAt(record: SalesforceRecord, path: string): boolean {
  return at(record, path) === null
}

/** The number at a path, or null. */
export function numberAt(record: SalesforceRecord, path: string): number | null {
  const value = at(record, path)
  return typeof value === 'number' ? value : null
}

/** Whether the value at a path is true. */
export function isTrueAt(record: SalesforceRecord, path: string): boolean {
  return at(record, path) === true
}

/** Whether the value at a path is false: what is hidden or empty is not. */
export function isFalseAt(record: SalesforceRecord, path: string): boolean {
  return at(record, path) === false
}

/** The 18-character id at a path; empty when there is none. */
export function idAt(record: SalesforceRecord, path: string): string {
  return wholeId(textAt(record, path)) ?? ''
}

/** The rows of a child query. */
export function childrenAt(record: SalesforceRecord, relationship: string) {
  return rowsOf(record[relationship])
}

/** A moment as Salesforce writes it (`2026-05-01T07:25:37.000+0000`), in ISO 8601 UTC; null when there is none. */
export function instantAt(record: SalesforceRecord, path: string): string | null {
  const milliseconds = Date.parse(textAt(record, path))
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString()
}

/** A day as Salesforce writes it (`2026-05-01`); null when there is none. */
export function dayAt(record: SalesforceRecord, path: string): string | null {
  const day = instantAt(record, path)?.slice(0, 10)
  return day === textAt(record, path) ? day : null
}

/** A user behind a lookup, such as `OwnerId` with `Owner`; null without one. */
export function personAt(record: SalesforceRecord, lookup: string, parent: string) {
  const userId = idAt(record, lookup)
  return userId === '' ? null : { userId, name: textAt(record, `${parent}.Name`) }
}

/** The plain fields of a row by path, HTML as text; parents, children and compound values are left out. */
export function plainFields(
  object: string,
  record: SalesforceRecord,
  shape?: Shape,
): Record<string, FieldValue> {
  const plain = Object.entries(record).filter(
    (entry): entry is [string, FieldValue] => entry[0] !== 'attributes' && isPlain(entry[1]),
  )
  const read = (name: string, value: FieldValue) =>
    shape?.fields[name]?.isHtml && value !== null ? textOfHtml(String(value)) : value
  return Object.fromEntries(plain.map(([name, value]) => [`${object}.${name}`, read(name, value)]))
}

function isPlain(value: unknown): value is FieldValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
