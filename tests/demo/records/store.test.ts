import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStore, type Store } from '#demo/records/store.ts'

const FIELDS = ['Owner', 'Stage'] as const

const step = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  action: fc.constantFrom('put', 'erase', 'number'),
  value: fc.constantFrom('x', 'X', 'y', null, 1),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

function take(store: Store, { id, action, value }: Step): void {
  if (action === 'put') store.put('Deal', { Id: id, Owner: value, Stage: id })
  if (action === 'erase') store.erase('Deal', id)
  if (action === 'number') store.numbers.next('Deal.Name')
}

/** Everything that can be read of a store, by every index as well. */
function readAll(store: Store) {
  const table = store.table('Deal')
  const byField = FIELDS.map((field) =>
    ['x', 'y', '', 'a', 'b', 1].map((value) =>
      table.where(field, value).map((row) => String(row['Id'])),
    ),
  )
  return { rows: [...table.all()], byField }
}

describe('a transaction', () => {
  it('that fails leaves every row in its place, every index and number as it was', () => {
    fc.assert(
      fc.property(fc.array(step), fc.array(step), fc.array(step), (first, kept, lost) => {
        const store = createStore()
        for (const one of first) take(store, one)
        store.transaction(() => kept.forEach((one) => take(store, one)))
        const before = readAll(store)
        const work = () =>
          store.transaction(() => {
            store.transaction(() => lost.forEach((one) => take(store, one)))
            throw new Error('refused')
          })
        expect(work).toThrow('refused')
        expect(readAll(store)).toEqual(before)
        const numbers = [...first, ...kept].filter(({ action }) => action === 'number')
        expect(store.numbers.next('Deal.Name')).toBe(numbers.length + 1)
      }),
    )
  })

  it('within another is undone alone', () => {
    const store = createStore()
    store.transaction(() => {
      store.put('Deal', { Id: 'a' })
      expect(() =>
        store.transaction(() => {
          store.put('Deal', { Id: 'b' })
          throw new Error('refused')
        }),
      ).toThrow('refused')
    })
    expect([...store.table('Deal').all()].map((row) => row['Id'])).toEqual(['a'])
  })

  it('never gives an id twice, not even one that was rolled back', () => {
    const store = createStore()
    const ids: string[] = []
    const make = () => ids.push(store.nextId('Deal', '006'))
    expect(() =>
      store.transaction(() => {
        make()
        throw new Error('refused')
      }),
    ).toThrow('refused')
    make()
    expect(new Set(ids).size).toBe(2)
  })
})
