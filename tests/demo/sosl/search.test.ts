import { describe, expect, it } from 'vitest'
import { bodyOfParameters, parameterizedOf } from '#demo/sosl/parameterized-search.ts'
import { runSearch, searchAnswer } from '#demo/sosl/search.ts'
import { searchOf } from '#demo/sosl/sosl.ts'
import { suggestionsFor } from '#demo/sosl/suggestions.ts'
import { served } from '../rest/served.ts'
import { smallOrg } from '../soql/small-org.ts'

const org = smallOrg({
  Account: [
    { Id: '001Hu00000A1111IAB', Name: 'Acme Corp.', Phone: '(415) 555-0100', Industry: 'Energy' },
    { Id: '001Hu00000A2222IAB', Name: 'Bolt Energy', Phone: null, Industry: 'Energy' },
    { Id: '001Hu00000A3333IAB', Name: 'Éclair Søhne' },
    { Id: '001Hu00000A4444IAB', Name: '株式会社アクメ' },
    { Id: '001Hu00000A5555IAB', Name: '東京都ガス' },
  ],
  Contact: [
    {
      Id: '003Hu00000A1111IAB',
      Name: 'Ann Acme',
      FirstName: 'Ann',
      LastName: 'Acme',
      Email: 'ann.b@example.com',
    },
  ],
})

function found(sosl: string): unknown[] {
  return runSearch(searchOf(sosl), org).map((record) => record['Id'])
}

const [acme, bolt, ann] = ['001Hu00000A1111IAB', '001Hu00000A2222IAB', '003Hu00000A1111IAB']
const [eclair, akume, gas] = ['001Hu00000A3333IAB', '001Hu00000A4444IAB', '001Hu00000A5555IAB']

