import { describe, expect, it } from 'vitest'
import { served } from './served.ts'

const usage = (response: Response) =>
  Number(/api-usage=(\d+)/.exec(response.headers.get('Sforce-Limit-Info') ?? '')?.[1])

// https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-batch.html
describe('of a batch', () => {
  it('each request counts as a call, but for those that an error keeps from running', async () => {
    const { call } = served()
    const get = (url: string) => ({ method: 'GET', url })
    const batchRequests = [get('v67.0/limits'), get('v67.0/sobjects/Nope'), get('v67.0/limits')]
    const send = async (haltOnError: boolean) =>
      usage(await call('POST', '/composite/batch', { body: { haltOnError, batchRequests } }))
    expect(await send(false)).toBe(3)
    expect(await send(true)).toBe(5)
    expect(usage(await call('GET', '/limits'))).toBe(6)
  })

  it.each(['composite', 'composite/batch', 'ui-api/records', 'tooling/query'])(
    'no request is for %s',
    async (resource) => {
      const { answer } = served()
      const batchRequests = [{ method: 'POST', url: `v67.0/${resource}`, richInput: {} }]
      const message = `The resource /services/data/v67.0/${resource} may not be part of a batch request`
      expect(await answer('POST', '/composite/batch', { body: { batchRequests } })).toEqual({
        status: 200,
        body: {
          hasErrors: true,
          results: [{ statusCode: 400, result: [{ errorCode: 'INVALID_INPUT', message }] }],
        },
      })
    },
  )

  // https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_batch.htm
  it('Chatter has an address of its own, whose methods may be written in small letters', async () => {
    const { answer } = served({ org: { switches: { chatter: true } } })
    const batchRequests = [
      { method: 'Get', url: '/services/data/v67.0/chatter/users/me' },
      { method: 'Get', url: '/v67.0/connect/organization' },
    ]
    expect(await answer('POST', '/connect/batch', { body: { batchRequests } })).toMatchObject({
      status: 200,
      body: {
        hasErrors: false,
        results: [{ statusCode: 200, result: { name: 'Ada Admin' } }, { statusCode: 200 }],
      },
    })
  })
})
