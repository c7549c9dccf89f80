import { describe, expect, it } from 'vitest'
import { runQuery } from '#demo/soql/query.ts'
import { column, refusalOf, smallOrg } from './small-org.ts'

const org = smallOrg({
  Account: [
    { Name: 'Oakland', BillingLatitude: 37.8044, BillingLongitude: -122.2712 },
    { Name: 'Paris', BillingLatitude: 48.8566, BillingLongitude: 2.3522 },
    { Name: 'nowhere' },
    { Name: 'San Francisco', BillingLatitude: 37.7749, BillingLongitude: -122.4194 },
  ],
})
const FROM_CITY = "DISTANCE(BillingAddress, GEOLOCATION(37.775,-122.418), 'mi')"

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_geolocate.htm
describe('DISTANCE()', () => {
  it.each([
    ['< 20', ['Oakland', 'San Francisco']],
    ['< 1', ['San Francisco']],
    ['> 20', ['Paris']],
  ])('%s miles chooses the records, and none without a place', (limit, names) => {
    expect(column(`SELECT Name FROM Account WHERE ${FROM_CITY} ${limit}`, org)).toEqual(names)
  })

  it('orders records', () => {
    const query = `SELECT Name FROM Account ORDER BY ${FROM_CITY} DESC NULLS LAST`
    expect(column(query, org)).toEqual(['Paris', 'Oakland', 'San Francisco', 'nowhere'])
  })

  it('is told, in kilometres too', () => {
    const query =
      "SELECT Name, DISTANCE(BillingAddress, GEOLOCATION(37.7749,-122.4194), 'km') far FROM Account WHERE Name = 'Paris'"
    const [paris] = runQuery(query, org).records
    expect(Math.round(Number(paris?.['far']))).toBe(8953)
  })

  it.each([
    "DISTANCE(Name, GEOLOCATION(37,-122), 'mi')",
    "DISTANCE(BillingAddress, GEOLOCATION(137,-122), 'mi')",
    "DISTANCE(BillingAddress, GEOLOCATION(37,-122), 'feet')",
    "DISTANCE(GEOLOCATION(37,-122), GEOLOCATION(38,-122), 'mi')",
  ])('%s is refused', (expression) => {
    const { code } = refusalOf(`SELECT Id FROM Account WHERE ${expression} < 5`, org)
    expect(code).toBe('MALFORMED_QUERY')
  })
})
