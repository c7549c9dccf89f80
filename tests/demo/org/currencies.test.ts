import { describe, expect, it } from 'vitest'
import type { FieldDescribe } from '#demo/schema/describe.ts'
import { deal, one, people, refusalOf, smallOrg } from '../small-org.ts'
import { sell, several } from './several-currencies.ts'

const field = (fields: readonly FieldDescribe[] = []) =>
  fields.find(({ name }) => name === 'CurrencyIsoCode')

describe('an org with one currency', () => {
  it('knows no CurrencyIsoCode and no CurrencyType', () => {
    const { org } = smallOrg()
    const me = org.as(people.seller)
    expect(() => me.query('SELECT CurrencyIsoCode FROM Opportunity')).toThrow('No such column')
    expect(() => me.query('SELECT IsoCode FROM CurrencyType')).toThrow('is not supported')
    expect(
      refusalOf(() => me.create('Opportunity', { ...deal, CurrencyIsoCode: 'EUR' })).code,
    ).toBe('INVALID_FIELD')
    expect(field(me.describe('Opportunity')?.fields)).toBeUndefined()
  })
})

describe('an org with several currencies', () => {
  it('describes the currency of a record as a picklist, defaulted to that of the user', () => {
    const described = field(sell().describe('Opportunity')?.fields)
    expect(described).toMatchObject({
      label: 'Opportunity Currency',
      type: 'picklist',
      length: 3,
      nillable: true,
      defaultedOnCreate: true,
      defaultValue: 'EUR',
      restrictedPicklist: true,
      createable: true,
      updateable: true,
    })
    expect(described?.picklistValues).toEqual([
      { active: true, defaultValue: true, label: 'Euro', validFor: null, value: 'EUR' },
      { active: true, defaultValue: false, label: 'Japanese Yen', validFor: null, value: 'JPY' },
      { active: true, defaultValue: false, label: 'U.S. Dollar', validFor: null, value: 'USD' },
    ])
  })

  it.each(['Account', 'Contact', 'Task', 'Event', 'User', 'OpportunityLineItem', 'Gadget__c'])(
    'has a currency on %s',
    (name) => {
      const own = { name: 'Gadget__c', custom: true, fields: [{ name: 'Id', type: 'id' }] }
      const { org } = smallOrg({ ...several(), describes: [own] })
      expect(field(org.as(people.admin).describe(name)?.fields)).toBeDefined()
    },
  )

  it.each(['UserRole', 'Profile', 'OpportunityShare', 'FeedItem'])('has none on %s', (name) => {
    const { org } = smallOrg(several())
    expect(field(org.as(people.admin).describe(name)?.fields)).toBeUndefined()
  })

  it('gives a new record the currency of the user, or the one it names', () => {
    const me = sell()
    const own = me.create('Opportunity', deal)
    const other = me.create('Opportunity', { ...deal, CurrencyIsoCode: 'jpy' })
    const currency = (id: string) =>
      one(me, `SELECT CurrencyIsoCode FROM Opportunity WHERE Id = '${id}'`)['CurrencyIsoCode']
    expect([currency(own), currency(other)]).toEqual(['EUR', 'JPY'])
  })

  it.each(['FRF', 'XXX'])('refuses %s, which is no active currency', (CurrencyIsoCode) => {
    const create = () => sell().create('Opportunity', { ...deal, CurrencyIsoCode })
    expect(refusalOf(create)).toMatchObject({
      code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      fields: ['CurrencyIsoCode'],
    })
  })

  it('knows the default currency of each user', () => {
    const query = `SELECT DefaultCurrencyIsoCode, CurrencyIsoCode FROM User WHERE Name = 'Sal Seller'`
    expect(one(sell(), query)).toMatchObject({ DefaultCurrencyIsoCode: 'EUR' })
  })

  it('lists its currencies with their rates', () => {
    const query = 'SELECT IsoCode, ConversionRate FROM CurrencyType WHERE IsCorporate = false'
    expect(
      sell()
        .query(query)
        .map(({ IsoCode, ConversionRate }) => [IsoCode, ConversionRate]),
    ).toEqual([
      ['EUR', 0.8],
      ['JPY', 150],
      ['FRF', 6],
    ])
  })
})

const deals = [
  { ...deal, Name: 'Kyoto', Amount: 15_000, CurrencyIsoCode: 'JPY' },
  { ...deal, Name: 'Wien', Amount: 800, CurrencyIsoCode: 'EUR' },
  { ...deal, Name: 'Austin', Amount: 300 },
]

describe('amounts in several currencies', () => {
  const me = sell(several({ Opportunity: deals }))
  const row = (name: string, columns: string) =>
    one(me, `SELECT ${columns} FROM Opportunity WHERE Name = '${name}'`)

  it('are in the corporate currency where the record of the folder names none', () => {
    expect(row('Austin', 'Amount, CurrencyIsoCode')).toMatchObject({
      Amount: 300,
      CurrencyIsoCode: 'USD',
    })
  })

  it('are told with their currency, and converted to that of the user', () => {
    const columns =
      'Amount, FORMAT(Amount) shown, convertCurrency(Amount) mine, FORMAT(convertCurrency(Amount)) said'
    expect(row('Kyoto', columns)).toMatchObject({
      Amount: 15_000,
      shown: 'JPY 15,000',
      mine: 80,
      said: 'EUR 80.00',
    })
    expect(row('Wien', columns)).toMatchObject({ shown: 'EUR 800.00', mine: 800 })
  })

  it('are called by the label of the currency where a query asks for it', () => {
    expect(row('Kyoto', 'toLabel(CurrencyIsoCode)')).toMatchObject({
      CurrencyIsoCode: 'Japanese Yen',
    })
  })

  it('are added up in the corporate currency', () => {
    const query =
      'SELECT SUM(Amount) all, FORMAT(SUM(Amount)) said, MAX(Amount) most, MIN(Amount) least FROM Opportunity'
    expect(one(me, query)).toMatchObject({
      all: 1400,
      said: 'USD 1,400.00',
      most: 1000,
      least: 100,
    })
  })

  it('are put in order by what they are worth', () => {
    const names = me.query('SELECT Name FROM Opportunity ORDER BY Amount').map(({ Name }) => Name)
    expect(names).toEqual(['Kyoto', 'Austin', 'Wien'])
  })

  it('are compared by worth with an amount that names its currency, else by number', () => {
    const found = (condition: string) =>
      me
        .query(`SELECT Name FROM Opportunity WHERE ${condition} ORDER BY Name`)
        .map(({ Name }) => Name)
    expect(found('Amount > USD200')).toEqual(['Austin', 'Wien'])
    expect(found('Amount > 200')).toEqual(['Austin', 'Kyoto', 'Wien'])
    expect(found('Amount IN (EUR240, EUR80)')).toEqual(['Austin', 'Kyoto'])
  })

  it('go by the rate of the day a deal closes on, where rates are dated', () => {
    const DatedConversionRate = [
      { IsoCode: 'EUR', StartDate: '2026-01-01', NextStartDate: '2027-01-01', ConversionRate: 0.5 },
    ]
    const admin = smallOrg(several({ Opportunity: deals, DatedConversionRate })).org.as(
      people.admin,
    )
    const query = `SELECT convertCurrency(Amount) mine FROM Opportunity WHERE Name = 'Wien'`
    expect(one(admin, query)).toMatchObject({ mine: 1600 })
  })
})
