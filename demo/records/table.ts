import type { Row } from '../soql/source.ts'

/** The rows of one object, with an index per field that was ever asked for. */
export interface Table {
  readonly get: (id: string) => Row | undefined
  /** All rows in the order they were made, those in the recycle bin included. */
  readonly all: () => Iterable<Row>
  /** The rows whose field holds the value, in the same order; text is compared without case. */
  readonly where: (field: string, value: unknown) => readonly Row[]
  readonly put: (row: Row) => void
  readonly erase: (id: string) => void
  /** A step that has the row of an id, or its absence, as it is now, among the others as well. */
  readonly keep: (id: string) => () => void
  readonly size: () => number
}

type Index = Map<string, Set<string>>

/** An empty table; rows are kept under their `Id`. */
export function createTable(): Table {
  const rows = new Map<string, Row>()
  const indexes = new Map<string, Index>()
  const places = createPlaces()
  const put = (row: Row) => {
    const id = idOf(row)
    places.give(id)
    moveInIndexes(indexes, id, { before: rows.get(id), row })
    rows.set(id, row)
  }
  const erase = (id: string) => {
    const row = rows.get(id)
    if (row) for (const [field, index] of indexes) index.get(keyOf(row[field]))?.delete(id)
    rows.delete(id)
    places.take(id)
  }
  return {
    get: (id) => rows.get(id),
    all: () => places.inOrder(rows).values(),
    where: (field, value) => {
      const ids = indexFor({ rows, indexes }, field).get(keyOf(value)) ?? []
      return places
        .sorted([...ids])
        .map((id) => rows.get(id))
        .filter((row) => row !== undefined)
    },
    put,
    erase,
    keep: (id) => {
      const [row, place] = [rows.get(id), places.of(id)]
      if (!row) return () => erase(id)
      return () => {
        places.give(id, place)
        put(row)
      }
    },
    size: () => rows.size,
  }
}

/** In which order the rows of a table were made. */
function createPlaces() {
  const places = new Map<string, number>()
  let next = 0
  let isDisturbed = false
  const of = (id: string) => places.get(id) ?? next
  const byPlace = (one: string, other: string) => of(one) - of(other)
  return {
    of,
    give: (id: string, place?: number) => {
      if (places.has(id)) return
      isDisturbed ||= place !== undefined
      places.set(id, place ?? next)
      next += 1
    },
    take: (id: string) => places.delete(id),
    sorted: (ids: readonly string[]) => (ids.length < 2 ? ids : ids.toSorted(byPlace)),
    /** The same rows, brought back into order where one of them was put back. */
    inOrder: (rows: Map<string, Row>): ReadonlyMap<string, Row> => {
      if (!isDisturbed) return rows
      isDisturbed = false
      const entries = [...rows].toSorted(([one], [other]) => byPlace(one, other))
      rows.clear()
      for (const [id, row] of entries) rows.set(id, row)
      return rows
    },
  }
}

function moveInIndexes(
  indexes: ReadonlyMap<string, Index>,
  id: string,
  { before, row }: { before: Row | undefined; row: Row },
): void {
  for (const [field, index] of indexes) {
    const [from, to] = [before && keyOf(before[field]), keyOf(row[field])]
    if (from === to) continue
    if (from !== undefined) index.get(from)?.delete(id)
    addTo(index, to, id)
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
