import { describe, expect, it } from 'vitest'
import { refusalOf, smallOrg } from './small-org.ts'

const org = smallOrg({})

const APPEND_C =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
const APPEND_R =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."

const JOIN = 'Id IN (SELECT AccountId FROM Contact)'

describe('a refused query', () => {
  it('points at an unknown object as recorded', () => {
    expect(refusalOf('select count() from XYZZY', org)).toEqual({
      code: 'INVALID_TYPE',
      message:
        "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
    })
  })

  it('points at an unknown field', () => {
    expect(refusalOf('SELECT Foo FROM Account', org)).toEqual({
      code: 'INVALID_FIELD',
      message: `\nSELECT Foo FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Foo' on entity 'Account'. ${APPEND_C}`,
    })
  })

  it('points into a subquery where the fault is there', () => {
    const soql = 'SELECT Name FROM Account WHERE Id IN (SELECT Name FROM Contact)'
    expect(refusalOf(soql, org).message).toContain(
      "Row:1:Column:46\nThe selected field 'Name' in the subquery should be an id field",
    )
  })

  it('points at the end of an unfinished query', () => {
    expect(refusalOf('SELECT Id FROM Account WHERE', org)).toEqual({
      code: 'MALFORMED_QUERY',
      message:
        "\nSELECT Id FROM Account WHERE\n                            ^\nERROR at Row:1:Column:29\nunexpected token: '<EOF>'",
    })
  })

  it('counts rows and columns within a query of several lines', () => {
    const { message } = refusalOf('SELECT Id\nFROM Account\nWHERE Nope = 1', org)
    expect(message).toMatch(/^\nWHERE Nope = 1\n {6}\^\nERROR at Row:3:Column:7\n/)
  })

  it('points into a query that begins with an empty line', () => {
    const { message } = refusalOf('\nAND', org)
    expect(message).toBe("\nAND\n^\nERROR at Row:2:Column:1\nunexpected token: 'AND'")
  })

  it.each([
    ["SELECT Id FROM Account WHERE Name IN ('a') AND Type IN ( )", 58, ')'],
    ['SELECT Id FROM Account -- all', 24, '-'],
  ])('points at the end of an empty list and at a comment: %s', (query, column, found) => {
    const { message } = refusalOf(query, org)
    expect(message).toContain(`Row:1:Column:${column}\nunexpected token: '${found}'`)
  })

  it('points at a name behind an alias', () => {
    const { message } = refusalOf('SELECT a.Nope FROM Account a', org)
    expect(message).toContain('\n       ^\nERROR at Row:1:Column:8\n')
  })

  it('shows thirty characters either side and cuts no word', () => {
    const query =
      'SELECT Id, AccountNumber, BillingPostalCode, Nope, ShippingPostalCode, NumberOfEmployees, Industry FROM Account'
    expect(refusalOf(query, org).message.split('\n').slice(0, 4)).toEqual([
      '',
      'AccountNumber, BillingPostalCode, Nope, ShippingPostalCode, NumberOfEmployees',
      '                                  ^',
      'ERROR at Row:1:Column:46',
    ])
  })

  it.each([
    ['SELECT Id, FROM Account', "unexpected token: 'FROM'"],
    ["SELECT Id FROM Account WHERE Name = 'a' AND Type = 'b' OR Type = 'c'", "token: 'OR'"],
    ["SELECT Id FROM Account WHERE Name = 'a' OR (Type = 'b') AND Type = 'c'", "token: 'AND'"],
    ["SELECT Id FROM Account WHERE Name != null AND NOT (Type = 'b')", "unexpected token: 'NOT'"],
    ["SELECT Id FROM Account WHERE Name = 'a", "mismatched character '<EOF>' expecting '''"],
    ['SELECT Id FROM Account WHERE Name = "a"', `no viable alternative at character '"'`],
    [
      String.raw`SELECT Id FROM Account WHERE Name = 'a\qb'`,
      "1:39 no viable alternative at character 'q'",
    ],
    [String.raw`SELECT Id FROM Account WHERE Name = '\u12'`, "viable alternative at character 'u'"],
    ["SELECT Id FROM Account WHERE Name IN 'a'", "unexpected token: ''a''"],
    ['SELECT Id FROM Account WHERE Name = :name', 'Bind variables only allowed in Apex code'],
    ['SELECT Name n FROM Account', 'only aggregate expressions use field aliasing'],
    [
      'SELECT FIELDS(ALL) FROM Account',
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    ['SELECT FIELDS(CUSTOM) FROM Account LIMIT 201', 'must have a LIMIT of at most 200'],
    [
      'SELECT Id FROM Account ORDER BY Description',
      "field 'Description' can not be sorted in a query",
    ],
    ['SELECT Name, COUNT(Id) FROM Account', 'Field must be grouped or aggregated: Name'],
    ['SELECT Name FROM Account GROUP BY Type', 'Field must be grouped or aggregated: Name'],
    [`SELECT ${'Parent.'.repeat(6)}Name FROM Account`, 'not have more than 5 levels'],
    ['SELECT COUNT() FROM Account GROUP BY Name', "unexpected token: 'GROUP'"],
    ['SELECT COUNT() FROM Account ORDER BY Name', "unexpected token: 'ORDER'"],
    ['SELECT Id FROM Opportunity WHERE convertCurrency(Amount) > 1', "token: 'convertCurrency'"],
    ["SELECT Id FROM Opportunity WHERE FORMAT(Amount) = '1'", "unexpected token: 'FORMAT'"],
    ['SELECT SUM(Name) FROM Account', 'field Name does not support aggregate operator SUM'],
    ['SELECT Description FROM Account GROUP BY Description', 'can not be grouped in a query call'],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Account)',
      'The inner and outer selects should not be on the same object type',
    ],
    [
      'SELECT Id FROM Account WHERE Name IN (SELECT Id FROM Contact)',
      "should be an id field, cannot use: 'Name'",
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Contact)',
      'should point to the same object type',
    ],
    ['SELECT Id FROM Account WITH DATA CATEGORY Geo__c AT Asia__c', "unexpected token: 'DATA'"],
    ['SELECT (SELECT LastName FROM Contacts GROUP BY LastName) FROM Account', "token: 'GROUP'"],
    ["SELECT (SELECT Id FROM Contacts HAVING Id != '') FROM Account", "unexpected token: 'HAVING'"],
    ['SELECT CALENDAR_YEAR(Name) FROM Account GROUP BY CALENDAR_YEAR(Name)', 'CALENDAR_YEAR'],
    ['SELECT Id FROM Opportunity WHERE DAY_ONLY(Amount) = TODAY', 'field Amount does not support'],
    ['SELECT Id FROM Account WHERE HOUR_IN_DAY(convertTimezone(Name)) = 1', 'CONVERTTIMEZONE'],
    ['SELECT Id FROM Opportunity WHERE HOUR_IN_DAY(CloseDate) = 1', 'does not support function'],
    ['SELECT Id FROM Opportunity WHERE DAY_ONLY(CloseDate) = TODAY', 'does not support function'],
    ['SELECT Id FROM Opportunity WHERE CloseDate = 2026-02-30', 'Invalid date: 2026-02-30'],
    ['SELECT Id FROM Opportunity WHERE CloseDate IN (TODAY, 2026-00-10)', 'date: 2026-00-10'],
    ['SELECT Id FROM Account WHERE CreatedDate > 2026-13-01T00:00:00Z', 'date: 2026-13-01T00:00'],
    ['SELECT Id FROM Account WHERE CreatedDate > 2026-02-30T10:00:00Z', 'date: 2026-02-30T10:00'],
    ['SELECT Id FROM Account WHERE CreatedDate > 2026-02-20T25:00:00Z', 'date: 2026-02-20T25:00'],
    [`SELECT Id FROM Account WHERE ${JOIN} OR Name = 'a'`, "not allowed with the 'OR' operator"],
    [`SELECT Id FROM Account WHERE Name = 'a' AND (Type = 'b' OR ${JOIN})`, "the 'OR' operator"],
    [`SELECT Id FROM Account WHERE NOT (${JOIN})`, "not allowed with the 'NOT' operator"],
    [
      `SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE ${JOIN})`,
      'Nesting of semi join sub-selects is not supported',
    ],
    [
      `SELECT Id FROM Account WHERE ${JOIN} AND ${JOIN} AND (${JOIN})`,
      'Maximum 2 semi join sub-selects are allowed',
    ],
    ...['LIMIT 1', 'ORDER BY Name', 'GROUP BY AccountId', 'FOR VIEW'].map((clause) => [
      `SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact ${clause})`,
      `Semi join sub-selects do not support the ${clause.replace(/ \w+$/, '')} clause`,
    ]),
    [
      'SELECT Id FROM Account WHERE Id = (SELECT AccountId FROM Contact)',
      "\n                                  ^\nERROR at Row:1:Column:35\nunexpected token: '('",
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT Account.ParentId FROM Contact)',
      "The selected field 'Account.ParentId' in the subquery should not go through a relationship",
    ],
    ['SELECT convertTimezone(CreatedDate) FROM Account', "unexpected token: 'convertTimezone'"],
    ['SELECT (SELECT Id FROM Contacts LIMIT 1 OFFSET 2) FROM Account', "token: 'OFFSET'"],
    ['', "unexpected token: '<EOF>'"],
    ['SELECT Id FROM Account ALL ROWS', 'ALL ROWS not allowed in this context'],
  ])('is MALFORMED_QUERY for %s', (query, message) => {
    const refusal = refusalOf(query, org)
    expect(refusal.code).toBe('MALFORMED_QUERY')
    expect(refusal.message).toContain(message)
  })

  it.each([
    ['SELECT Id, id FROM Account', 'duplicate field selected: Id'],
    [
      'SELECT Foo.Name FROM Account',
      `Didn't understand relationship 'Foo' in field path. ${APPEND_R}`,
    ],
    ['SELECT Owner.Foo FROM Opportunity', `No such column 'Foo' on entity 'User'. ${APPEND_C}`],
    ['SELECT What.Amount FROM Event', `No such column 'Amount' on entity 'Name'. ${APPEND_C}`],
    ['SELECT Id FROM Account ORDER BY Nope', "No such column 'Nope' on entity 'Account'."],
    [
      "SELECT Id FROM Account WHERE Description = 'x'",
      "'Description' can not be filtered in a query",
    ],
    [
      "SELECT Id FROM Account WHERE BillingAddress = 'x'",
      'Address fields can only be filtered using Distance expressions',
    ],
    [
      "SELECT Id FROM Opportunity WHERE CloseDate > '2026-01-01'",
      "'CloseDate' must be of type date and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Opportunity WHERE CreatedDate > 2026-01-01',
      "'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Opportunity WHERE Amount = '5'",
      "'Amount' must be of type currency and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE Name = 5',
      "'Name' must be of type string and should be enclosed",
    ],
    [
      'SELECT Id FROM Account WHERE Name LIKE 5',
      "'Name' must be of type string and should be enclosed",
    ],
    [
      'SELECT Id FROM Account WHERE Name LIKE TODAY',
      "'Name' must be of type string and should be enclosed",
    ],
    [
      "SELECT Id FROM Opportunity WHERE IsWon = 'true'",
      'must be of type boolean and should not be',
    ],
  ])('is INVALID_FIELD for %s', (query, message) => {
    const refusal = refusalOf(query, org)
    expect(refusal.code).toBe('INVALID_FIELD')
    expect(refusal.message).toContain(message)
  })

  it.each([
    [
      'SELECT Id, (SELECT Id FROM Nopes) FROM Account',
      'INVALID_TYPE',
      'in FROM part of query call',
    ],
    [
      "SELECT Id FROM Account WHERE Id = 'abc'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid ID field: abc',
    ],
    [
      "SELECT Id FROM Account WHERE Id LIKE '001%'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid operator on id field',
    ],
    [
      'SELECT Id FROM Account LIMIT 1 OFFSET 2001',
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Maximum SOQL offset allowed is 2000',
    ],
    ['SELECT Id FROM Account USING SCOPE delegated', 'INVALID_QUERY_SCOPE', 'delegated'],
  ])('%s meets %s', (query, code, message) => {
    const refusal = refusalOf(query, org)
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(message)
  })
})
