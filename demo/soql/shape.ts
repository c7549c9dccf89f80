import type { ParentStep } from './field-path.ts'
import { type Found, parentOf, type Read } from './reading.ts'
import type { Source } from './source.ts'

/** A record as a query answers it. */
export interface ResultRecord {
  readonly attributes: { readonly type: string; readonly url?: string }
  readonly [key: string]: unknown
}

/** What to write under each key of a record, in order. */
export type Shape = Map<string, Cell>

/** One key of a record. */
export type Cell =
  | { readonly kind: 'value'; readonly read: Read }
  | { readonly kind: 'parent'; readonly step: ParentStep; readonly shape: Shape }
  | { readonly kind: 'typeof'; readonly step: ParentStep; readonly shapes: TypeShapes }

/** The shape for each type of a TYPEOF, and the one for every other type. */
interface TypeShapes {
  readonly when: ReadonlyMap<string, Shape>
  readonly otherwise: Shape | undefined
}

/** The record of a row in a shape. */
export function recordOf(found: Found, shape: Shape, source: Source): ResultRecord {
  const record: Record<string, unknown> = {}
  for (const [key, cell] of shape) record[key] = valueOf(cell, found, source)
  return { attributes: attributesOf(found, source, found.object), ...record }
}

function valueOf(cell: Cell, found: Found, source: Source): unknown {
  if (cell.kind === 'value') return cell.read(found)
  const parent = parentOf(found, cell.step, source)
  if (!parent) return null
  if (cell.kind === 'typeof') return typedRecord(cell.shapes, parent, source)
  const record = recordOf(parent, cell.shape, source)
  // Behind a polymorphic relationship the type reads "Name", while the address names the object.
  const type = cell.step.targets.length === 1 ? parent.object : 'Name'
  return { ...record, attributes: attributesOf(parent, source, type) }
}

function typedRecord(shapes: TypeShapes, parent: Found, source: Source): ResultRecord {
  const shape = shapes.when.get(parent.object) ?? shapes.otherwise ?? new Map<string, Cell>()
  return recordOf(parent, shape, source)
}

function attributesOf({ object, row }: Found, source: Source, type: string) {
  // What has no id of its own has a durable one.
  const id = String(row['DurableId'] ?? row['Id'])
  const { apiVersion, resource = '' } = source
  return { type, url: `/services/data/v${apiVersion}/${resource}sobjects/${object}/${id}` }
}
