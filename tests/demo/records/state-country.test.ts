import { describe, expect, it } from 'vitest'
import { one, people, refusalOf, smallOrg, type SmallSeed } from '../small-org.ts'

const paris = {
  Name: 'Paris SA',
  BillingCity: 'Paris',
  BillingState: 'Île-de-France',
  BillingStateCode: 'IDF',
  BillingCountry: 'France',
  BillingCountryCode: 'FR',
}

const desk = (seed: SmallSeed = { records: { Account: [paris] } }) =>
  smallOrg(seed).org.as(people.admin)

const READ =
  'SELECT BillingState, BillingStateCode, BillingCountry, BillingCountryCode FROM Account'

describe('an org with picklists of states and countries', () => {
  it('has a code beside each of them, where a record of the folder has one', () => {
    const { fields = [] } = desk().describe('Account') ?? {}
    const named = (name: string) => fields.find((field) => field.name === name)
    expect(named('BillingCountryCode')).toMatchObject({
      type: 'picklist',
      restrictedPicklist: true,
      label: 'Billing Country Code',
      picklistValues: expect.arrayContaining([
        { active: true, defaultValue: false, label: 'France', validFor: null, value: 'FR' },
      ]),
    })
    expect(named('ShippingStateCode')).toMatchObject({
      controllerName: 'ShippingCountryCode',
      dependentPicklist: true,
      picklistValues: [{ label: 'Île-de-France', value: 'IDF', validFor: expect.any(String) }],
    })
    expect(
      desk()
        .describe('User')
        ?.fields.map(({ name }) => name),
    ).toContain('CountryCode')
  })

  it('keeps name and code together, whichever is given', () => {
    const me = desk({
      org: { switches: { stateCountryPicklists: true } },
      records: { Account: [] },
    })
    const id = me.create('Account', { Name: 'A', BillingCountryCode: 'de' })
    expect(one(me, READ)).toMatchObject({ BillingCountry: 'Germany', BillingCountryCode: 'DE' })
    me.update('Account', id, { BillingCountry: 'france' })
    expect(one(me, READ)).toMatchObject({ BillingCountry: 'France', BillingCountryCode: 'FR' })
    me.update('Account', id, { BillingCountry: null })
    expect(one(me, READ)).toMatchObject({ BillingCountry: null, BillingCountryCode: null })
  })

  it('refuses a country and a state that are none', () => {
    const me = desk()
    const create = (values: object) =>
      refusalOf(() => me.create('Account', { Name: 'A', ...values }))
    expect(create({ BillingCountry: 'Atlantis' })).toEqual({
      code: 'FIELD_INTEGRITY_EXCEPTION',
      fields: ['BillingCountry'],
      text: "There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: Billing Country",
    })
    expect(create({ BillingCountry: 'France', BillingState: 'Texas' })).toMatchObject({
      code: 'FIELD_INTEGRITY_EXCEPTION',
      fields: ['BillingState'],
    })
  })

  it('has the codes in whole addresses', () => {
    expect(one(desk(), 'SELECT BillingAddress FROM Account')['BillingAddress']).toMatchObject({
      country: 'France',
      countryCode: 'FR',
      state: 'Île-de-France',
      stateCode: 'IDF',
    })
  })
})

describe('any other org', () => {
  it('takes whatever is written, and knows no codes', () => {
    const me = desk({})
    me.create('Account', { Name: 'A', BillingCountry: 'Atlantis' })
    expect(() => me.query(READ)).toThrow('No such column')
    expect(one(me, 'SELECT BillingAddress FROM Account')['BillingAddress']).not.toHaveProperty(
      'countryCode',
    )
  })
})
