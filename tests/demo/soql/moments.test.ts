import { describe, expect, it } from 'vitest'
import { field } from '#demo/schema/field.ts'
import { column, refusalOf, smallOrg } from './small-org.ts'

const plain = smallOrg({
  Account: [
    { Name: 'early', Opens__c: '07:30:00.000Z' },
    { Name: 'late', Opens__c: '11:00:00.500Z' },
    { Name: 'never', Opens__c: null },
  ],
})
const org = {
  ...plain,
  describe: (name: string) => {
    const found = plain.describe(name)
    return found && { ...found, fields: [...found.fields, field('Opens__c', 'time')] }
  },
}

describe('a time of day in a query', () => {
  // https://salesforce.stackexchange.com/questions/370738/how-do-i-use-a-time-literal-in-a-soql-query
  it.each([
    ['> 09:00:00Z', ['late']],
    ['< 09:00:00.000Z', ['early']],
    ['= 07:30:00Z', ['early']],
    ['= 11:00:00.500000Z', ['late']],
    ['= 01:30:00-06:00', ['early']],
    ['IN (07:30:00Z, 11:00:00.5Z)', ['early', 'late']],
    ['!= 07:30:00Z', ['late', 'never']],
  ])('%s is compared', (condition, names) => {
    expect(column(`SELECT Name FROM Account WHERE Opens__c ${condition}`, org)).toEqual(names)
  })

  // https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_format.htm
  it.each([
    ['en_US', ['7:30 AM', '11:00 AM', null]],
    ['de_DE', ['07:30', '11:00', null]],
  ])('is told with FORMAT() in the manner of %s', (locale, texts) => {
    const query = 'SELECT FORMAT(Opens__c) text FROM Account'
    expect(column(query, { ...org, locale, timeZone: 'Asia/Tokyo' }, 'text')).toEqual(texts)
  })

  it.each([
    ["Opens__c = '07:30:00Z'", 'must be of type time and should not be enclosed in quotes'],
    ['Opens__c = 2026-11-23T07:30:00Z', 'must be of type time'],
    ['CreatedDate > 07:30:00Z', 'must be of type dateTime'],
    ['Opens__c = 01:00:00.000 AND Id = null', "line 1:52 no viable alternative at character ' '"],
  ])('%s is refused', (condition, text) => {
    const { message } = refusalOf(`SELECT Id FROM Account WHERE ${condition}`, org)
    expect(message).toContain(text)
  })
})

describe('a date-time in a query', () => {
  // https://github.com/giacomelli/SalesforceSharp/issues/4
  it('whose zone lost its sign is refused where it stops', () => {
    const query =
      'SELECT id, name, description FROM Account WHERE LastModifiedDate >= 2013-12-01T12:00:00 00:00'
    expect(refusalOf(query, org)).toEqual({
      code: 'MALFORMED_QUERY',
      message:
        "\nLastModifiedDate >= 2013-12-01T12:00:00 00:00\n                                      ^\nERROR at Row:1:Column:87\nline 1:87 no viable alternative at character ' '",
    })
  })

  it.each([
    ['2026-11-01T10:00:00', "'<EOF>'"],
    ['2026-11-01T10:00Z', "'Z'"],
    ['2026-11-01T10:00', "'<EOF>'"],
    ['2026-11-01T10:00:00.000', "'<EOF>'"],
  ])('%s is refused for what is missing', (literal, character) => {
    const { message } = refusalOf(`SELECT Id FROM Account WHERE CreatedDate > ${literal}`, org)
    expect(message).toContain(`no viable alternative at character ${character}`)
  })

  // https://github.com/simple-salesforce/simple-salesforce/issues/500
  it('with a blank for its T is refused at the time', () => {
    const query = 'SELECT Id FROM Account WHERE CreatedDate > 2021-08-11 12:52:08.062712+00:00'
    expect(refusalOf(query, org).message).toContain(
      "Column:55\nunexpected token: '12:52:08.062712+00:00'",
    )
  })
})
