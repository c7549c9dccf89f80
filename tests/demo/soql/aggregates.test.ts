import { describe, expect, it } from 'vitest'
import { runQuery } from '#demo/soql/query.ts'
import { refusalOf, smallOrg } from './small-org.ts'

const acme = '001Hu00000A1111IAB'
const deals = [
  {
    Id: '1',
    CloseDate: '2026-01-01',
    Name: 'a',
    StageName: 'Prospecting',
    Type: 'New',
    Amount: 100,
    AccountId: acme,
  },
  {
    Id: '2',
    CloseDate: '2026-02-01',
    Name: 'b',
    StageName: 'Prospecting',
    Type: 'Old',
    Amount: 300,
    AccountId: acme,
  },
  {
    Id: '3',
    CloseDate: '2026-03-01',
    Name: 'c',
    StageName: 'Closed Won',
    Type: 'New',
    Amount: null,
    AccountId: null,
  },
]

const org = smallOrg({ Account: [{ Id: acme, Name: 'Acme' }], Opportunity: deals })

function aggregated(query: string): unknown[] {
  return runQuery(query, org).records.map(({ attributes, ...values }) => {
    expect(attributes).toEqual({ type: 'AggregateResult' })
    return values
  })
}

describe('an aggregate query', () => {
  it('counts without records for COUNT()', () => {
    expect(runQuery('SELECT COUNT() FROM Opportunity', org)).toEqual({ totalSize: 3, records: [] })
    expect(runQuery('SELECT COUNT() FROM Opportunity LIMIT 2', org).totalSize).toBe(2)
    expect(runQuery("SELECT count() FROM Opportunity WHERE Name = 'x'", org).totalSize).toBe(0)
  })

  it('gives one record without GROUP BY, its unnamed columns numbered', () => {
    const query =
      'SELECT COUNT(Id), COUNT(Amount) given, COUNT_DISTINCT(StageName), SUM(Amount), AVG(Amount), MIN(CloseDate), MAX(Name) FROM Opportunity'
    expect(aggregated(query)).toEqual([
      { expr0: 3, given: 2, expr1: 2, expr2: 400, expr3: 200, expr4: '2026-01-01', expr5: 'c' },
    ])
  })

  it('says an aggregate in the words of the user with FORMAT', () => {
    const query =
      'SELECT FORMAT(MIN(CloseDate)) earliest, FORMAT(SUM(Amount)), FORMAT(COUNT(Id)) n FROM Opportunity'
    expect(aggregated(query)).toEqual([{ earliest: '1/1/2026', expr0: '$400.00', n: '3' }])
    const grouped =
      "SELECT StageName, FORMAT(MAX(Amount)) most FROM Opportunity WHERE StageName = 'Prospecting' GROUP BY StageName"
    expect(aggregated(grouped)).toEqual([{ StageName: 'Prospecting', most: '$300.00' }])
  })

  it('finds the least of a picklist by the order of its entries', () => {
    const query = 'SELECT MIN(StageName) least, MAX(StageName) most FROM Opportunity'
    expect(aggregated(query)).toEqual([{ least: 'Prospecting', most: 'Closed Won' }])
  })

  it('gives null sums and a count of 0 over no rows', () => {
    const query = "SELECT SUM(Amount) s, COUNT(Id) n FROM Opportunity WHERE Name = 'nobody'"
    expect(aggregated(query)).toEqual([{ s: null, n: 0 }])
  })

  it('groups by fields, parents included, under the name of the field', () => {
    const query =
      'SELECT StageName, Account.Name, SUM(Amount) FROM Opportunity GROUP BY StageName, Account.Name ORDER BY StageName'
    expect(aggregated(query)).toEqual([
      { StageName: 'Prospecting', Name: 'Acme', expr0: 400 },
      { StageName: 'Closed Won', Name: null, expr0: null },
    ])
  })

  it('groups without any aggregate', () => {
    const query = 'SELECT StageName s FROM Opportunity GROUP BY StageName'
    expect(aggregated(query)).toEqual([{ s: 'Prospecting' }, { s: 'Closed Won' }])
  })

  it.each([
    ['HAVING COUNT(Id) > 1', ['Prospecting']],
    ['HAVING SUM(Amount) = null', ['Closed Won']],
    ["HAVING COUNT(Id) > 0 AND (NOT StageName LIKE 'closed%')", ['Prospecting']],
    ['ORDER BY COUNT(Id) DESC', ['Prospecting', 'Closed Won']],
    ['ORDER BY SUM(Amount) DESC NULLS LAST LIMIT 1', ['Prospecting']],
  ])('keeps and orders groups with %s', (clause, stages) => {
    const query = `SELECT StageName FROM Opportunity GROUP BY StageName ${clause}`
    expect(aggregated(query).map((values) => Object.values(values ?? {})[0])).toEqual(stages)
  })

  it('adds subtotals with ROLLUP and every combination with CUBE', () => {
    const select =
      'SELECT StageName s, Type t, GROUPING(Type) g, COUNT(Id) n FROM Opportunity GROUP BY'
    expect(aggregated(`${select} ROLLUP(StageName, Type)`)).toEqual([
      { s: 'Prospecting', t: 'New', g: 0, n: 1 },
      { s: 'Prospecting', t: 'Old', g: 0, n: 1 },
      { s: 'Closed Won', t: 'New', g: 0, n: 1 },
      { s: 'Prospecting', t: null, g: 1, n: 2 },
      { s: 'Closed Won', t: null, g: 1, n: 1 },
      { s: null, t: null, g: 1, n: 3 },
    ])
    expect(aggregated(`${select} CUBE(StageName, Type)`)).toHaveLength(3 + 2 + 2 + 1)
  })

  it.each([
    ...['LIMIT', 'OFFSET'].map((clause) => [
      `SELECT MAX(CreatedDate) FROM Account ${clause} 1`,
      `Non-grouped query that uses overall aggregate functions cannot also use ${clause}`,
    ]),
    [
      'SELECT Type, COUNT(Type) FROM Account GROUP BY Type',
      'Grouped field should not be aggregated: Type',
    ],
    [
      'SELECT Type FROM Account GROUP BY ROLLUP(Type, Industry, Rating, AccountSource)',
      'takes at most 3 fields',
    ],
    [
      'SELECT Type FROM Account GROUP BY ROLLUP(Type), Industry',
      'ROLLUP cannot be combined with GROUP BY',
    ],
    ['SELECT COUNT(Id) n, MAX(Name) N FROM Account', 'duplicate alias: N'],
    [
      'SELECT Type FROM Account GROUP BY CUBE(Type, Industry, Rating, AccountSource)',
      'takes at most 3 fields',
    ],
    [
      'SELECT Name FROM Opportunity GROUP BY Name HAVING MAX(Amount) > USD10000',
      "unexpected token: 'USD10000'",
    ],
  ])('is refused: %s', (query, message) => {
    expect(refusalOf(query, org)).toEqual({
      code: 'MALFORMED_QUERY',
      message: expect.stringContaining(message),
    })
  })
})
