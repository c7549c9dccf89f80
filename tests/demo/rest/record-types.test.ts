import { describe, expect, it, vi } from 'vitest'
import { makeId } from '#demo/org/ids.ts'
import type { Row } from '#demo/soql/source.ts'
import { deal, one, people, refusalOf } from '../small-org.ts'
import { served } from './served.ts'

const NEW = makeId('012', 900)
const recordTypes = [
  {
    object: 'opportunity',
    name: 'New Business',
    id: NEW.slice(0, 15),
    isDefault: true,
    picklistValues: { Type: ['New Customer'] },
  },
  { object: 'Opportunity', name: 'Renewal' },
  { object: 'Opportunity', name: 'Old', active: false },
]

const entries = (...names: readonly string[]) => names.map((value) => ({ value }))
const gadget = {
  name: 'Gadget__c',
  custom: true,
  keyPrefix: 'a0G',
  fields: [
    { name: 'Id', type: 'id' },
    {
      name: 'Kind__c',
      type: 'picklist',
      restrictedPicklist: true,
      picklistValues: entries('A', 'B', 'C'),
    },
    {
      name: 'Tags__c',
      type: 'multipicklist',
      restrictedPicklist: true,
      picklistValues: entries('X', 'Y', 'Z'),
    },
    { name: 'Free__c', type: 'picklist', picklistValues: entries('A', 'B', 'C') },
  ],
}

const org = () => served({ recordTypes })

/** As recorded in https://github.com/mbotos/SmartFactory-for-Force.com/issues/25. */
const notForTheUser = (id: string) => ({
  code: 'INVALID_CROSS_REFERENCE_KEY',
  text: `Record Type ID: this ID value isn't valid for the user: ${id}`,
  fields: ['RecordTypeId'],
})

