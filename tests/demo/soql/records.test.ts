import { describe, expect, it } from 'vitest'
import { runQuery } from '#demo/soql/query.ts'
import { manager, rep, smallOrg } from './small-org.ts'

const acme = '001Hu00000A1111IAB'
const deal = '006Hu00000A1111IAB'
const ann = '003Hu00000A1111IAB'

const org = smallOrg({
  User: [
    { Id: rep, Name: 'Rita Rep', Email: 'rita@example.com' },
    { Id: manager, Name: 'Mona Manager', Email: 'mona@example.com' },
  ],
  Account: [
    {
      Id: acme,
      Name: 'Acme',
      OwnerId: manager,
      BillingCity: 'Rome',
      BillingCountry: 'Italy',
      Type: 'Customer - Direct',
    },
    { Id: '001Hu00000B2222IAB', Name: 'Alone', OwnerId: rep, ParentId: acme },
  ],
  Contact: [
    { Id: ann, Name: 'Ann Able', AccountId: acme, Title: 'CFO', OwnerId: rep },
    { Id: '003Hu00000B2222IAB', Name: 'Bob Best', AccountId: acme, Title: null, OwnerId: rep },
  ],
  Opportunity: [{ Id: deal, Name: 'Deal', AccountId: acme, OwnerId: rep, Amount: 15000 }],
  Event: [
    { Id: '00UHu00000A1111MAB', Subject: 'Call', WhatId: deal, WhoId: ann, OwnerId: rep },
    { Id: '00UHu00000B2222MAB', Subject: 'Visit', WhatId: acme, WhoId: null, OwnerId: rep },
    { Id: '00UHu00000C3333MAB', Subject: 'Lunch', WhatId: null, WhoId: null, OwnerId: rep },
  ],
})

function attributes(type: string, id: string, object = type) {
  return { type, url: `/services/data/v67.0/sobjects/${object}/${id}` }
}

describe('a record', () => {
  it('has the fields in the order asked for, in the case of the org, after its attributes', () => {
    const [record] = runQuery('select nAME, amount, id from OPPORTUNITY', org).records
    expect(record).toEqual({
      attributes: attributes('Opportunity', deal),
      Name: 'Deal',
      Amount: 15000,
      Id: deal,
    })
    expect(Object.keys(record ?? {})).toEqual(['attributes', 'Name', 'Amount', 'Id'])
  })

  it('carries the API version of the request in its address', () => {
    const older = { ...org, apiVersion: '59.0' }
    const [record] = runQuery('SELECT Id FROM Opportunity', older).records
    expect(record?.attributes.url).toBe(`/services/data/v59.0/sobjects/Opportunity/${deal}`)
  })

  it('has parents of parents, each with its attributes', () => {
    const query =
      'SELECT Name, Account.Name, Account.Owner.Name, Account.Owner.Email, Account.Parent.Name FROM Opportunity'
    expect(runQuery(query, org).records).toEqual([
      {
        attributes: attributes('Opportunity', deal),
        Name: 'Deal',
        Account: {
          attributes: attributes('Account', acme),
          Name: 'Acme',
          Owner: {
            attributes: attributes('User', manager),
            Name: 'Mona Manager',
            Email: 'mona@example.com',
          },
          Parent: null,
        },
      },
    ])
  })

  it('has polymorphic parents of type Name whose address names the object', () => {
    const query = "SELECT What.Name, What.Type, Who.Name FROM Event WHERE Subject != 'Visit'"
    expect(runQuery(query, org).records).toEqual([
      {
        attributes: attributes('Event', '00UHu00000A1111MAB'),
        What: {
          attributes: attributes('Name', deal, 'Opportunity'),
          Name: 'Deal',
          Type: 'Opportunity',
        },
        Who: { attributes: attributes('Name', ann, 'Contact'), Name: 'Ann Able' },
      },
      { attributes: attributes('Event', '00UHu00000C3333MAB'), What: null, Who: null },
    ])
  })

  it('filters by the type of a polymorphic parent', () => {
    const query = "SELECT Subject FROM Event WHERE What.Type = 'Account'"
    expect(runQuery(query, org).records.map((record) => record['Subject'])).toEqual(['Visit'])
  })

  it('has different fields for each type with TYPEOF', () => {
    const query =
      'SELECT TYPEOF What WHEN Opportunity THEN Amount, Account.Name WHEN Account THEN Type ELSE Name END FROM Event'
    expect(runQuery(query, org).records.map((record) => record['What'])).toEqual([
      {
        attributes: attributes('Opportunity', deal),
        Amount: 15000,
        Account: { attributes: attributes('Account', acme), Name: 'Acme' },
      },
      { attributes: attributes('Account', acme), Type: 'Customer - Direct' },
      null,
    ])
  })

  it('has children as an answer of their own, and null without any', () => {
    const query =
      "SELECT Name, (SELECT Name, Owner.Name FROM Contacts WHERE Title = null OR Title = 'CFO' ORDER BY Name DESC LIMIT 1) FROM Account"
    expect(runQuery(query, org).records.map((record) => record['Contacts'])).toEqual([
      {
        totalSize: 1,
        done: true,
        records: [
          {
            attributes: attributes('Contact', '003Hu00000B2222IAB'),
            Name: 'Bob Best',
            Owner: { attributes: attributes('User', rep), Name: 'Rita Rep' },
          },
        ],
      },
      null,
    ])
  })

  it('has the compound address made of its parts', () => {
    const [record] = runQuery("SELECT BillingAddress FROM Account WHERE Name = 'Acme'", org).records
    expect(record?.['BillingAddress']).toMatchObject({
      city: 'Rome',
      country: 'Italy',
      street: null,
    })
  })

  it('has all fields with FIELDS(ALL), the standard ones with FIELDS(STANDARD)', () => {
    const all = runQuery('SELECT FIELDS(ALL) FROM Account LIMIT 200', org).records[0] ?? {}
    const names = org.describe('Account')?.fields.map((field) => field.name) ?? []
    expect(Object.keys(all)).toEqual(['attributes', ...names])
    const standard = runQuery('SELECT FIELDS(STANDARD) FROM Opportunity', org).records[0] ?? {}
    expect(Object.keys(standard)).toHaveLength(41)
  })

  it('has labels and formatted values under the name of the field or an alias', () => {
    const query =
      'SELECT toLabel(Account.Type), FORMAT(Amount) sum, convertCurrency(Amount) FROM Opportunity'
    expect(runQuery(query, org).records).toEqual([
      {
        attributes: attributes('Opportunity', deal),
        Type: 'Customer - Direct',
        sum: '$15,000.00',
        Amount: 15000,
      },
    ])
  })
})
