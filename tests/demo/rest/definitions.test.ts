import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { served } from './served.ts'

/** As Salesforce Inspector, Org Check and SFDMU ask what objects there are. */
describe('the objects of an org', () => {
  const { answer } = served()
  const ask = async (soql: string, resource = 'query') => {
    const { status, body } = await answer('GET', `/${resource}?q=${encodeURIComponent(soql)}`)
    return { status, body }
  }
  const rowsOf = async (soql: string) =>
    z.object({ records: z.array(z.looseObject({})) }).parse((await ask(soql)).body).records

  it('can be asked for by name', async () => {
    const soql =
      "SELECT Id, QualifiedApiName, Label, KeyPrefix, DurableId, PublisherId FROM EntityDefinition WHERE QualifiedApiName = 'account'"
    const url = '/services/data/v67.0/sobjects/EntityDefinition/Account'
    expect(await rowsOf(soql)).toEqual([
      {
        attributes: { type: 'EntityDefinition', url },
        Id: '000000000000000AAA',
        QualifiedApiName: 'Account',
        Label: 'Account',
        KeyPrefix: '001',
        DurableId: 'Account',
        PublisherId: 'System',
      },
    ])
  })

  it('are those that a describe lists', async () => {
    const { body } = await answer('GET', '/sobjects')
    const { sobjects } = z.object({ sobjects: z.array(z.object({ name: z.string() })) }).parse(body)
    const rows = await rowsOf('SELECT QualifiedApiName FROM EntityDefinition')
    expect(new Set(rows.map((row) => row['QualifiedApiName']))).toEqual(
      new Set(sobjects.map(({ name }) => name)),
    )
  })

  it('tell their fields, as Setup calls their types', async () => {
    const soql =
      "SELECT QualifiedApiName, DataType, ReferenceTo, EntityDefinition.Label FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Opportunity' AND QualifiedApiName IN ('Name', 'AccountId', 'CloseDate', 'StageName', 'Amount', 'CreatedDate', 'IsWon') ORDER BY QualifiedApiName"
    const rows = await rowsOf(soql)
    expect(rows.map((row) => [row['QualifiedApiName'], row['DataType']])).toEqual([
      ['AccountId', 'Lookup(Account)'],
      ['Amount', 'Currency(16, 2)'],
      ['CloseDate', 'Date'],
      ['CreatedDate', 'Date/Time'],
      ['IsWon', 'Checkbox'],
      ['Name', 'Text(120)'],
      ['StageName', 'Picklist'],
    ])
    expect(rows[0]).toMatchObject({
      ReferenceTo: { referenceTo: ['Account'] },
      EntityDefinition: { Label: 'Opportunity' },
    })
  })

  it('tell their fields below themselves too', async () => {
    const soql =
      "SELECT QualifiedApiName, (SELECT QualifiedApiName FROM Fields WHERE QualifiedApiName IN ('Name', 'OwnerId')) FROM EntityDefinition WHERE QualifiedApiName = 'Opportunity'"
    for (const resource of ['query', 'tooling/query']) {
      expect((await ask(soql, resource)).body).toMatchObject({
        records: [
          { Fields: { records: [{ QualifiedApiName: 'Name' }, { QualifiedApiName: 'OwnerId' }] } },
        ],
      })
    }
  })

  it('have lists, each with a row of its own', async () => {
    const lists = await rowsOf("SELECT Id, Name FROM ListView WHERE SobjectType = 'Account'")
    const [one] = lists
    const path = `/sobjects/ListView/${String(one?.['Id'])}?fields=Name`
    expect(await answer('GET', path)).toMatchObject({ status: 200, body: { Name: one?.['Name'] } })
    expect((await answer('DELETE', path)).status).toBe(404)
  })

  it.each(["EntityDefinitionId = 'Case'", "DurableId = 'Case.CaseNumber'"])(
    'tell of one object, which a query of fields has to name: %s',
    async (filter) => {
      const rows = await rowsOf(`SELECT DurableId, DataType FROM FieldDefinition WHERE ${filter}`)
      const number = rows.find((row) => row['DurableId'] === 'Case.CaseNumber')
      expect(number).toMatchObject({ DataType: 'Auto Number' })
      const { status, body } = await ask('SELECT DurableId FROM FieldDefinition')
      const message =
        'FieldDefinition: a filter on a reified column is required [EntityDefinitionId,DurableId]'
      expect([status, body]).toMatchObject([400, [{ errorCode: 'MALFORMED_QUERY', message }]])
    },
  )
})

describe('what an org lists', () => {
  const { answer, me } = served()
  const rowsOf = async (soql: string) => {
    const { body } = await answer('GET', `/query?q=${encodeURIComponent(soql)}`)
    return z.object({ records: z.array(z.looseObject({})) }).parse(body).records
  }

  it('are lists of its objects, under the ids they are read by', async () => {
    const rows = await rowsOf(
      "SELECT Id, Name, CreatedBy.IsActive FROM ListView WHERE SobjectType = 'Account' AND DeveloperName = 'AllAccount'",
    )
    expect(rows).toMatchObject([{ Name: 'All Accounts', CreatedBy: { IsActive: true } }])
    const path = `/sobjects/Account/listviews/${String(rows[0]?.['Id'])}`
    const { status, body } = await answer('GET', path)
    expect([status, body]).toMatchObject([200, { developerName: 'AllAccount' }])
  })

  it('are records that the caller has dealt with last', async () => {
    const Id = me.create('Account', { Name: 'Acme' })
    const soql =
      "SELECT Id, Name, Type FROM RecentlyViewed WHERE Type = 'Account' ORDER BY LastViewedDate DESC"
    expect(await rowsOf(soql)).toMatchObject([{ Id, Name: 'Acme', Type: 'Account' }])
  })
})

/** https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources.htm */
describe('the Tooling API', () => {
  const { answer } = served()
  const ask = (soql: string) => answer('GET', `/tooling/query?q=${encodeURIComponent(soql)}`)

  it('answers queries in a shape of its own', async () => {
    const { status, body } = await ask(
      "SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName >= 'A' AND QualifiedApiName < 'AccountA' LIMIT 2000",
    )
    const url = '/services/data/v67.0/tooling/sobjects/EntityDefinition/Account'
    const attributes = { type: 'EntityDefinition', url }
    expect([status, body]).toEqual([
      200,
      {
        size: 1,
        totalSize: 1,
        done: true,
        queryLocator: null,
        entityTypeName: 'EntityDefinition',
        records: [{ attributes, QualifiedApiName: 'Account' }],
      },
    ])
  })

  it.each(['Account', 'ApexClass'])('has no %s here', async (name) => {
    const { status, body } = await ask(`SELECT Id FROM ${name}`)
    expect([status, body]).toMatchObject([400, [{ errorCode: 'INVALID_TYPE' }]])
  })
})
