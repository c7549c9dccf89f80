import { describe, expect, it } from 'vitest'
import { noAnswer, SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { enqueue } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { anEntry, refused, scriptedOrg, worker } from './desk.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

describe('an operation that waits for the network', () => {
  it.each([
    ['a locked row', refused('locked', 'UNABLE_TO_LOCK_ROW')],
    ['a server that is busy', refused('unreachable')],
    ['an answer of nobody knows whom', refused('not-salesforce')],
  ])('is not given up over %s after an hour without a network', async (_what, trouble) => {
    const org = scriptedOrg()
    const { ports, entry, clock } = worker(org.gateway)
    org.signIn = refused('offline')
    await enqueue(ports, anEntry(), null)
    for (let i = 0; i < 120; i += 1) {
      await push(ports)
      clock.now += 30 * SECOND
    }
    org.signIn = null
    org.faults.push({ before: trouble })
    await push(ports)
    expect(['queued', 'unknown']).toContain((await entry())?.state)
    clock.now += 15 * MINUTE
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sent' })
  })

  it('is still waited for after an hour of a network that leads nowhere, at most half a minute longer', async () => {
    const org = scriptedOrg()
    const { ports, entry, clock, wakes } = worker(org.gateway)
    org.signIn = new SalesforceError('unreachable', 'Nobody answers.', { code: noAnswer })
    await enqueue(ports, anEntry(), null)
    for (let i = 0; i < 120; i += 1) {
      await push(ports)
      expect(wakes.at(-1)).toBeLessThanOrEqual(clock.now + 30 * SECOND)
      clock.now += 30 * SECOND
    }
    expect(await entry()).toMatchObject({ state: 'queued' })
    org.signIn = null
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sent' })
  })

  it('is given up when the write itself breaks the connection twenty times', async () => {
    const org = scriptedOrg()
    const { ports, entry, clock } = worker(org.gateway)
    const cut = new SalesforceError('unreachable', 'The answer broke off.', { code: noAnswer })
    for (let i = 0; i < 20; i += 1) org.faults.push({ before: cut })
    await enqueue(ports, anEntry(), null)
    for (let i = 0; i < 20; i += 1) {
      await push(ports)
      clock.now += 30 * SECOND
    }
    expect(await entry()).toMatchObject({ state: 'needs-attention' })
  })
})
