import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containing, field, fields, instant, soql } from '#lib/salesforce/soql.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    `' OR Name != '`,
    String.raw`\' OR Id != null --`,
    '%27',
    '\n\r\t',
    '’',
    '🤝',
    `')`,
    String.raw`\\'`,
  ),
  fc
    .array(fc.constantFrom("'", '\\', '"', '%', '_', '\n', ' OR ', 'a', '(', ')'))
    .map((parts) => parts.join('')),
)

/** The query without its literals. */
function shapeOf(query: Query): string {
  return JSON.stringify(query, (key, value: unknown) => (key === 'value' ? 'literal' : value))
}

function operatorsOf(query: string): string {
  return shapeOf(parseQuery(query))
}

describe('a query', () => {
  it('keeps its shape whatever text is put in', () => {
    const expected = operatorsOf(soql`SELECT Id FROM User WHERE Name = ${'x'} AND IsActive = true`)
    fc.assert(
      fc.property(hostile, (text) => {
        const query = soql`SELECT Id FROM User WHERE Name = ${text} AND IsActive = true`
        expect(operatorsOf(query)).toBe(expected)
      }),
    )
  })

  it('keeps its shape whatever text is searched for', () => {
    const expected = operatorsOf(soql`SELECT Id FROM User WHERE Name LIKE ${containing('x')}`)
    fc.assert(
      fc.property(hostile, (text) => {
        const query = soql`SELECT Id FROM User WHERE Name LIKE ${containing(text)}`
        expect(operatorsOf(query)).toBe(expected)
      }),
    )
  })

  it('reads a literal back as the text that was put in', () => {
    expect(soql`SELECT Id FROM User WHERE Name = ${'O\'Hara \\ "x"\n'}`).toBe(
      String.raw`SELECT Id FROM User WHERE Name = 'O\'Hara \\ \"x\"\n'`,
    )
  })

  it('takes wildcards in searched text for themselves', () => {
    expect(soql`${containing('50%_a')}`).toBe(String.raw`'%50\%\_a%'`)
  })

  it('writes lists, numbers, booleans, names and moments', () => {
    expect(
      soql`SELECT ${fields(['Id', 'Owner.Name'])} FROM ${field('Handoff__c')} WHERE A__c IN ${['a', "b'"]} AND N = ${3} AND B = ${true} AND D > ${instant('2026-11-23T10:00:00.000Z')}`,
    ).toBe(
      String.raw`SELECT Id, Owner.Name FROM Handoff__c WHERE A__c IN ('a', 'b\'') AND N = 3 AND B = true AND D > 2026-11-23T10:00:00Z`,
    )
  })

  it.each(['Name, Id FROM User', "x'", '', 'a b', '1a', 'a..b'])('refuses %j as a name', (name) => {
    expect(() => field(name)).toThrow(TypeError)
  })
})
