import type { Row } from '../soql/source.ts'

/** The rows of one object, with an index per field that was ever asked for. */
export interface Table {
  readonly get: (id: string) => Row | undefined
  /** All rows in the order they were made, those in the recycle bin included. */
  readonly all: () => Iterable<Row>
  /** The rows whose field holds the value; text is compared without case. */
  readonly where: (field: string, value: unknown) => readonly Row[]
  readonly put: (row: Row) => void
  readonly erase: (id: string) => void
  readonly size: () => number
}

type Index = Map<string, Set<string>>

/** An empty table; rows are kept under their `Id`. */
export function createTable(): Table {
  const rows = new Map<string, Row>()
  const indexes = new Map<string, Index>()
  const forget = (row: Row | undefined) => {
    if (row) for (const [field, index] of indexes) index.get(keyOf(row[field]))?.delete(idOf(row))
  }
  return {
    get: (id) => rows.get(id),
    all: () => rows.values(),
    where: (field, value) => {
      const ids = indexFor({ rows, indexes }, field).get(keyOf(value)) ?? []
      return [...ids].map((id) => rows.get(id)).filter((row) => row !== undefined)
    },
    put: (row) => {
      const id = idOf(row)
      const before = rows.get(id)
      rows.set(id, row)
      for (const [field, index] of indexes) {
        const [from, to] = [before && keyOf(before[field]), keyOf(row[field])]
        // A row whose key stays keeps its place among those that share it.
        if (from === to) continue
        if (from !== undefined) index.get(from)?.delete(id)
        addTo(index, to, id)
      }
    },
    erase: (id) => {
      forget(rows.get(id))
      rows.delete(id)
    },
    size: () => rows.size,
  }
}

interface Indexed {
  readonly rows: ReadonlyMap<string, Row>
  readonly indexes: Map<string, Index>
}

function indexFor({ rows, indexes }: Indexed, field: string): Index {
  const known = indexes.get(field)
  if (known) return known
  const index: Index = new Map()
  for (const [id, row] of rows) addTo(index, keyOf(row[field]), id)
  indexes.set(field, index)
  return index
}

function addTo(index: Index, key: string, id: string): void {
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

function keyOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value)
}

function idOf(row: Row): string {
  const id = row['Id']
  if (typeof id !== 'string') throw new Error('A row without an Id cannot be kept')
  return id
}
