import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { served } from './served.ts'

const columns = z.array(
  z.object({
    columnName: z.string(),
    displayName: z.string(),
    aggregate: z.boolean(),
    foreignKeyName: z.string().nullable(),
    get joinColumns() {
      return columns
    },
  }),
)

/**
 * What `sf data query` prints a table by: `&columns=true`.
 * https://github.com/salesforcecli/plugin-data/blob/main/src/commands/data/query.ts
 */
describe('the columns of a query', () => {
  const { me, answer } = served()
  me.create('Account', { Name: 'Acme' })

  const ask = (soql: string) => answer('GET', `/query?q=${encodeURIComponent(soql)}&columns=true`)
  const columnsOf = async (soql: string) =>
    z.object({ columnMetadata: columns }).parse((await ask(soql)).body).columnMetadata

  it('tell the types of fields, and what may be written', async () => {
    const { status, body } = await ask('SELECT id, Name, AnnualRevenue, IsDeleted FROM account')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      entityName: 'Account',
      groupBy: false,
      idSelected: true,
      keyPrefix: '001',
      columnMetadata: [
        { columnName: 'Id', apexType: 'Id', textType: false, insertable: false, joinColumns: [] },
        { columnName: 'Name', apexType: 'String', textType: true, updatable: true },
        { columnName: 'AnnualRevenue', apexType: 'Double', numberType: true, custom: false },
        { columnName: 'IsDeleted', apexType: 'Boolean', booleanType: true, updatable: false },
      ],
    })
  })

  it('lie within the parents and the children they are of', async () => {
    const soql =
      'SELECT Owner.Name, Owner.Manager.Name, (SELECT LastName FROM Contacts) FROM Account'
    expect(await columnsOf(soql)).toMatchObject([
      {
        columnName: 'Owner',
        foreignKeyName: 'OwnerId',
        aggregate: false,
        joinColumns: [
          { columnName: 'Name' },
          { columnName: 'Manager', joinColumns: [{ columnName: 'Name' }] },
        ],
      },
      { columnName: 'Contacts', aggregate: true, joinColumns: [{ columnName: 'LastName' }] },
    ])
  })

  it('are called as the values of a grouped query are', async () => {
    const soql =
      'SELECT Owner.Name, AVG(AnnualRevenue), COUNT(Id) n, MAX(Name), GROUPING(Owner.Name) FROM Account GROUP BY ROLLUP(Owner.Name)'
    const found = await columnsOf(soql)
    expect(found).toMatchObject([
      { columnName: 'Name', aggregate: false },
      { columnName: 'expr0', displayName: 'avg(AnnualRevenue)', aggregate: true },
      { columnName: 'n', aggregate: true },
      { columnName: 'expr1', displayName: 'max(Name)', aggregate: true },
      { columnName: 'expr2', aggregate: true },
    ])
    const { body } = await answer('GET', `/query?q=${encodeURIComponent(soql)}`)
    const [record = {}] = z.object({ records: z.array(z.looseObject({})) }).parse(body).records
    expect(Object.keys(record)).toEqual(['attributes', ...found.map((one) => one.columnName)])
  })

  it.each([
    'SELECT FORMAT(AnnualRevenue), toLabel(Type) FROM Account',
    'SELECT COUNT() FROM Account',
  ])('are there for functions too: %s', async (soql) => {
    const { body } = await answer('GET', `/query?q=${encodeURIComponent(soql)}`)
    const [record = {}] = z.object({ records: z.array(z.looseObject({})) }).parse(body).records
    const { attributes: _, ...values } = record
    const found = await columnsOf(soql)
    expect(found.map((one) => one.columnName)).toEqual(Object.keys(values))
  })

  it('are refused as the query itself would be', async () => {
    const { status, body } = await ask('SELECT Foo FROM Account')
    expect([status, body]).toMatchObject([400, [{ errorCode: 'INVALID_FIELD' }]])
  })
})
