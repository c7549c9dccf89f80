import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isId, toLongId } from '#demo/org/ids.ts'
import { isObject } from './likeness.ts'
import { orgUnderTest } from './org-under-test.ts'
import { plainOrg } from './plain-org.ts'
import { conversations } from './recording.ts'

const DATA = '/services/data/v67.0'
// The recorder put this one in the place of a real id.
const MASKED = '0010xACCOUNTID0000'

function idsIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => idsIn(each, key))
  if (isObject(value)) return Object.entries(value).flatMap(([name, each]) => idsIn(each, name))
  return typeof value === 'string' && /^(?:id|Id|ContactId)$/.test(key) ? [value] : []
}

describe('ids', () => {
  it('of real orgs pass the check', () => {
    const ids = conversations()
      .flatMap(({ exchanges }) => idsIn(exchanges))
      .filter((id) => id !== MASKED)
    expect(ids.length).toBeGreaterThan(80)
    expect(ids.filter((id) => !isId(id) || toLongId(id.slice(0, 15)) !== id)).toEqual([])
  })

  it('made by the org pass it, are new each time, and work with 15 characters', async () => {
    const org = orgUnderTest(plainOrg())
    const created = []
    for (const Name of ['One', 'Two', 'Three']) {
      const { body } = await org.call('POST', `${DATA}/sobjects/Account`, { body: { Name } })
      created.push(...idsIn(body))
    }
    expect(new Set(created).size).toBe(3)
    for (const id of created) {
      expect(isId(id)).toBe(true)
      const short = await org.call('GET', `${DATA}/sobjects/Account/${id.slice(0, 15)}`)
      expect(short.body).toMatchObject({ Id: id })
      const query = encodeURIComponent(`SELECT Id FROM Account WHERE Id = '${id.slice(0, 15)}'`)
      const found = await org.call('GET', `${DATA}/query?q=${query}`)
      expect(idsIn(found.body)).toEqual([id])
    }
  })

  it('with one letter in the other case are other ids', () => {
    const short = fc.stringMatching(/^[0-9A-Za-z]{15}$/)
    fc.assert(
      fc.property(short, fc.nat({ max: 14 }), (id, at) => {
        const letter = id.charAt(at)
        const swapped =
          letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
        fc.pre(swapped !== letter)
        const other = id.slice(0, at) + swapped + id.slice(at + 1)
        expect(toLongId(other).toUpperCase()).not.toBe(toLongId(id).toUpperCase())
        expect(isId(other + toLongId(id).slice(15))).toBe(false)
      }),
    )
  })
})
