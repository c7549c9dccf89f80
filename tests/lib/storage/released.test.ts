import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { schemaVersion } from '#lib/storage/database.ts'
import { entryIn } from '#lib/sync/outbox.ts'
import { ana, openOn } from './fresh-database.ts'
import { computer, keepingOn } from './kept.ts'

const folder = join(import.meta.dirname, 'released')
const fixtureSchema = z.object({
  version: z.number(),
  stores: z.record(z.string(), z.string()),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})
type Fixture = z.infer<typeof fixtureSchema>

const released = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => fixtureSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))

/** A computer with the database as that version of the extension left it. */
async function asLeftBy({ version, stores, rows }: Fixture, copies = 1) {
  const own = computer()
  const old = new Dexie('segue', { indexedDB: own.disk, IDBKeyRange })
  old.version(version).stores(stores)
  await old.open()
  for (const [table, each] of Object.entries(rows)) await old.table(table).bulkAdd(each)
  const [draft] = rows['drafts'] ?? []
  const more = Array.from({ length: copies - 1 }, (_, at) => ({
    ...draft,
    key: `copy-${at}`,
    opportunityId: `006Hs0000${String(at).padStart(6, '0')}IAA`,
  }))
  await old.table('drafts').bulkAdd(more)
  old.close()
  return own
}

describe.each(released)('a database of version $version (F23)', (fixture) => {
  it('is opened, and every draft and operation in it is understood', async () => {
    const keeping = keepingOn(await asLeftBy(fixture))
    expect(await keeping.opened()).toMatchObject({ mode: 'usual', because: '' })
    expect(await keeping.drafts.all(ana)).toHaveLength(fixture.rows['drafts']?.length ?? -1)
    const rows = await keeping.outbox.all()
    expect(rows).toHaveLength(fixture.rows['outbox']?.length ?? -1)
    for (const row of rows) expect(entryIn(row)).not.toBeNull()
    expect(await keeping.database.trash.count()).toBe(fixture.rows['trash']?.length ?? -1)
    expect(keeping.database.backendDB().version).toBe(schemaVersion * 10)
  })

  it('with 5,000 drafts, whose update is cut off midway, is as it was, and is updated at the next start', async () => {
    const own = await asLeftBy(fixture, 5000)
    const cut = cutOff(own.disk)
    const first = openOn(cut)
    await first.open().catch(() => undefined)
    first.close()
    const keeping = keepingOn(own)
    expect(await keeping.opened()).toMatchObject({ mode: 'usual' })
    expect(await keeping.database.drafts.count()).toBe(4999 + (fixture.rows['drafts']?.length ?? 0))
    expect(await keeping.database.drafts.orderBy('[key+revision]').count()).toBe(
      await keeping.database.drafts.count(),
    )
  }, 300_000)
})

/** A disk on which an update of the schema is aborted, as when the browser dies over it. */
function cutOff(disk: IDBFactory): IDBFactory {
  return new Proxy(disk, {
    get: (real, name) => {
      const value: unknown = Reflect.get(real, name)
      if (name !== 'open' || typeof value !== 'function')
        return typeof value === 'function' ? value.bind(real) : value
      return (...given: [string, number?]) => {
        const request = real.open(...given)
        request.addEventListener('upgradeneeded', () => {
          const { transaction } = request
          queueMicrotask(() => transaction?.abort())
        })
        return request
      }
    },
  })
}

describe('the released versions', () => {
  it('each have a fixture here, up to the one of this build', () => {
    expect(released.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: schemaVersion }, (_, at) => at + 1),
    )
  })
})
