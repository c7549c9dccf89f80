import { describe, expect, it } from 'vitest'
import { column, refusalOf, smallOrg } from './small-org.ts'

const org = smallOrg({ Account: [{ Id: '001Hu00000A1111IAB', Name: 'Acme' }] })

/** Accounts with children of children, so many levels in all. */
const levels = (count: number): string =>
  count === 1
    ? 'SELECT Id FROM ChildAccounts'
    : `SELECT Id, (${levels(count - 1)}) FROM ChildAccounts`
const query = (count: number) => levels(count).replace(/ChildAccounts$/, 'Account')

describe('a query', () => {
  it.each([
    ['67.0', 5],
    ['58.0', 5],
    ['57.0', 2],
  ])('of version %s has children on %i levels at most', (apiVersion, most) => {
    const source = { ...org, apiVersion }
    expect(column(query(most), source, 'ChildAccounts')).toEqual([null])
    expect(refusalOf(query(most + 1), source).code).toBe('MALFORMED_QUERY')
  })

  it('names twenty child relationships at most', () => {
    const children = Array.from({ length: 21 }, (_, at) => `(SELECT Id FROM R${at}__r)`).join(', ')
    expect(refusalOf(`SELECT ${children} FROM Account`, org)).toEqual({
      code: 'MALFORMED_QUERY',
      message: expect.stringContaining('20 child relationships'),
    })
  })

  it('looks for texts of 4,000 characters at most', () => {
    const where = (length: number) =>
      `SELECT Name FROM Account WHERE Name != '${'a'.repeat(length)}'`
    expect(column(where(4000), org)).toEqual(['Acme'])
    expect(refusalOf(where(4001), org).code).toBe('MALFORMED_QUERY')
  })

  it('names the currency of every value in a list or of none', () => {
    const where = (list: string) => `SELECT Id FROM Opportunity WHERE Amount IN (${list})`
    expect(column(where('USD5, USD6'), org)).toEqual([])
    expect(refusalOf(where('USD5, 6'), org).code).toBe('MALFORMED_QUERY')
  })
})
