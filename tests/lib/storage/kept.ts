import { createKeeping } from '#lib/storage/keeping.ts'
import type { Restored } from '#lib/storage/recovery.ts'
import { revived } from '#lib/sync/revive.ts'
import { mapArea, newDisk, noon, openOn } from './fresh-database.ts'

/** What a computer keeps: its database's disk and, apart from it, the journal. */
export function computer() {
  return { disk: newDisk(), area: mapArea() }
}

/** The same computer under a worker that is killed as soon as it begins to write beside the database. */
export function diesWriting<Computer extends ReturnType<typeof computer>>(own: Computer) {
  const killed = Promise.withResolvers<void>()
  const die = () => {
    killed.resolve()
    return new Promise<void>(() => undefined)
  }
  return { ...own, area: { ...own.area, set: die, remove: die }, isDead: killed.promise }
}

let generations = 0

/** The storage as a worker finds it that starts in a new browser, or in one that runs already. */
export function keepingOn(
  { disk, area }: Pick<ReturnType<typeof computer>, 'disk' | 'area'>,
  browser: 'new' | 'running' = 'new',
  /** What happens while somebody is told of what is restored. */
  meanwhile: () => Promise<void> = async () => undefined,
) {
  const database = openOn(disk)
  const told: Restored[] = []
  const keeping = createKeeping({
    database,
    journal: area,
    newKey: () => `generation-${(generations += 1)}`,
    loadRevive: async () => (row) => revived(row, noon),
    isCompared: async () => browser === 'running',
    noteCompared: async () => undefined,
    restored: async (what) => {
      told.push(what)
      await meanwhile()
    },
  })
  return { ...keeping, database, told }
}
