import { describe, expect, it } from 'vitest'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { deal, one, people, refusalOf, smallOrg } from '../small-org.ts'

const { metadata } = loadOrgFolder('demo/orgs/acme')
const everyone = ['Segue_User', 'Segue_Admin']
const withPackage = () =>
  smallOrg({
    metadata,
    org: {
      users: Object.values(people).map((id) => ({
        id,
        username: id,
        name: id === people.admin ? 'Ada Admin' : 'Sal Seller',
        profile: id === people.admin ? 'System Administrator' : 'Standard User',
        permissionSets: everyone,
      })),
    },
  })

/** Somebody in an org whose shops have a time. */
function shopkeeper() {
  const fields = [
    { name: 'Id', type: 'id' },
    { name: 'Opens__c', type: 'time' },
  ]
  const shop = { name: 'Shop__c', custom: true, keyPrefix: 'a0S', fields }
  return smallOrg({ describes: [shop] }).org.as(people.admin)
}

describe('a save is refused', () => {
  it.each([
    [{ Name: 'x', StageName: 'x' }, 'REQUIRED_FIELD_MISSING', ['CloseDate']],
    [{ ...deal, Name: 'x'.repeat(121) }, 'STRING_TOO_LONG', ['Name']],
    [{ ...deal, Foo: 1 }, 'INVALID_FIELD', []],
    [{ ...deal, Name: 'x'.repeat(121), Foo: 1 }, 'INVALID_FIELD', []],
    [{ ...deal, Name: 'x'.repeat(121), CloseDate: 'soon' }, 'JSON_PARSER_ERROR', []],
    [{ ...deal, IsWon: true }, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['IsWon']],
    [{ ...deal, AccountId: 'x' }, 'MALFORMED_ID', ['AccountId']],
    [{ ...deal, AccountId: people.admin }, 'FIELD_INTEGRITY_EXCEPTION', ['AccountId']],
    [{ ...deal, AccountId: '001000000000001AAA' }, 'INVALID_CROSS_REFERENCE_KEY', []],
    [{ ...deal, CloseDate: 'soon' }, 'JSON_PARSER_ERROR', []],
    [{ ...deal, Amount: 'a lot' }, 'JSON_PARSER_ERROR', []],
    [{ ...deal, CloseDate: '1699-12-31' }, 'FIELD_INTEGRITY_EXCEPTION', ['CloseDate']],
    [{ ...deal, CloseDate: '4001-01-01' }, 'FIELD_INTEGRITY_EXCEPTION', ['CloseDate']],
    [{ ...deal, Probability: 101 }, 'NUMBER_OUTSIDE_VALID_RANGE', ['Probability']],
    [{ ...deal, Probability: -1 }, 'NUMBER_OUTSIDE_VALID_RANGE', ['Probability']],
    [
      { ...deal, ForecastCategoryName: 'Sunny' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      ['ForecastCategoryName'],
    ],
  ])('%j with %s', (values, code, fields) => {
    const { org } = smallOrg()
    const refusal = refusalOf(() => org.as(people.seller).create('Opportunity', values))
    expect([refusal.code, refusal.fields]).toEqual([code, fields])
  })

  it.each([
    ['TimeZoneSidKey', 'Mars/Olympus'],
    ['LocaleSidKey', 'nowhere_at_all'],
  ])('a %s that is none, where it would make every query fail', (field, value) => {
    const me = smallOrg().org.as(people.admin)
    const change = () => me.update('User', people.seller, { [field]: value })
    const text = `bad value for restricted picklist field: ${value}`
    const code = 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    expect(refusalOf(change)).toEqual({ code, fields: [field], text })
  })

  it.each([
    ['CloseDate', '2026-02-30T10:00:00Z', 'date from VALUE_STRING value 2026-02-30T10:00:00Z'],
    ['CloseDate', '2026-02-20 or so', 'date from VALUE_STRING value 2026-02-20 or so'],
    ['CloseDate', 20261201, 'date from VALUE_NUMBER_INT value 20261201'],
    ['CloseDate', {}, 'date from START_OBJECT value {'],
    ['Amount', true, 'currency from VALUE_TRUE value true'],
    ['Amount', [1], 'currency from START_ARRAY value [line'],
    ['Amount', ' ', 'currency from VALUE_STRING value  '],
    ['Name', {}, 'string from START_OBJECT value {'],
    ['Type', ['New Customer'], 'picklist from START_ARRAY value [line'],
  ])('for a %s of %j, as Salesforce words it', (name, value, words) => {
    const { org } = smallOrg()
    const create = () => org.as(people.seller).create('Opportunity', { ...deal, [name]: value })
    expect(refusalOf(create).text).toContain(`Cannot deserialize instance of ${words}`)
  })

  it.each([
    ['NumberOfEmployees', 1.5, 'JSON_PARSER_ERROR'],
    ['NumberOfEmployees', '1.5', 'JSON_PARSER_ERROR'],
    ['BillingLatitude', 90.1, 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['ShippingLongitude', -180.5, 'NUMBER_OUTSIDE_VALID_RANGE'],
  ])('for a %s of %j, which there is not', (name, value, code) => {
    const me = smallOrg().org.as(people.seller)
    expect(refusalOf(() => me.create('Account', { Name: 'Acme', [name]: value })).code).toBe(code)
    expect(me.create('Account', { Name: 'Acme', [name]: 90 })).toMatch(/^001/)
  })

  it.each(['2026-02-30T10:00:00Z', '2026-04-31T00:00:00.000+0000', '2026-02-20T25:00:00Z'])(
    'for the moment %s, which there is not',
    (moment) => {
      const { org } = smallOrg()
      const values = { Subject: 'Call', IsReminderSet: true, ReminderDateTime: moment }
      const create = () => org.as(people.seller).create('Task', values)
      expect(refusalOf(create).code).toBe('JSON_PARSER_ERROR')
    },
  )

  it.each(['9:30', '25:00:00', 'noon'])('for the time %s, which there is not', (Opens__c) => {
    const create = () => shopkeeper().create('Shop__c', { Opens__c })
    expect(refusalOf(create).code).toBe('JSON_PARSER_ERROR')
  })

  it('for a custom field that is required, was empty before, and is not even named', () => {
    const fields = [
      { name: 'Id', type: 'id' },
      { name: 'Name', type: 'string' },
      { name: 'City__c', type: 'string', nillable: false },
    ]
    const shop = { name: 'Shop__c', custom: true, keyPrefix: 'a0S', fields }
    const Id = 'a0S000000000001EAA'
    const { org } = smallOrg({ describes: [shop], records: { Shop__c: [{ Id }] } })
    const save = (values: object) => () =>
      org.as(people.admin).update('Shop__c', Id, { Name: 'Hut', ...values })
    expect(refusalOf(save({}))).toMatchObject({
      code: 'REQUIRED_FIELD_MISSING',
      fields: ['City__c'],
    })
    expect(save({ City__c: 'Husum' })).not.toThrow()
  })

  it('for content that is no base64', () => {
    const me = smallOrg().org.as(people.seller)
    const create = (VersionData: string) =>
      me.create('ContentVersion', { Title: 'Plan', PathOnClient: 'plan.txt', VersionData })
    expect(refusalOf(() => create('not base64!')).code).toBe('JSON_PARSER_ERROR')
    expect(create('SGVs\r\nbG8=')).toMatch(/^068/)
  })

  it.each([
    ['OwnerId', 'INVALID_CROSS_REFERENCE_KEY'],
    ['Status', 'REQUIRED_FIELD_MISSING'],
  ])('when it empties %s, which had a default and may not be empty', (name, code) => {
    const { org } = smallOrg()
    const me = org.as(people.seller)
    const id = me.create('Task', { Subject: 'Call', [name]: null })
    const refusal = refusalOf(() => me.update('Task', id, { [name]: null }))
    expect([refusal.code, refusal.fields]).toEqual([code, [name]])
  })

  it('when a unique key is there already, with the id of the other', () => {
    const { org } = withPackage()
    const me = org.as(people.seller)
    const values = { Client_Key__c: 'K-1', Opportunity__c: me.create('Opportunity', deal) }
    const first = me.create('Handoff__c', values)
    const again = refusalOf(() => me.create('Handoff__c', { ...values, Client_Key__c: 'k-1' }))
    expect(again.code).toBe('DUPLICATE_VALUE')
    expect(again.text).toBe(
      `duplicate value found: Client_Key__c duplicates value on record with id: ${first.slice(0, 15)}`,
    )
  })

  it('when a duplicate rule finds the same person twice', () => {
    const { org } = smallOrg({
      duplicateRules: [{ object: 'Contact', fields: ['Email', 'LastName'] }],
    })
    const me = org.as(people.seller)
    const create = () => me.create('Contact', { LastName: 'Ann', Email: 'ann@b.example' })
    create()
    expect(refusalOf(create)).toMatchObject({
      code: 'DUPLICATES_DETECTED',
      text: 'Use one of these records?',
    })
    expect(me.create('Contact', { LastName: 'Bea', Email: 'ann@b.example' })).toMatch(/^003/)
  })
})

describe('a save', () => {
  it.each([
    ['09:30', '09:30:00.000Z'],
    ['09:30:15.5Z', '09:30:15.500Z'],
  ])('keeps the time %s as %s', (Opens__c, kept) => {
    const me = shopkeeper()
    me.create('Shop__c', { Opens__c })
    expect(one(me, 'SELECT Opens__c FROM Shop__c')['Opens__c']).toBe(kept)
  })

  it('that is refused leaves no number, row or history behind', () => {
    const { org } = withPackage()
    const me = org.as(people.seller)
    const Opportunity__c = me.create('Opportunity', deal)
    refusalOf(() => me.create('Handoff__c', { Opportunity__c, Incoming_Owner__c: 'x' }))
    refusalOf(() => me.create('Handoff__c', { Opportunity__c, Status__c: 'Rejected' }))
    me.create('Handoff__c', { Opportunity__c, Client_Key__c: 'k' })
    expect(one(me, 'SELECT Name FROM Handoff__c')['Name']).toBe('HO-00001')
    expect(me.query("SELECT Id FROM Handoff__History WHERE Field = 'created'")).toHaveLength(1)
  })

  it('stamps who changed the record and when', () => {
    const { org, clock } = smallOrg()
    const id = org.as(people.seller).create('Opportunity', deal)
    clock.advance(90)
    org.as(people.manager).update('Opportunity', id, { NextStep: ' Call  ' })
    expect(
      one(
        org.as(people.seller),
        'SELECT NextStep, CreatedDate, CreatedById, LastModifiedDate, LastModifiedById FROM Opportunity',
      ),
    ).toMatchObject({
      CreatedDate: '2026-11-23T10:00:00.000+0000',
      CreatedById: people.seller,
      LastModifiedDate: '2026-11-23T10:01:30.000+0000',
      LastModifiedById: people.manager,
    })
  })

  it('works out formula fields for whoever reads', () => {
    const { org } = withPackage()
    const me = org.as(people.seller)
    const Opportunity__c = me.create('Opportunity', deal)
    me.create('Handoff__c', { Opportunity__c, Client_Key__c: 'k', Incoming_Owner__c: people.other })
    const forMe = 'SELECT Id FROM Handoff__c WHERE For_Me__c = true'
    expect(me.query(forMe)).toHaveLength(0)
    expect(org.as(people.admin).query('SELECT For_Me__c FROM Handoff__c')[0]).toMatchObject({
      For_Me__c: false,
    })
    expect(refusalOf(() => me.create('Handoff__c', { For_Me__c: true })).code).toBe(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    )
  })
})