describe('record types of an org folder', () => {
  it('stand in the describe of their object, one of them the default', () => {
    const infos = org().me.describe('Opportunity')?.['recordTypeInfos']
    expect(infos).toMatchObject([
      { name: 'New Business', developerName: 'New_Business', defaultRecordTypeMapping: true },
      { name: 'Renewal', active: true, available: true, defaultRecordTypeMapping: false },
      { name: 'Old', active: false, available: false },
      { name: 'Master', master: true, defaultRecordTypeMapping: false },
    ])
  })

  it('are records that deals belong to', () => {
    const { me } = org()
    me.create('Opportunity', deal)
    const soql = 'SELECT RecordType.DeveloperName FROM Opportunity'
    expect(one(me, soql)['RecordType']).toMatchObject({ DeveloperName: 'New_Business' })
    const named = me.query("SELECT Id FROM RecordType WHERE SobjectType = 'Opportunity'")
    expect(named).toHaveLength(3)
  })

  it('are told from records/RecordType.json as well', () => {
    const row = { Id: NEW, Name: 'Big', DeveloperName: 'Big', SobjectType: 'Account' }
    const { me } = served({ records: { RecordType: [row] } })
    expect(me.describe('Account')?.fields.some(({ name }) => name === 'RecordTypeId')).toBe(true)
    const id = me.create('Account', { Name: 'Acme', RecordTypeId: NEW })
    const soql = `SELECT RecordType.Name FROM Account WHERE Id = '${id}'`
    expect(one(me, soql)['RecordType']).toMatchObject({ Name: 'Big' })
  })

  it('are none where the folder tells of none', () => {
    const { me } = served()
    me.create('Account', { Name: 'Acme' })
    expect(one(me, 'SELECT RecordTypeId FROM Account')).toMatchObject({ RecordTypeId: null })
    expect(me.query('SELECT Id FROM RecordType')).toEqual([])
    const infos = me.describe('Account')?.['recordTypeInfos']
    expect(infos).toMatchObject([{ name: 'Master', defaultRecordTypeMapping: true }])
  })

  it('are told from a describe of the folder as well', () => {
    const info = { recordTypeId: NEW, name: 'Big', defaultRecordTypeMapping: true }
    const fields = ['Id', 'RecordTypeId'].map((name) => ({
      name,
      type: name === 'Id' ? 'id' : 'reference',
      referenceTo: name === 'Id' ? [] : ['RecordType'],
    }))
    const shop = { name: 'Shop__c', custom: true, keyPrefix: 'a0S', recordTypeInfos: [info] }
    const { me } = served({ describes: [{ ...shop, fields }] })
    me.create('Shop__c', {})
    expect(one(me, 'SELECT RecordTypeId FROM Shop__c')).toMatchObject({ RecordTypeId: NEW })
  })

  it('of another object are no record types of this one', () => {
    const { me } = served({ recordTypes: [...recordTypes, { object: 'Account', name: 'Firm' }] })
    const create = () => me.create('Account', { Name: 'Acme', RecordTypeId: NEW })
    expect(refusalOf(create)).toEqual(notForTheUser(NEW))
  })

  it('are given to no record once they are inactive, and stay with those that have them', () => {
    const [first, ...others] = recordTypes
    const old = { ...first, object: 'Opportunity', name: 'Old', active: false }
    const before = { ...deal, Id: makeId('006', 900), OwnerId: people.seller, RecordTypeId: NEW }
    const { me } = served({
      recordTypes: [old, ...others],
      records: { Opportunity: [before] },
    })
    const create = () => me.create('Opportunity', { ...deal, RecordTypeId: NEW })
    expect(refusalOf(create)).toEqual(notForTheUser(NEW))
    me.update('Opportunity', before.Id, { Name: 'Still old', RecordTypeId: NEW })
    const id = me.create('Opportunity', deal)
    const soql = `SELECT RecordTypeId FROM Opportunity WHERE Id = '${id}'`
    expect(one(me, soql)).toMatchObject({ RecordTypeId: null })
  })

  it('keep a restricted picklist to what they offer, and no other picklist', () => {
    const offered = { Kind__c: ['A'], Tags__c: ['X', 'Y'], Free__c: ['A'] }
    const { me } = served({
      describes: [gadget],
      recordTypes: [
        { object: 'Gadget__c', name: 'One', id: NEW, isDefault: true, picklistValues: offered },
        { object: 'Gadget__c', name: 'Two' },
      ],
    })
    const refused = (values: Row) => refusalOf(() => me.create('Gadget__c', values))
    const code = 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    const text = 'bad value for restricted picklist field: '
    expect(refused({ Kind__c: 'B' })).toEqual({ code, fields: ['Kind__c'], text: `${text}B` })
    expect(refused({ Tags__c: 'Y;Z' })).toEqual({ code, fields: ['Tags__c'], text: `${text}Z` })
    me.create('Gadget__c', { Kind__c: 'a', Tags__c: 'Y;X', Free__c: 'B' })
    const [two] = me.query("SELECT Id FROM RecordType WHERE Name = 'Two'")
    const id = me.create('Gadget__c', { Kind__c: 'B', RecordTypeId: two?.['Id'] })
    // What is not touched stays, also where the new type does not offer it.
    me.update('Gadget__c', id, { RecordTypeId: NEW })
    expect(refusalOf(() => me.update('Gadget__c', id, { Kind__c: 'C' })).code).toBe(code)
  })

  it('offer their own values of a picklist, and all of any other', async () => {
    const { answer, me } = org()
    const [renewal] = me.query("SELECT Id FROM RecordType WHERE Name = 'Renewal'")
    const offered = async (id: string) => {
      const path = `/ui-api/object-info/Opportunity/picklist-values/${id}/Type`
      return (await answer('GET', path)).body
    }
    expect(await offered(NEW)).toMatchObject({ values: [{ value: 'New Customer' }] })
    expect(await offered(String(renewal?.['Id']))).toMatchObject({ values: { length: 4 } })
    expect(await offered(makeId('012', 901))).toMatchObject([{ errorCode: 'NOT_FOUND' }])
  })

  it('are told of what the org has not, and know fields and values in any case', () => {
    const told = vi.spyOn(process, 'emitWarning').mockReturnValue()
    const picklistValues = { kind__c: ['a', 'Z'], Nope__c: ['A'], Id: ['A'] }
    const { me } = served({
      describes: [gadget],
      recordTypes: [
        { object: 'gadget__c', name: 'One', isDefault: true, picklistValues },
        { object: 'Nope__c', name: 'Two' },
      ],
    })
    const said = told.mock.calls.map(([warning]) => String(warning))
    told.mockRestore()
    expect(said).toEqual([
      'Of the record type One in record-types.json: Kind__c has no value Z.',
      'Of the record type One in record-types.json: Gadget__c has no picklist Nope__c.',
      'Of the record type One in record-types.json: Gadget__c has no picklist Id.',
      'Of the record type Two in record-types.json: the org has no object Nope__c.',
    ])
    expect(me.create('Gadget__c', { Kind__c: 'A' })).toMatch(/^a0G/)
    expect(() => me.create('Gadget__c', { Kind__c: 'B' })).toThrow('bad value')
  })

  it('tell of a picklist that depends on another what it offers for which of its values', async () => {
    const area = {
      name: 'Area__c',
      type: 'picklist',
      controllerName: 'Kind__c',
      dependentPicklist: true,
      picklistValues: [
        { value: 'North', validFor: 'oAAA' },
        { value: 'South', validFor: 'QAAA' },
      ],
    }
    const { answer } = served({
      describes: [{ ...gadget, fields: [...gadget.fields, area] }],
      recordTypes: [
        { object: 'Gadget__c', name: 'One', id: NEW, picklistValues: { Kind__c: ['A', 'B'] } },
      ],
    })
    const offered = async (type: string) => {
      const path = `/ui-api/object-info/Gadget__c/picklist-values/${type}/Area__c`
      return (await answer('GET', path)).body
    }
    const info = await answer('GET', '/ui-api/object-info/Gadget__c')
    expect(info.body).toMatchObject({
      dependentFields: { Kind__c: { Area__c: {} } },
      fields: {
        Area__c: { controllerName: 'Kind__c', controllingFields: ['Kind__c'] },
        Kind__c: { controllerName: null, controllingFields: [] },
      },
    })
    expect(await offered('012000000000000AAA')).toMatchObject({
      controllerValues: { A: 0, B: 1, C: 2 },
      values: [
        { value: 'North', validFor: [0, 2] },
        { value: 'South', validFor: [1] },
      ],
    })
    expect(await offered(NEW)).toMatchObject({
      controllerValues: { A: 0, B: 1 },
      values: [{ validFor: [0] }, { validFor: [1] }],
    })
  })
})
