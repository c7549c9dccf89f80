import { describe, expect, it } from 'vitest'
import { connect } from '#lib/salesforce/connection.ts'
import { nodeJsforce } from './node-jsforce.ts'

const credentials = { host: 'acme.my.salesforce.com', token: '00D!secret', version: '67.0' }

/** A connection to a Salesforce that gives one answer and notes what it was asked. */
async function connected(answer: () => Response) {
  const asked: { url: string; init: RequestInit }[] = []
  const fetch = async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    return answer()
  }
  return { asked, connection: connect(credentials, fetch, nodeJsforce) }
}

describe('a call', () => {
  it('goes to the version’s address with the session as bearer', async () => {
    const { asked, connection } = await connected(() => Response.json({ done: true }))
    expect(await connection.call({ method: 'GET', path: '/query?q=x' })).toEqual({ done: true })
    expect(asked[0]?.url).toBe('https://acme.my.salesforce.com/services/data/v67.0/query?q=x')
    expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer 00D!secret')
  })

  it('sends a body as JSON, with the headers it was given', async () => {
    const { asked, connection } = await connected(() => new Response(null, { status: 204 }))
    const headers = { 'If-Unmodified-Since': 'Sun, 22 Nov 2026 07:25:37 GMT' }
    const body = { NextStep: 'ö@{x}' }
    const path = '/sobjects/Opportunity/006'
    expect(await connection.call({ method: 'PATCH', path, body, headers })).toBeNull()
    expect(asked[0]?.init.body).toBe(JSON.stringify(body))
    expect(new Headers(asked[0]?.init.headers).get('if-unmodified-since')).toBe(
      'Sun, 22 Nov 2026 07:25:37 GMT',
    )
  })

  it('tells how much of the day’s calls is used', async () => {
    const headers = { 'Sforce-Limit-Info': 'api-usage=22/15000' }
    const { connection } = await connected(() => Response.json({}, { headers }))
    expect(connection.usage()).toBeNull()
    await connection.call({ method: 'GET', path: '/limits' })
    expect(connection.usage()).toEqual({ used: 22, limit: 15000 })
  })

  it('that is refused fails with all of Salesforce’s words and fields', async () => {
    const { connection } = await connected(() =>
      Response.json(
        [
          { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'One', fields: ['Amount'] },
          { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Two', fields: [] },
        ],
        { status: 400 },
      ),
    )
    await expect(connection.call({ method: 'GET', path: '/limits' })).rejects.toMatchObject({
      name: 'SalesforceError',
      kind: 'rejected',
      message: 'One\nTwo',
      fields: ['Amount'],
    })
  })

  it('that a flow refuses fails with words for people, not with HTML', async () => {
    const words = 'The “Name” process failed. See the <a href="https://help.example">guide</a>.'
    const message = `${words}<br>Error ID: 1&#39;2`
    const { connection } = await connected(() =>
      Response.json([{ errorCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message }], { status: 400 }),
    )
    await expect(connection.call({ method: 'GET', path: '/limits' })).rejects.toMatchObject({
      message: "The “Name” process failed. See the guide.\nError ID: 1'2",
    })
  })

  it('that takes no text of that length fails without the whole of it', async () => {
    const message = `Body__c: data value too large: ${'Depots. '.repeat(5000)}(max length=32768)`
    const { connection } = await connected(() =>
      Response.json([{ errorCode: 'STRING_TOO_LONG', message }], { status: 400 }),
    )
    await expect(connection.call({ method: 'GET', path: '/limits' })).rejects.toMatchObject({
      message: expect.stringMatching(/^Body__c: data .{300,400}\(max length=32768\)$/),
    })
  })

  it('to another host is refused before it is sent', async () => {
    const { asked, connection } = await connected(() => Response.json({}))
    await expect(
      connection.call({ method: 'GET', path: 'https://evil.example/' }),
    ).rejects.toMatchObject({ kind: 'not-salesforce' })
    expect(asked).toEqual([])
  })
})
