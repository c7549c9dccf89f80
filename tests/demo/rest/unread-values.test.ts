import { describe, expect, it } from 'vitest'
import { served } from './served.ts'

const said = 'or request may be missing a required field at'

// octoberswimmer/aer-dist, captured from an org: the place is that of the field's name.
it.each([
  [
    'POST',
    '/sobjects/Account',
    '{"Name":{}}',
    `string from START_OBJECT value { ${said} [line:1, column:2]`,
  ],
  ['POST', '/sobjects/Account', '{"Name":[]}', 'string from START_ARRAY value [line:1, column:2]'],
  [
    'POST',
    '/sobjects/Account',
    '{"Name": "\\"numberOfEmployees\\":",\n "numberOfEmployees" : "many"}',
    `int from VALUE_STRING value many ${said} [line:2, column:2]`,
  ],
  [
    'POST',
    '/composite/sobjects',
    '{"records":[{"attributes":{"type":"Account"},"Name":"A","NumberOfEmployees":5},{"attributes":{"type":"Account"},"Name":"B","NumberOfEmployees":"x"}]}',
    `int from VALUE_STRING value x ${said} [line:1, column:124]`,
  ],
])(
  '%s %s %s is told where the value that cannot be read stands',
  async (method, path, body, says) => {
    const { send } = served()
    const headers = { 'Content-Type': 'application/json' }
    const response = await send(`/services/data/v67.0${path}`, { method, body, headers })
    expect([response.status, await response.json()]).toEqual([
      400,
      [{ errorCode: 'JSON_PARSER_ERROR', message: `Cannot deserialize instance of ${says}` }],
    ])
  },
)

describe('of a part', () => {
  const body = { Name: 'A', NumberOfEmployees: 'many' }
  const message = `Cannot deserialize instance of int from VALUE_STRING value many ${said} [line:1, column:13]`
  const told = [{ errorCode: 'JSON_PARSER_ERROR', message }]
  const url = '/services/data/v67.0/sobjects/Account'
  const part = { method: 'POST', url, referenceId: 'a', body }

  it.each([
    ['', { compositeRequest: [part] }, { compositeResponse: [{ body: told }] }],
    [
      '/graph',
      { graphs: [{ graphId: '1', compositeRequest: [part] }] },
      { graphs: [{ graphResponse: { compositeResponse: [{ body: told }] } }] },
    ],
    [
      '/batch',
      { batchRequests: [{ method: 'POST', url, richInput: body }] },
      { results: [{ result: told }] },
    ],
  ])(
    '/composite%s it is told by its place in the body of the part',
    async (path, sent, answered) => {
      const { answer } = served()
      expect(await answer('POST', `/composite${path}`, { body: sent })).toMatchObject({
        body: answered,
      })
    },
  )
})
