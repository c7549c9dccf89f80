import { describe, expect, it } from 'vitest'
import { column, refusalOf, rep, smallOrg } from './small-org.ts'

const org = smallOrg({
  Account: [
    { Id: '001Hu00000A1111IAB', Name: 'Acme', Industry: 'Energy', OwnerId: rep },
    { Id: '001Hu00000A2222IAB', Name: 'Böhm & Söhne', Industry: null, OwnerId: rep },
  ],
  Opportunity: [
    {
      Id: '006Hu00000A1111IAB',
      Name: 'Acme renewal',
      AccountId: '001Hu00000A1111IAB',
      Amount: 500,
      StageName: 'Prospecting',
      IsWon: false,
      NextStep: "Ann's call",
      OwnerId: rep,
    },
    {
      Id: '006Hu00000a1111IAA',
      Name: 'acme 50%',
      AccountId: '001Hu00000A2222IAB',
      Amount: 1500.5,
      StageName: 'Closed Won',
      IsWon: true,
      NextStep: '',
      OwnerId: '005Hu00000B2222IAB',
    },
    { Id: '006Hu00000B1111IAB', Name: 'Zed', AccountId: null, Amount: null, StageName: null },
  ],
})

const [renewal, half, zed] = ['Acme renewal', 'acme 50%', 'Zed']

describe('a WHERE clause', () => {
  it.each([
    ["Name = 'ACME RENEWAL'", [renewal]],
    ["Name = 'acme%'", []],
    ["Name LIKE 'acme%'", [renewal, half]],
    ["Name LIKE '%\\%'", [half]],
    ["Name LIKE '_ed'", [zed]],
    ['Name LIKE null', []],
    ["Name LIKE 'ACME 50\\%'", [half]],
    ["(NOT Name LIKE 'acme%')", [zed]],
    ["NextStep = 'Ann\\'s call'", [renewal]],
    ["NextStep = ''", [half, zed]],
    ['NextStep = null', [half, zed]],
    ['NextStep != null', [renewal]],
    ['Amount > 500', [half]],
    ['Amount >= 500', [renewal, half]],
    ['Amount < 1500.5', [renewal]],
    ['Amount <= 1.5', []],
    ['Amount != 500', [half, zed]],
    ['Amount <> 500', [half, zed]],
    ['(NOT Amount > 500)', [renewal, zed]],
    ['Amount IN (500, 1500.50)', [renewal, half]],
    ['Amount NOT IN (500)', [half, zed]],
    ['Amount = USD500', [renewal]],
    ["StageName IN ('closed won', 'Nope')", [half]],
    ["StageName NOT IN ('Closed Won')", [renewal, zed]],
    ['IsWon = TRUE', [half]],
    ['IsWon = false', [renewal, zed]],
    ['IsWon != true', [renewal, zed]],
    ['IsWon = null', [renewal, zed]],
    ['IsWon != null', [half]],
    ["Id = '006Hu00000A1111IAB'", [renewal]],
    ["Id = '006Hu00000A1111'", [renewal]],
    ["Id = '006Hu00000a1111'", [half]],
    ["Id IN ('006Hu00000A1111', '006Hu00000B1111IAB')", [renewal, zed]],
    ["Id != '006Hu00000A1111'", [half, zed]],
    ["AccountId = '001Hu00000A1111' AND Amount = 500", [renewal]],
    ["AccountId = '001Hu00000A1111' AND Amount = 1", []],
    ["Account.Name = 'acme'", [renewal]],
    ["Account.Industry != 'Energy'", [half, zed]],
    ['Account.Industry = null', [half, zed]],
    ["Account.Name LIKE 'BÖHM%'", [half]],
    ["opportunity.account.name = 'Acme'", [renewal]],
    ["Name LIKE 'a%' AND (Amount > 1000 OR StageName = 'Prospecting')", [renewal, half]],
    ["(Amount > 1000 AND IsWon = true) OR (Name = 'Zed')", [half, zed]],
    ["NOT (Name = 'Zed' OR Amount > 1000)", [renewal]],
    ["(NOT (NOT (Name = 'Zed')))", [zed]],
    ["AccountId IN (SELECT Id FROM Account WHERE Industry = 'Energy')", [renewal]],
    ["AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'Energy')", [half, zed]],
    ['AccountId IN (SELECT AccountId FROM Contact)', []],
  ])('%s lets through %j', (where, names) => {
    expect(column(`SELECT Name FROM Opportunity WHERE ${where}`, org)).toEqual(names)
  })

  it('reads names through the alias of the object', () => {
    const query = "SELECT o.Name FROM Opportunity o WHERE o.Account.Name = 'acme' ORDER BY o.Name"
    expect(column(query, org)).toEqual([renewal])
  })

  it('finds parents that have children by an anti- or semi-join', () => {
    const having = 'SELECT AccountId FROM Opportunity WHERE Amount > 1000'
    expect(column(`SELECT Name FROM Account WHERE Id IN (${having})`, org)).toEqual([
      'Böhm & Söhne',
    ])
    expect(column(`SELECT Name FROM Account WHERE Id NOT IN (${having})`, org)).toEqual(['Acme'])
  })

  it('takes two joins, and alternatives beside and within them', () => {
    const where = `(Name = 'Acme' OR Name = 'x')
      AND Id IN (SELECT AccountId FROM Opportunity WHERE Name = 'zed' OR Amount < 1000)
      AND Id NOT IN (SELECT o.AccountId FROM Opportunity o WHERE Amount > 1000)`
    expect(column(`SELECT Name FROM Account WHERE ${where}`, org)).toEqual(['Acme'])
  })

  it('lets through the own records only with USING SCOPE mine', () => {
    expect(column('SELECT Name FROM Opportunity USING SCOPE mine', org)).toEqual([renewal])
    expect(column('SELECT Name FROM Opportunity USING SCOPE everything', org)).toHaveLength(3)
  })

  it.each(['WITH SECURITY_ENFORCED', 'WITH USER_MODE', 'FOR VIEW', 'FOR REFERENCE'])(
    'goes with %s',
    (clause) => {
      expect(column(`SELECT Name FROM Opportunity WHERE Name = 'Zed' ${clause}`, org)).toEqual([
        zed,
      ])
    },
  )
})

describe('a multi-select picklist', () => {
  const describeLead = smallOrg({}).describe('Lead')
  if (!describeLead) throw new Error('The recorded describe of Lead is missing.')
  const fields = describeLead.fields.map((field) =>
    field.name === 'Title' ? { ...field, type: 'multipicklist' } : field,
  )
  const leads = smallOrg(
    { Lead: ['a', 'a;b', 'b;c', null].map((Title, index) => ({ Name: `L${index}`, Title })) },
    { describe: () => ({ ...describeLead, fields }) },
  )

  it.each([
    ["INCLUDES ('A')", ['L0', 'L1']],
    ["INCLUDES ('a;b')", ['L1']],
    ["INCLUDES ('a;b', 'c')", ['L1', 'L2']],
    ["EXCLUDES ('a')", ['L2', 'L3']],
  ])('%s lets through %j', (condition, names) => {
    expect(column(`SELECT Name FROM Lead WHERE Title ${condition}`, leads)).toEqual(names)
  })

  it.each(['INCLUDES (5)', "EXCLUDES ('a', 5)"])('refuses %s', (condition) => {
    expect(refusalOf(`SELECT Name FROM Lead WHERE Title ${condition}`, leads)).toEqual({
      code: 'INVALID_FIELD',
      message: expect.stringContaining('should be enclosed in quotes'),
    })
  })
})
