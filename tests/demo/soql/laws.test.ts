import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCursors } from '#demo/soql/paging.ts'
import { runQuery } from '#demo/soql/query.ts'
import { column, smallOrg } from './small-org.ts'

const text = fc.option(fc.constantFrom('a', 'B', 'ab%', "o'c", 'ä', ''), { nil: null })
const row = fc.record({
  NextStep: text,
  Amount: fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }),
  IsWon: fc.boolean(),
  CloseDate: fc.constantFrom('2026-11-22', '2026-11-23', '2026-12-01'),
})
const deals = fc
  .array(row, { maxLength: 30 })
  .map((rows) => rows.map((each, index) => ({ ...each, Name: `n${index}` })))

const quoted = fc.constantFrom('a', 'b', 'AB\\%', "o\\'c", '').map((value) => `'${value}'`)
const comparison = fc.oneof(
  fc
    .tuple(fc.constantFrom('=', '!=', '<', '>', 'LIKE'), quoted)
    .map((side) => `NextStep ${side.join(' ')}`),
  fc.integer({ min: -3, max: 3 }).map((amount) => `Amount >= ${amount}`),
  fc.constantFrom('Amount = null', 'IsWon = true', 'CloseDate = TODAY', 'CloseDate < THIS_MONTH'),
  fc
    .array(quoted, { minLength: 1, maxLength: 3 })
    .map((list) => `NextStep NOT IN (${list.join()})`),
)
const condition = fc.letrec<{ either: string; joined: string; leaf: string }>((tie) => ({
  leaf: comparison,
  joined: fc
    .tuple(tie('either'), fc.constantFrom('AND', 'OR'), tie('either'))
    .map(([left, joint, right]) => `(${left}) ${joint} (${right})`),
  either: fc.oneof({ maxDepth: 2 }, tie('leaf'), tie('joined')),
})).either

const SELECT = 'SELECT Name FROM Opportunity'

describe('SOQL', () => {
  it('splits the rows between a condition and its negation', () => {
    fc.assert(
      fc.property(deals, condition, (rows, where) => {
        const org = smallOrg({ Opportunity: rows })
        const passed = column(`${SELECT} WHERE ${where}`, org)
        const refused = column(`${SELECT} WHERE NOT (${where})`, org)
        expect(passed.length + refused.length).toBe(rows.length)
        expect(new Set([...passed, ...refused])).toEqual(new Set(rows.map(({ Name }) => Name)))
      }),
    )
  })

  it('gives with AND what both give and with OR what either gives', () => {
    fc.assert(
      fc.property(deals, condition, condition, (rows, one, other) => {
        const org = smallOrg({ Opportunity: rows })
        const [first, second] = [one, other].map(
          (each) => new Set(column(`${SELECT} WHERE ${each}`, org)),
        )
        expect(new Set(column(`${SELECT} WHERE (${one}) AND (${other})`, org))).toEqual(
          first?.intersection(second ?? new Set()),
        )
        expect(new Set(column(`${SELECT} WHERE (${one}) OR (${other})`, org))).toEqual(
          first?.union(second ?? new Set()),
        )
      }),
    )
  })

  it('orders the same rows, by the criteria, ties as they came', () => {
    const direction = fc.constantFrom('', 'DESC', 'NULLS LAST', 'DESC NULLS LAST')
    fc.assert(
      fc.property(deals, direction, (rows, way) => {
        const org = smallOrg({ Opportunity: rows })
        const ordered = runQuery(
          `SELECT Name, Amount FROM Opportunity ORDER BY Amount ${way}`,
          org,
        ).records
        expect(new Set(ordered.map(({ Name }) => Name))).toEqual(
          new Set(rows.map(({ Name }) => Name)),
        )
        const amounts = ordered.map(({ Amount }) => Amount)
        const nulls = amounts.filter((amount) => amount === null)
        const given = amounts.filter((amount) => typeof amount === 'number')
        const up = given.toSorted((a, b) => a - b)
        const sortedGiven = way.startsWith('DESC') ? up.toReversed() : up
        const isLast = way.endsWith('LAST')
        expect(amounts).toEqual(isLast ? [...sortedGiven, ...nulls] : [...nulls, ...sortedGiven])
      }),
    )
  })

  it('cuts a slice with LIMIT and OFFSET', () => {
    const size = fc.nat({ max: 35 })
    fc.assert(
      fc.property(deals, size, size, (rows, limit, offset) => {
        const org = smallOrg({ Opportunity: rows })
        const whole = column(`${SELECT} ORDER BY Amount, Name`, org)
        const slice = column(`${SELECT} ORDER BY Amount, Name LIMIT ${limit} OFFSET ${offset}`, org)
        expect(slice).toEqual(whole.slice(offset, offset + limit))
      }),
    )
  })

  it('counts what it gives', () => {
    fc.assert(
      fc.property(deals, condition, (rows, where) => {
        const org = smallOrg({ Opportunity: rows })
        const { totalSize } = runQuery(`SELECT COUNT() FROM Opportunity WHERE ${where}`, org)
        expect(totalSize).toBe(column(`${SELECT} WHERE ${where}`, org).length)
      }),
    )
  })

  it('has groups that add up to the whole', () => {
    fc.assert(
      fc.property(deals, (rows) => {
        const query = 'SELECT NextStep, COUNT(Name) n FROM Opportunity GROUP BY NextStep'
        const counts = column(query, smallOrg({ Opportunity: rows }), 'n')
        expect(counts.reduce<number>((sum, n) => sum + Number(n), 0)).toBe(rows.length)
      }),
    )
  })

  it('pages through every record once', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1500 }), fc.integer({ min: 200, max: 700 }), (count, batchSize) => {
        const records = Array.from({ length: count }, (_, index) => ({
          attributes: { type: 'Account' },
          Name: index,
        }))
        const request = { userId: 'rita', apiVersion: '67.0' }
        const cursors = createCursors(() => 'A23456789012345')
        let page = cursors.open({ totalSize: count, records }, { ...request, batchSize })
        const seen = [...page.records]
        while (page.nextRecordsUrl !== undefined) {
          page = cursors.next(page.nextRecordsUrl.split('/').at(-1) ?? '', request)
          seen.push(...page.records)
        }
        expect(seen).toEqual(records)
        expect(page.done).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})
