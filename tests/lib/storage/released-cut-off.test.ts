import { describe, expect, it } from 'vitest'
import { asLeftBy, released } from './as-released.ts'
import { openOn } from './fresh-database.ts'
import { keepingOn } from './kept.ts'

describe.each(released)('a database of version $version (F23)', (fixture) => {
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
