import { makeId } from '../org/ids.ts'
import type { Row } from '../soql/source.ts'
import { createSequences, type Sequences } from './sequences.ts'
import { createTable, type Table } from './table.ts'

/** All rows of an org, changed only through transactions that leave no trace when they fail. */
export interface Store {
  readonly table: (objectName: string) => Pick<Table, 'get' | 'all' | 'where' | 'size'>
  readonly put: (objectName: string, row: Row) => void
  readonly erase: (objectName: string, id: string) => void
  /** The next free id of an object; ids are never used twice, not even after a rollback. */
  readonly nextId: (objectName: string, keyPrefix: string) => string
  /** Auto numbers. */
  readonly numbers: Sequences
  /** Runs the work; when it throws, everything it changed is as before. May be nested. */
  readonly transaction: <Result>(work: () => Result) => Result
}

/** A store without rows. */
export function createStore(): Store {
  const tables = new Map<string, Table>()
  const ids = new Map<string, number>()
  const undo: (() => void)[] = []
  let depth = 0
  const remember = (step: () => void) => {
    if (depth > 0) undo.push(step)
  }
  const numbers = createSequences(remember)
  const tableOf = (objectName: string): Table => {
    const known = tables.get(objectName)
    if (known) return known
    const table = createTable()
    tables.set(objectName, table)
    return table
  }
  return {
    table: tableOf,
    put: (objectName, row) => {
      const table = tableOf(objectName)
      const id = String(row['Id'])
      remember(table.keep(id))
      table.put(row)
    },
    erase: (objectName, id) => {
      const table = tableOf(objectName)
      remember(table.keep(id))
      table.erase(id)
    },
    nextId: (objectName, keyPrefix) => {
      const table = tableOf(objectName)
      for (;;) {
        const number = (ids.get(keyPrefix) ?? 0) + 1
        ids.set(keyPrefix, number)
        const id = makeId(keyPrefix, number)
        if (!table.get(id)) return id
      }
    },
    numbers,
    transaction: (work) => {
      const mark = undo.length
      depth += 1
      try {
        return work()
      } catch (error) {
        while (undo.length > mark) undo.pop()?.()
        throw error
      } finally {
        depth -= 1
        if (depth === 0) undo.length = 0
      }
    },
  }
}