describe('SOSL', () => {
  it.each([
    ['FIND {Acme}', [acme, ann]],
    ['FIND {acm}', []],
    ['FIND {acm*}', [acme, ann]],
    ['FIND {a?me}', [acme, ann]],
    ['FIND {corp acme}', [acme]],
    ['FIND {"acme corp"}', [acme]],
    ['FIND {"corp acme"}', []],
    ['FIND {bolt OR corp}', [acme, bolt]],
    ['FIND {acme AND NOT ann}', [acme]],
    ['FIND {(bolt OR ann) AND en*}', [bolt]],
    ['FIND {energy} IN NAME FIELDS', [bolt]],
    ['FIND {energy} IN ALL FIELDS', [acme, bolt]],
    ['FIND {555} IN PHONE FIELDS', [acme]],
    ['FIND {ann.b@example.com} IN EMAIL FIELDS RETURNING Contact(Id)', [ann]],
    ['find {acme} returning Contact(Id), Account(Id)', [ann, acme]],
    ["FIND {energy} RETURNING Account(Id WHERE Name LIKE 'B%' AND Phone = null)", [bolt]],
    ['FIND {energy} RETURNING Account(Id ORDER BY Name DESC LIMIT 1)', [bolt]],
    ['FIND {energy} RETURNING Account(Id) LIMIT 1', [acme]],
    ["FIND {energy} RETURNING Account(Id WHERE Name = ')') LIMIT 1", []],
    ['FIND {energy} RETURNING Account(Id) LIMIT 1 UPDATE VIEWSTAT', [acme]],
    ['FIND {energy} RETURNING Account LIMIT 1 UPDATE TRACKING, VIEWSTAT', [acme]],
    ["FIND {energy} IN ALL FIELDS WITH METADATA = 'LABELS' LIMIT 1", [acme]],
    ['FIND {bolt} RETURNING Account WITH SNIPPET (target_length=120) WITH HIGHLIGHT', [bolt]],
    ['FIND {bolt} WITH SPELL_CORRECTION = false', [bolt]],
    ['FIND {eclair}', [eclair]],
    ['FIND {ÉCL*}', [eclair]],
    ['FIND {アクメ}', [akume]],
    ['FIND {株式会社}', [akume]],
    ['FIND {株式会社*}', [akume]],
    ['FIND {カス}', []],
    ['FIND {ガス}', [gas]],
    ['FIND {京都}', []],
  ])('%s finds %j', (sosl, ids) => {
    expect(found(sosl)).toEqual(ids)
  })

  it('gives the fields asked for, or only ids', () => {
    const [record] = runSearch(searchOf('FIND {bolt} RETURNING Account(Name, Industry)'), org)
    expect(record).toEqual({
      attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${bolt}` },
      Name: 'Bolt Energy',
      Industry: 'Energy',
    })
    const [bare] = runSearch(searchOf('FIND {bolt} RETURNING Account'), org)
    expect(Object.keys(bare ?? {})).toEqual(['attributes', 'Id'])
  })

  it.each([
    ['FIND Acme', 'No search term found. The search term must be enclosed in braces.'],
    ['Acme', 'No search term found. The search term must be enclosed in braces.'],
    ['FIND {}', 'No search term found. The search term must be enclosed in braces.'],
    ['FIND {A}', 'search term must be longer than one character: A'],
    [
      'FIND {Acme} RETURNING Account(Id LIMIT 1 OFFSET 2001)',
      'SOSL offset should be between 0 to 2000',
    ],
    [
      'FIND {Acme} RETURNING Account(Id LIMIT 1 OFFSET 1), Contact',
      'OFFSET can be used only when querying a single object',
    ],
  ])('%s is refused as MALFORMED_SEARCH', (sosl, message) => {
    expect(() => found(sosl)).toThrow(
      expect.objectContaining({ errorCode: 'MALFORMED_SEARCH', message }),
    )
  })

  it.each([
    ['FIND {Acme} IN WRONG FIELDS', 15, 'Malformed search token: WRONG'],
    ['FIND {name} IN ALL TYPE RETURNING Account(name)', 19, 'Malformed search token: TYPE'],
    ['FIND {John|jane} RETURNING Account', 10, "line 1:10 mismatched character '|' expecting '}'"],
    ['FIND {Acme} IN NAME', 20, "unexpected token: '<EOF>'"],
    ['FIND {Acme} LIMT 5', 13, "unexpected token: 'LIMT'"],
    ['FIND {Acme} LIMIT five', 19, "unexpected token: 'five'"],
    ['FIND {Acme} LIMIT 5 LIMIT 6', 21, "unexpected token: 'LIMIT'"],
    ['FIND {Acme} UPDATE VIEWSTAT LIMIT 5', 29, "unexpected token: 'LIMIT'"],
    ['FIND {Acme} UPDATE VIEWS', 20, "unexpected token: 'VIEWS'"],
    ['FIND {Acme} } garbage', 13, "unexpected token: '}'"],
    ['FIND {Acme} RETURNING', 22, "unexpected token: '<EOF>'"],
    ['FIND {Acme} RETURNING Account, LIMIT 5', 32, "unexpected token: 'LIMIT'"],
    ['FIND {Acme} RETURNING Account(Id) Contact(Id)', 35, "unexpected token: 'Contact'"],
    ['FIND {Acme} RETURNING Account(Id', 33, "unexpected token: '<EOF>'"],
    ['FIND {Acme} RETURNING Account IN NAME FIELDS', 31, "unexpected token: 'IN'"],
    ["FIND {Acme} WITH NETWORK = '0DB000000000001'", 18, "unexpected token: 'NETWORK'"],
  ])('%s is refused as MALFORMED_SEARCH at %i', (sosl, column, said) => {
    const place = `^\nERROR at Row:1:Column:${column}\n${said}`
    expect(() => found(sosl)).toThrow(
      expect.objectContaining({
        errorCode: 'MALFORMED_SEARCH',
        message: expect.stringContaining(place),
      }),
    )
  })

  it('shows in a refusal the search that was sent', () => {
    const sosl = 'FIND {Acme} RETURNING Account(Id, Nope)'
    const place = `\n${sosl}\n${' '.repeat(34)}^\nERROR at Row:1:Column:35\nNo such column 'Nope'`
    expect(() => found(sosl)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(place) }),
    )
  })

  it.each([
    ['FIND {Acme} RETURNING Account(Nope)', 'INVALID_FIELD', "No such column 'Nope'"],
    ['FIND {Acme} RETURNING Nope', 'INVALID_TYPE', "sObject type 'Nope' is not supported"],
  ])('%s meets %s', (sosl, errorCode, message) => {
    expect(() => found(sosl)).toThrow(
      expect.objectContaining({ errorCode, message: expect.stringContaining(message) }),
    )
  })
})

it('finds nothing in what is not searched, and says so', async () => {
  const { answer } = served()
  const q = encodeURIComponent('FIND {Acme} RETURNING Account, AccountShare(Id)')
  const message = 'entity type AccountShare does not support search'
  expect(await answer('GET', `/search?q=${q}`)).toEqual({
    status: 400,
    body: [{ message, errorCode: 'INVALID_TYPE_FOR_OPERATION' }],
  })
})

describe('parameterized search', () => {
  it('takes the parameters of an address, unknown ones ignored', () => {
    const address =
      'q=energy&sobject=Account&Account.fields=id,name&Account.limit=1&sObject=Contact&Account.where=Phone = null'
    const search = parameterizedOf(bodyOfParameters(new URLSearchParams(address)))
    expect(runSearch(search, org)).toEqual([
      {
        attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${bolt}` },
        Id: bolt,
        Name: 'Bolt Energy',
      },
    ])
  })

  it('takes a JSON body with fields and limits for every object', () => {
    const search = parameterizedOf({
      q: 'acme',
      in: 'NAME',
      fields: ['Id', 'Name'],
      sobjects: [{ name: 'Account' }, { name: 'Contact', fields: ['Email'] }],
      defaultLimit: 5,
      overallLimit: 2,
    })
    expect(runSearch(search, org)).toMatchObject([
      { attributes: { type: 'Account' }, Id: acme, Name: 'Acme Corp.' },
      { attributes: { type: 'Contact' }, Email: 'ann.b@example.com' },
    ])
  })

  it('tells the labels of fields when asked to', () => {
    const address = 'q=bolt&sobject=Account&Account.fields=name,industry&metadata=LABELS'
    const search = parameterizedOf(bodyOfParameters(new URLSearchParams(address)))
    expect(searchAnswer(search, org).metadata).toEqual({
      entityetadata: [
        {
          entityName: 'Account',
          fieldMetadata: [
            { label: 'Account Name', name: 'Name' },
            { label: 'Industry', name: 'Industry' },
          ],
        },
      ],
    })
  })

  it.each([{ sobjects: [] }, { q: 'acme', in: 'WRONG' }])('is refused for %j', (body) => {
    expect(() => parameterizedOf(body)).toThrow(
      expect.objectContaining({ errorCode: 'INVALID_SEARCH' }),
    )
  })
})

describe('suggestions', () => {
  it('complete the words of a name', () => {
    const { autoSuggestResults, hasMoreResults } = suggestionsFor(
      new URLSearchParams('q=acm&sobject=Account,Contact&limit=1'),
      org,
    )
    expect(autoSuggestResults.map((record) => record['Name'])).toEqual(['Acme Corp.'])
    expect(hasMoreResults).toBe(true)
  })

  it('are refused for fewer than three characters', () => {
    expect(() => suggestionsFor(new URLSearchParams('q=ac&sobject=Account'), org)).toThrow(
      'search term must be longer',
    )
  })
})
