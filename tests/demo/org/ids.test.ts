import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { isId, makeId, toLongId } from '#demo/org/ids.ts'

describe('ids', () => {
  it.each([
    ['0012300000bVTq1', '0012300000bVTq1AAG'],
    ['0017e00001W4GYR', '0017e00001W4GYRAA3'],
    ['0067e00000K8i71', '0067e00000K8i71AAB'],
    ['0037e00001WZ30q', '0037e00001WZ30qAAD'],
  ])('%s is %s in full, as recorded', (short, long) => {
    expect(toLongId(short)).toBe(long)
  })

  it.each(['0012300000bVTq1AAX', '0012300000bVTq', '', 'not an id at all', '0012300000bVTq1AA'])(
    '%j is none',
    (text) => {
      expect(isId(text)).toBe(false)
    },
  )

  it('are valid, and differ, whatever number they are made from', () => {
    fc.assert(
      fc.property(fc.nat(900_000_000), fc.nat(900_000_000), (one, other) => {
        const ids = [makeId('006', one), makeId('006', other)]
        expect(ids.every(isId)).toBe(true)
        expect(ids[0] === ids[1]).toBe(one === other)
      }),
    )
  })
})
