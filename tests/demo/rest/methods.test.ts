import { describe, expect, it } from 'vitest'
import { one } from '../small-org.ts'
import { served } from './served.ts'

describe('a method that a resource does not have', () => {
  it.each([
    ['POST', '', 'HEAD,GET'],
    ['POST', '/limits', 'HEAD,GET'],
    ['DELETE', '/limits/recordCount?sObjects=Account', 'HEAD,GET'],
    ['PUT', '/sobjects', 'HEAD,GET'],
    ['POST', '/sobjects/Account/describe', 'HEAD,GET'],
    ['PUT', '/composite', 'HEAD,GET,POST'],
    ['PATCH', '/composite/graph', 'POST'],
    ['PUT', '/composite/batch', 'POST'],
    ['PUT', '/composite/tree/Account', 'POST'],
    ['GET', '/composite/sobjects', 'POST,PATCH,DELETE'],
    ['PUT', '/composite/sobjects/Account', 'HEAD,GET,POST,PATCH'],
    ['POST', '/composite/sobjects/Contact/Email', 'PATCH'],
    ['PUT', '/metadata/deployRequest', 'POST'],
    ['DELETE', '/metadata/deployRequest/0AfHu0000000001AAA', 'HEAD,GET'],
  ])('%s of %s is refused: there are %s', async (method, path, allowed) => {
    const sent = method === 'GET' ? {} : { body: {} }
    expect(await served().answer(method, path, sent)).toEqual({
      status: 405,
      body: [
        {
          errorCode: 'METHOD_NOT_ALLOWED',
          message: `HTTP Method '${method}' not allowed. Allowed are ${allowed}`,
        },
      ],
    })
  })

  it('is told in the header Allow as well, and for the list of versions too', async () => {
    const { call, send } = served()
    const refused = [
      await call('PATCH', '/sobjects/Account', { body: {} }),
      await send('/services/data', { method: 'POST', body: '{}' }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([405, 405])
    expect(refused.map(({ headers }) => headers.get('Allow'))).toEqual([
      'HEAD, GET, POST',
      'HEAD, GET',
    ])
  })

  it('deletes nothing from the collection of an object', async () => {
    const { answer, me } = served()
    const id = me.create('Account', { Name: 'Acme' })
    const path = `/composite/sobjects/Account?ids=${id}&fields=Id`
    expect((await answer('DELETE', path)).status).toBe(405)
    expect(one(me, 'SELECT Id FROM Account')['Id']).toBe(id)
  })
})

it('the composite resource tells where the others of its kind are', async () => {
  const base = '/services/data/v67.0/composite'
  expect((await served().answer('GET', '/composite')).body).toEqual({
    tree: `${base}/tree`,
    batch: `${base}/batch`,
    sobjects: `${base}/sobjects`,
    graph: `${base}/graph`,
  })
})

describe('a method in the address', () => {
  it('stands for that of a POST', async () => {
    const { answer, me } = served()
    const path = `/sobjects/Account/${me.create('Account', { Name: 'Acme' })}?_HttpMethod=PATCH`
    expect((await answer('POST', path, { body: { Name: 'Bolt' } })).status).toBe(204)
    expect(one(me, 'SELECT Name FROM Account')['Name']).toBe('Bolt')
  })
})

it('a method of a composite part that is not in capitals is none', async () => {
  const { answer, me } = served()
  const url = `/services/data/v67.0/sobjects/Account/${me.create('Account', { Name: 'Acme' })}`
  const compositeRequest = [{ method: 'get', url, referenceId: 'one' }]
  const message = "HTTP Method 'get' not allowed. Allowed are HEAD,GET,PATCH,DELETE"
  const body = [{ errorCode: 'METHOD_NOT_ALLOWED', message }]
  expect((await answer('POST', '/composite', { body: { compositeRequest } })).body).toMatchObject({
    compositeResponse: [{ httpStatusCode: 405, body }],
  })
})

describe('a service that is not here', () => {
  it.each([
    ['GET', '/services/apexrest/handoffs', 'Could not find a match for URL'],
    ['GET', '/services/data/v67.0/jobs/ingest', 'The requested resource does not exist'],
    ['GET', '/services/nope', 'The requested resource does not exist'],
  ])('%s %s is not found', async (method, path, message) => {
    const { send } = served()
    const response = await send(path, { method })
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual([{ errorCode: 'NOT_FOUND', message }])
  })
})
