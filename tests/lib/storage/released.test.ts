import { describe, expect, it } from 'vitest'
import { schemaVersion } from '#lib/storage/database.ts'
import { entryIn } from '#lib/sync/outbox.ts'
import { asLeftBy, released } from './as-released.ts'
import { ana } from './fresh-database.ts'
import { keepingOn } from './kept.ts'

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
})

describe('the released versions', () => {
  it('each have a fixture here, up to the one of this build', () => {
    expect(released.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: schemaVersion }, (_, at) => at + 1),
    )
  })
})
