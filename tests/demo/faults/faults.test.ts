import { describe, expect, it } from 'vitest'
import { createApp } from '#demo/app.ts'
import { deal, people, smallOrg } from '../small-org.ts'

const HOST = 'https://small.my.salesforce.com'
const DATA = `${HOST}/services/data/v67.0`

function served() {
  const { org, clock } = smallOrg()
  const app = createApp([org])
  const headers = {
    Authorization: `Bearer ${org.signIn(people.seller)}`,
    'Content-Type': 'application/json',
  }
  const call = (method: string, path: string, body?: unknown) =>
    app.request(`${DATA}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const control = (method: string, path: string, body?: unknown) =>
    app.request(`${HOST}/__demo${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const deals = () => org.as(people.seller).query('SELECT Id FROM Opportunity').length
  return { org, clock, call, control, deals }
}

const create = ['POST', '/sobjects/Opportunity', deal] as const

const part = (referenceId: string, name: string, body: unknown) => ({
  method: 'POST',
  url: `/services/data/v67.0/sobjects/${name}`,
  referenceId,
  body,
})

/** The statuses of twelve calls under a fault that strikes by chance. */
async function statuses(): Promise<number[]> {
  const { call, control } = served()
  const effect = { kind: 'error', status: 500 }
  await control('POST', '/faults', { effect, times: 0, after: 2, probability: 0.5, seed: 7 })
  const seen: number[] = []
  for (let at = 0; at < 12; at += 1) seen.push((await call('GET', '/limits')).status)
  return seen
}

describe('a fault', () => {
  it.each([
    [{ kind: 'drop' }, 0],
    [{ kind: 'cut' }, 1],
  ])('%j cuts the connection with %i deals made, once', async (effect, made) => {
    const { call, control, deals } = served()
    await control('POST', '/faults', { effect, path: 'Opportunity' })
    await expect(call(...create)).rejects.toThrow('The connection was cut.')
    expect(deals()).toBe(made)
    expect((await call(...create)).status).toBe(201)
  })

  it('half sends half of the answer, after the deal was made', async () => {
    const { call, control, deals } = served()
    await control('POST', '/faults', { effect: { kind: 'half' } })
    const response = await call(...create)
    const first = await response.body?.getReader().read()
    expect(new TextDecoder().decode(first?.value)).toMatch(/^\{"id":"006/)
    expect(deals()).toBe(1)
    await control('POST', '/faults', { effect: { kind: 'half' } })
    await expect((await call(...create)).json()).rejects.toThrow('cut')
  })

  it('html answers with a page', async () => {
    const { call, control, deals } = served()
    await control('POST', '/faults', { effect: { kind: 'html', status: 503 } })
    const response = await call(...create)
    expect([response.status, await response.text(), deals()]).toEqual([
      503,
      '<html><body><h1>We are down for maintenance.</h1></body></html>',
      0,
    ])
  })

  it('drip sends the whole answer in pieces', async () => {
    const { call, control } = served()
    await control('POST', '/faults', { effect: { kind: 'drip', milliseconds: 1, bytes: 5 } })
    expect(await (await call(...create)).json()).toMatchObject({ success: true })
  })

  it.each([
    [false, 0],
    [true, 1],
  ])('error with afterwards %s leaves %i deals', async (afterwards, made) => {
    const { call, control, deals } = served()
    const effect = { kind: 'error', status: 503, errorCode: 'SERVER_UNAVAILABLE', afterwards }
    await control('POST', '/faults', { effect, method: 'post' })
    const response = await call(...create)
    expect([response.status, await response.json()]).toEqual([
      503,
      [{ errorCode: 'SERVER_UNAVAILABLE', message: 'An unexpected error occurred.' }],
    ])
    expect(deals()).toBe(made)
  })

  it('error on one part of a composite undoes an all-or-none call', async () => {
    const { call, control, deals } = served()
    const effect = { kind: 'error', status: 400, errorCode: 'CANNOT_EXECUTE_FLOW_TRIGGER' }
    await control('POST', '/faults', { effect, path: 'sobjects/Task' })
    const compositeRequest = [part('a', 'Opportunity', deal), part('b', 'Task', { Subject: 'x' })]
    const response = await call('POST', '/composite', { allOrNone: true, compositeRequest })
    expect(await response.json()).toMatchObject({
      compositeResponse: [
        { body: [{ errorCode: 'PROCESSING_HALTED' }] },
        { body: [{ errorCode: 'CANNOT_EXECUTE_FLOW_TRIGGER' }] },
      ],
    })
    expect(deals()).toBe(0)
  })

  it('lock refuses saves for as many tries as it was told', async () => {
    const { call, control, org } = served()
    const id = org.as(people.seller).create('Opportunity', deal)
    await control('POST', '/faults', { effect: { kind: 'lock', record: id }, times: 2 })
    const change = () => call('PATCH', `/sobjects/Opportunity/${id}`, { NextStep: 'x' })
    const first = await change()
    expect([first.status, await first.json()]).toEqual([
      400,
      [
        {
          errorCode: 'UNABLE_TO_LOCK_ROW',
          message: 'unable to obtain exclusive access to this record',
          fields: [],
        },
      ],
    ])
    expect((await change()).status).toBe(400)
    expect((await change()).status).toBe(204)
  })

  it('strikes after some calls, at random by a seed, the same each time', async () => {
    const seen = await statuses()
    expect(seen.slice(0, 2)).toEqual([200, 200])
    expect(new Set(seen)).toEqual(new Set([200, 500]))
    expect(await statuses()).toEqual(seen)
  })

  it('that makes no sense is refused', async () => {
    const { control } = served()
    expect((await control('POST', '/faults', { effect: { kind: 'fire' } })).status).toBe(400)
  })
})

describe('the control address', () => {
  it('starts the org again from its seed', async () => {
    const { call, control, deals, org } = served()
    await call(...create)
    await control('POST', '/reset')
    expect([deals(), org.calls.count()]).toEqual([0, 0])
    expect((await call('GET', '/limits')).status).toBe(401)
  })

  it('sets the clock askew, ends sessions and counts calls', async () => {
    const { call, control, org } = served()
    await control('PUT', '/clock', { skewMilliseconds: 3_600_000 })
    expect(org.state.now().toISOString()).toBe('2026-11-23T11:00:00.000Z')
    await call('GET', '/limits')
    const calls = await (await control('GET', '/calls')).json()
    expect(calls).toEqual({
      calls: [
        { method: 'GET', path: '/services/data/v67.0/limits', status: 200, userId: people.seller },
      ],
    })
    await control('DELETE', '/sessions')
    const response = await call('GET', '/limits')
    expect([response.status, await response.json()]).toEqual([
      401,
      [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
    ])
  })

  it('changes switches while the org runs', async () => {
    const { call, control } = served()
    await control('PUT', '/switches', { apiAccess: false })
    expect(await (await call('GET', '/limits')).json()).toMatchObject([
      { message: 'This session is not valid for use with the REST API' },
    ])
  })
})
