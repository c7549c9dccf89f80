import { describe, expect, it } from 'vitest'
import { deal, one, people, smallOrg } from '../small-org.ts'
import { sell, several, users } from './several-currencies.ts'
import { openFolder } from '#demo/launch/start-orgs.ts'
import { folderOf } from './folder-of.ts'
import { warningsOf } from './warnings-of.ts'
import { served } from '../rest/served.ts'

const deals = [
  { ...deal, Name: 'Kyoto', Amount: 15_000, CurrencyIsoCode: 'JPY' },
  { ...deal, Name: 'Wien', Amount: 800, CurrencyIsoCode: 'EUR' },
  { ...deal, Name: 'Austin', Amount: 300 },
]

describe('what follows a deal', () => {
  it('is in its currency: history and products', () => {
    const { org } = smallOrg(several())
    const admin = org.as(people.admin)
    const OpportunityId = admin.create('Opportunity', { ...deal, CurrencyIsoCode: 'JPY' })
    const Product2Id = admin.create('Product2', { Name: 'Seat', IsActive: true })
    const Pricebook2Id = admin.create('Pricebook2', { Name: 'Asia', IsActive: true })
    const PricebookEntryId = admin.create('PricebookEntry', {
      Product2Id,
      Pricebook2Id,
      UnitPrice: 100,
      IsActive: true,
      CurrencyIsoCode: 'JPY',
    })
    admin.create('OpportunityLineItem', { OpportunityId, PricebookEntryId, Quantity: 2 })
    for (const name of ['OpportunityHistory', 'OpportunityLineItem']) {
      const [first] = admin.query(`SELECT CurrencyIsoCode FROM ${name}`)
      expect(first).toMatchObject({ CurrencyIsoCode: 'JPY' })
    }
  })
})

it('codes are read in small letters as well, and refused where they are none', () => {
  const read = (code: string) => {
    const Opportunity = [{ ...deal, Id: '006Hu00000A1111IAB', CurrencyIsoCode: code }]
    const files = { 'org.json': { myDomain: 'x' }, 'records/Opportunity.json': Opportunity }
    return openFolder(folderOf(files))
  }
  expect(() => read('Euro')).toThrow(
    'records/Opportunity, 0.CurrencyIsoCode: expected a currency such as EUR, not Euro.',
  )
  const { org } = smallOrg({ records: { Opportunity: [{ ...deal, CurrencyIsoCode: 'jpy' }] } })
  const row = one(org.as(people.admin), 'SELECT CurrencyIsoCode FROM Opportunity')
  expect(row).toMatchObject({ CurrencyIsoCode: 'JPY' })
})

describe('the switch', () => {
  it('may be left out where the folder has currencies or a record that names one', () => {
    const { org } = smallOrg({ records: { Opportunity: deals } })
    const types = org.as(people.admin).query('SELECT IsoCode FROM CurrencyType ORDER BY IsoCode')
    expect(types.map(({ IsoCode }) => IsoCode)).toEqual(['EUR', 'JPY', 'USD'])
  })

  it('keeps an org at one currency when it is off', () => {
    const off = { org: { switches: { multiCurrency: false } }, records: { Opportunity: deals } }
    const me = smallOrg(off).org.as(people.admin)
    expect(() => me.query('SELECT IsoCode FROM CurrencyType')).toThrow('is not supported')
  })

  it('shows over REST as well', async () => {
    const { answer } = served({ ...several({ Opportunity: deals }) })
    const q = encodeURIComponent("SELECT Id, CurrencyIsoCode FROM Opportunity WHERE Name = 'Wien'")
    expect(await answer('GET', `/query?q=${q}`)).toMatchObject({
      status: 200,
      body: { records: [{ CurrencyIsoCode: 'EUR' }] },
    })
  })
})

describe('rates by day', () => {
  it('are an object of their own only where the folder has some', () => {
    const query = 'SELECT IsoCode FROM DatedConversionRate'
    expect(() => sell().query(query)).toThrow('is not supported')
    const DatedConversionRate = [{ IsoCode: 'EUR', StartDate: '2026-01-01', ConversionRate: 0.5 }]
    expect(sell(several({ DatedConversionRate })).query(query)).toHaveLength(1)
  })
})

describe('what Connect says of the org', () => {
  it('tells whether it has several currencies, and which the user has', async () => {
    const { answer } = served()
    expect((await answer('GET', '/connect/organization')).body).toMatchObject({
      features: { multiCurrency: false, defaultCurrencyIsoCode: 'USD' },
      userSettings: { userId: people.admin, userDefaultCurrencyIsoCode: null, currencySymbol: '$' },
    })
    const admin = { ...users[1], id: people.admin, username: 'a@small.example', name: 'Ada' }
    const other = served({ ...several(), org: { users: [{ ...admin, currency: 'EUR' }] } })
    expect((await other.answer('GET', '/connect/organization')).body).toMatchObject({
      features: { multiCurrency: true, defaultCurrencyIsoCode: null },
      userSettings: { userDefaultCurrencyIsoCode: 'EUR', currencySymbol: '€' },
    })
  })
})

it('a folder as the REST API gives it is told nothing of', () => {
  const [AccountId, ContactId] = ['001Hu00000A1111IAB', '003Hu00000A1111IAB']
  const person = { LastName: 'Able', IsPersonAccount: true }
  expect(
    warningsOf({
      'org.json': { myDomain: 'x', users: users.slice(1) },
      'records/Account.json': [{ ...person, Id: AccountId, PersonContactId: ContactId }],
      'records/Contact.json': [{ ...person, Id: ContactId, AccountId }],
      'records/CurrencyType.json': [{ IsoCode: 'USD', IsCorporate: true }],
    }),
  ).toEqual([])
})
