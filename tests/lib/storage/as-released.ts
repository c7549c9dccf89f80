import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { IDBKeyRange } from 'fake-indexeddb'
import * as z from 'zod'
import { computer } from './kept.ts'

const folder = join(import.meta.dirname, 'released')
const fixtureSchema = z.object({
  version: z.number(),
  stores: z.record(z.string(), z.string()),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})
export type Fixture = z.infer<typeof fixtureSchema>

/** The databases of all released versions. */
export const released = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => fixtureSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))

/** A computer with the database as that version of the extension left it. */
export async function asLeftBy({ version, stores, rows }: Fixture, copies = 1) {
  const own = computer()
  const old = new Dexie('segue', { indexedDB: own.disk, IDBKeyRange })
  old.version(version).stores(stores)
  await old.open()
  for (const [table, each] of Object.entries(rows))
    for (const row of each) await old.table(table).add(row)
  const [draft] = rows['drafts'] ?? []
  const more = Array.from({ length: copies - 1 }, (_, at) => ({
    ...draft,
    key: `copy-${at}`,
    opportunityId: `006Hs0000${String(at).padStart(6, '0')}IAA`,
  }))
  if (more.length > 0) await old.table('drafts').bulkAdd(more)
  old.close()
  return own
}
