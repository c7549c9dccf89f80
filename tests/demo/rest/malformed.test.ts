import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { deal, one } from '../small-org.ts'
import { served } from './served.ts'

const DATA = '/services/data/v67.0'
const NOT_FOUND = [{ errorCode: 'NOT_FOUND' }]

describe('an address with a stray percent sign', () => {
  it('is not found', async () => {
    const { answer } = served()
    expect(await answer('GET', '/sobjects/Account/%')).toMatchObject({
      status: 404,
      body: NOT_FOUND,
    })
  })

  it('fails its own part of a batch, a composite or a graph, and no other', async () => {
    const { answer, me } = served()
    const id = me.create('Opportunity', deal)
    const good = `/sobjects/Opportunity/${id}`
    const batchRequests = ['/sobjects/Account/%', good].map((path, at) => ({
      method: 'PATCH',
      url: `v67.0${path}`,
      richInput: { NextStep: `Step ${at}` },
    }))
    expect(await answer('POST', '/composite/batch', { body: { batchRequests } })).toMatchObject({
      status: 200,
      body: {
        hasErrors: true,
        results: [{ statusCode: 404, result: NOT_FOUND }, { statusCode: 204 }],
      },
    })
    expect(one(me, 'SELECT NextStep FROM Opportunity')['NextStep']).toBe('Step 1')
    const compositeRequest = [good, '/sobjects/Account/%'].map((path, at) => ({
      method: 'PATCH',
      url: `${DATA}${path}`,
      referenceId: `part${at}`,
      body: { NextStep: 'Composite' },
    }))
    expect(await answer('POST', '/composite', { body: { compositeRequest } })).toMatchObject({
      body: {
        compositeResponse: [{ httpStatusCode: 204 }, { httpStatusCode: 404, body: NOT_FOUND }],
      },
    })
    const graphs = [{ graphId: 'one', compositeRequest }]
    expect(await answer('POST', '/composite/graph', { body: { graphs } })).toMatchObject({
      body: { graphs: [{ isSuccessful: false }] },
    })
    expect(one(me, 'SELECT NextStep FROM Opportunity')['NextStep']).toBe('Composite')
  })
})

describe('an address that is none', () => {
  const INVALID = [{ errorCode: 'INVALID_INPUT' }]

  it('fails its own part of a composite', async () => {
    const { answer } = served()
    const compositeRequest = ['https://', `${DATA}/sobjects`].map((url, at) => ({
      method: 'GET',
      url,
      referenceId: `part${at}`,
    }))
    expect(await answer('POST', '/composite', { body: { compositeRequest } })).toMatchObject({
      status: 200,
      body: {
        compositeResponse: [{ httpStatusCode: 400, body: INVALID }, { httpStatusCode: 200 }],
      },
    })
  })

  it('fails its own part of a batch', async () => {
    const { answer } = served()
    const batchRequests = ['//', 'v67.0/limits'].map((url) => ({ method: 'GET', url }))
    expect(await answer('POST', '/composite/batch', { body: { batchRequests } })).toMatchObject({
      status: 200,
      body: { results: [{ statusCode: 400, result: INVALID }, { statusCode: 200 }] },
    })
  })
})

const NOBODY = '001000000000001AAA'

describe('a malformed body', () => {
  const ill = [undefined, {}, [], { ids: [] }, { fields: ['Id'] }, { ids: [1], fields: ['Id'] }]
  const PARSER = [{ errorCode: 'JSON_PARSER_ERROR' }]

  it.each(ill.map((body) => ({ body })))(
    '$body asks a collection for nothing that can be read',
    async ({ body }) => {
      const asked = { body }
      expect(await served().answer('POST', '/composite/sobjects/Account', asked)).toMatchObject({
        status: 400,
        body: PARSER,
      })
    },
  )

  it.each([
    [{ ids: Array<string>(2001).fill(NOBODY), fields: ['Id'] }, 'EXCEEDED_ID_LIMIT'],
    [{ ids: [NOBODY], fields: ['Name', 'Nope'] }, 'INVALID_FIELD'],
  ])('that asks for more than a collection reads is refused: %#', async (body, errorCode) => {
    const { answer } = served()
    expect(await answer('POST', '/composite/sobjects/Account', { body })).toMatchObject({
      status: 400,
      body: [{ errorCode }],
    })
  })

  it('of a collection fails its own part of a composite', async () => {
    const url = `${DATA}/composite/sobjects/Account`
    const compositeRequest = [{ method: 'POST', url, referenceId: 'some', body: {} }]
    expect(
      await served().answer('POST', '/composite', { body: { compositeRequest } }),
    ).toMatchObject({ body: { compositeResponse: [{ httpStatusCode: 400, body: PARSER }] } })
  })

  it.each([
    ['/chatter/feed-elements', {}, 'JSON_PARSER_ERROR', 'the feed element at body'],
    ['/chatter/feed-elements', [], 'JSON_PARSER_ERROR', 'the feed element'],
    ['/parameterizedSearch', { q: 1 }, 'INVALID_SEARCH', 'the search at q'],
  ])('of %s that is %j says where it cannot be read', async (path, body, errorCode, what) => {
    expect(await served().answer('POST', path, { body })).toEqual({
      status: 400,
      body: [{ errorCode, message: `Unable to read ${what}` }],
    })
  })

  it('of a deployment that is no form is refused', async () => {
    expect(await served().answer('POST', '/metadata/deployRequest', { body: {} })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_MULTIPART_REQUEST' }],
    })
  })

  it.each(['{', 'null', '{"deployOptions":{"checkOnly":"perhaps"}}'])(
    'of a deployment whose options are %s is refused',
    async (options) => {
      const { send } = served()
      const body = new FormData()
      body.set('json', options)
      body.set('file', new Blob(['']), 'deploy.zip')
      const response = await send(`${DATA}/metadata/deployRequest`, { method: 'POST', body })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject(PARSER)
    },
  )
})

describe('a body', () => {
  const path = `${DATA}/sobjects/Account`
  const body = '{"Name":"Acme"}'

  it.each(['application/x-www-form-urlencoded', 'multipart/related; boundary=x', 'text/xml'])(
    'of the type %s is not taken',
    async (type) => {
      const { send, me } = served()
      const headers = { 'Content-Type': type }
      const response = await send(path, { method: 'POST', headers, body })
      expect(response.status).toBe(415)
      expect(await response.json()).toEqual([
        {
          errorCode: 'UNSUPPORTED_MEDIA_TYPE',
          message: `MediaType of '${type.split(';')[0]}' is not supported by this resource`,
        },
      ])
      expect(me.query('SELECT Id FROM Account')).toEqual([])
    },
  )

  it.each([
    { 'Content-Type': 'Application/JSON; charset=utf-8' },
    { 'Content-Type': 'text/plain;charset=UTF-8' },
    {},
  ])('with the headers %j is taken', async (headers) => {
    const { send } = served()
    const bytes = new TextEncoder().encode(body)
    const response = await send(path, { method: 'POST', headers, body: bytes })
    expect(response.status).toBe(201)
  })

  it.each([
    ['gzip', gzipSync(body), 201],
    ['deflate', deflateSync(body), 201],
    ['gzip', body, 400],
  ])('that is said to be packed by %s is unpacked', async (encoding, sent, status) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': encoding }
    const response = await served().send(path, { method: 'POST', headers, body: sent })
    expect(response.status).toBe(status)
  })
})
