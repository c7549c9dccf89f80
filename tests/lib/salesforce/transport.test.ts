import { describe, expect, it } from 'vitest'
import { send } from '#lib/salesforce/transport.ts'

const host = 'acme.my.salesforce.com'
const get = (url: string) => ({ method: 'GET', url })
const json = { 'content-type': 'application/json;charset=UTF-8' }

describe('a request', () => {
  it.each([
    'https://evil.example/services/data',
    'https://acme.my.salesforce.com.evil.tld/services/data',
    'http://acme.my.salesforce.com/services/data',
    'https://acme.my.salesforce.com:8443/services/data',
    'https://acme.my.salesforce.com@evil.example/services/data',
  ])('is not sent to %s', async (url) => {
    const asked: string[] = []
    const fetch = async (address: string) => {
      asked.push(address)
      return Response.json({})
    }
    await expect(send(host, fetch, get(url))).rejects.toMatchObject({ kind: 'not-salesforce' })
    expect(asked).toEqual([])
  })

  it('takes no cookies along and follows no redirect', async () => {
    const inits: RequestInit[] = []
    const fetch = async (_: string, init: RequestInit) => {
      inits.push(init)
      return Response.json([])
    }
    await send(host, fetch, get(`https://${host}/services/data`))
    expect(inits).toMatchObject([{ credentials: 'omit', redirect: 'error' }])
  })
})

describe('an answer', () => {
  it.each([
    {
      name: 'a login page with 200',
      answer: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      kind: 'unreachable',
    },
    {
      name: 'nothing at all with 200',
      answer: () => new Response('', { headers: json }),
      kind: 'unreachable',
    },
    {
      name: 'JSON that was cut off',
      answer: () => new Response('{"a":', { headers: json }),
      kind: 'unreachable',
    },
    {
      name: 'an expired session',
      answer: () => refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
      kind: 'session-expired',
    },
    {
      name: 'a token that the identity service refuses',
      answer: () => new Response('Bad_OAuth_Token', { status: 403 }),
      kind: 'session-expired',
    },
    {
      name: 'two rules that say the same',
      answer: () =>
        Response.json(
          ['A', 'B'].map((errorCode) => ({ errorCode, message: 'Region' })),
          {
            status: 400,
            headers: json,
          },
        ),
      kind: 'rejected',
      message: 'Region',
    },
    {
      name: 'API access control',
      answer: () =>
        refusal(401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API'),
      kind: 'api-blocked',
    },
    {
      name: 'a used-up limit',
      answer: () => refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
      kind: 'limit-reached',
    },
    {
      name: 'an org that is busy for a moment',
      answer: () =>
        refusal(
          403,
          'REQUEST_LIMIT_EXCEEDED',
          'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
        ),
      kind: 'unreachable',
    },
    {
      name: 'a row that a trigger of the org finds locked',
      answer: () =>
        refusal(
          400,
          'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
          'AfterDeal: execution of AfterUpdate\n\ncaused by: System.DmlException: Update failed. First exception on row 0; first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record',
        ),
      kind: 'locked',
      code: 'UNABLE_TO_LOCK_ROW',
    },
    {
      name: 'a rule that speaks of locks',
      answer: () =>
        refusal(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'See UNABLE_TO_LOCK_ROW in the wiki.'),
      kind: 'rejected',
    },
    {
      name: 'a disabled API',
      answer: () => refusal(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled.'),
      kind: 'api-disabled',
    },
    {
      name: 'a failed precondition without a body',
      answer: () => new Response(null, { status: 412 }),
      kind: 'conflict',
    },
    {
      name: 'a gateway error in HTML',
      answer: () => new Response('<html>', { status: 502 }),
      kind: 'unreachable',
    },
    {
      name: 'a block page of a proxy',
      answer: () => new Response('<html>', { status: 403 }),
      kind: 'unreachable',
    },
    {
      name: 'a broken connection',
      answer: () => Promise.reject(new TypeError('fetch failed')),
      kind: 'unreachable',
    },
  ])('that is $name is told as $kind', async ({ answer, kind, ...told }) => {
    const { message = expect.any(String), code = expect.any(String) } = told
    const fetch = async () => answer()
    await expect(send(host, fetch, get(`https://${host}/services/data`))).rejects.toMatchObject({
      kind,
      message,
      code,
    })
  })

  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [
      {
        'retry-after': 'Mon, 23 Nov 2026 10:00:30 GMT',
        date: 'Mon, 23 Nov 2026 10:00:00 GMT',
      },
      30_000,
    ],
    [{}, null],
  ])('says by %j how long to wait', async (headers, retryAfter) => {
    const fetch = async () => new Response(null, { status: 503, headers: new Headers(headers) })
    await expect(send(host, fetch, get(`https://${host}/services/data`))).rejects.toMatchObject({
      kind: 'unreachable',
      retryAfter,
    })
  })
})

function refusal(status: number, errorCode: string, message: string): Response {
  return Response.json([{ errorCode, message }], { status })
}
