import { describe, expect, it } from 'vitest'
import { batchSizeOf, createCursors } from '#demo/soql/paging.ts'
import { runQuery } from '#demo/soql/query.ts'
import { column, smallOrg } from './small-org.ts'

const org = smallOrg({
  Opportunity: [
    { Name: 'b', Amount: 2, StageName: 'Closed Won' },
    { Name: 'A', Amount: null, StageName: 'Prospecting' },
    { Name: 'c', Amount: 2, StageName: 'Qualification' },
    { Name: null, Amount: 1, StageName: null },
  ],
})

describe('ORDER BY', () => {
  it.each([
    ['Name', [null, 'A', 'b', 'c']],
    ['Name DESC', [null, 'c', 'b', 'A']],
    ['Name NULLS LAST', ['A', 'b', 'c', null]],
    ['Name DESC NULLS LAST', ['c', 'b', 'A', null]],
    ['Amount, Name', ['A', null, 'b', 'c']],
    ['Amount DESC NULLS LAST, Name DESC', ['c', 'b', null, 'A']],
    ['StageName', [null, 'A', 'c', 'b']],
  ])('%s gives %j', (order, names) => {
    expect(column(`SELECT Name FROM Opportunity ORDER BY ${order}`, org)).toEqual(names)
  })

  it('leaves accents out', () => {
    const names = ['f', 'é', 'Z', 'e']
    const accented = smallOrg({ Opportunity: names.map((Name) => ({ Name })) })
    const query = 'SELECT Name FROM Opportunity ORDER BY Name'
    expect(column(query, accented)).toEqual(['é', 'e', 'f', 'Z'])
  })

  it('goes before OFFSET and LIMIT', () => {
    const query = 'SELECT Name FROM Opportunity ORDER BY Name NULLS LAST LIMIT 2 OFFSET 1'
    expect(column(query, org)).toEqual(['b', 'c'])
    expect(column('SELECT Name FROM Opportunity LIMIT 0', org)).toEqual([])
  })
})

function newId(): string {
  return 'xx5R2yF2gs3VASQ'
}

describe('paging', () => {
  const rows = Array.from({ length: 2086 }, (_, index) => ({ Id: `006${index}`, Name: `${index}` }))
  const answer = runQuery('SELECT Name FROM Opportunity', smallOrg({ Opportunity: rows }))
  const request = { userId: 'rita', apiVersion: '59.0' }

  it('gives 2000 records and a locator, then the rest', () => {
    const cursors = createCursors(newId)
    const first = cursors.open(answer, { ...request, batchSize: 2000 })
    expect({ ...first, records: first.records.length }).toEqual({
      totalSize: 2086,
      done: false,
      nextRecordsUrl: '/services/data/v59.0/query/0r8xx5R2yF2gs3VASQ-2000',
      records: 2000,
    })
    const second = cursors.next('0r8xx5R2yF2gs3VASQ-2000', request)
    expect(Object.keys(second)).toEqual(['totalSize', 'done', 'records'])
    expect([...first.records, ...second.records]).toEqual(answer.records)
  })

  it('refuses a locator nobody was given, or another user was', () => {
    const cursors = createCursors(newId)
    cursors.open(answer, { ...request, batchSize: 2000 })
    expect(() => cursors.next('0r8nope-2000', request)).toThrow('invalid query locator')
    const stranger = { ...request, userId: 'other' }
    expect(() => cursors.next('0r8xx5R2yF2gs3VASQ-2000', stranger)).toThrow('invalid query locator')
  })

  it.each([
    [undefined, 2000],
    ['batchSize=1000', 1000],
    ['batchSize=10', 200],
    ['batchSize=99999', 2000],
    ['nonsense', 2000],
  ])('reads the header %s as %i records', (header, size) => {
    expect(batchSizeOf(header)).toBe(size)
  })
})
