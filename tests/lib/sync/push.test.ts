import { describe, expect, it } from 'vitest'
import { resume, retry } from '#lib/sync/choices.ts'
import { allEntries, enqueue } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { anEntry, refused, scriptedOrg, worker } from './desk.ts'

const patience = { timeout: 20_000 }

const SECOND = 1000
const MINUTE = 60 * SECOND

describe('an operation', () => {
  it('is sent once and then known to be in Salesforce', async () => {
    const org = scriptedOrg()
    const { ports, entry, states } = worker(org.gateway)
    await enqueue(ports, anEntry(), null)
    await push(ports)
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sent', handoffId: 'a00', attempts: 1 })
    expect(org.calls).toEqual(['identity', 'write op-1'])
    expect(states).toEqual(['op-1 queued', 'op-1 queued', 'op-1 sending', 'op-1 sent'])
  })

  it('whose answer was lost is settled by looking, not sent again', async () => {
    const org = scriptedOrg()
    const { ports, entry, clock, wakes } = worker(org.gateway)
    org.faults.push({ after: refused('unreachable') })
    await enqueue(ports, anEntry(), null)
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(wakes.at(-1)).toBe(clock.now + SECOND)
    clock.now += SECOND
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sent', trouble: null })
    expect(org.calls.filter((call) => call.startsWith('write'))).toHaveLength(1)
  })

  it('that never arrived is sent again after looking', async () => {
    const org = scriptedOrg()
    const { ports, entry, clock } = worker(org.gateway)
    org.faults.push({ before: refused('unreachable') })
    await enqueue(ports, anEntry(), null)
    await push(ports)
    clock.now += SECOND
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sent', attempts: 2 })
    expect(org.calls).toEqual(['identity', 'write op-1', 'identity', 'settle op-1', 'write op-1'])
  })

  it.each(['before', 'after'] as const)(
    'of a worker that was killed %s Salesforce wrote it is settled by the next worker',
    async (moment) => {
      const org = scriptedOrg()
      const first = worker({
        ...org.gateway,
        write: async (...given) => {
          if (moment === 'after') await org.gateway.write(...given)
          return new Promise(() => undefined)
        },
      })
      await enqueue(first.ports, anEntry(), null)
      void push(first.ports)
      await expect.poll(async () => (await first.entry())?.state, patience).toBe('sending')
      expect(first.wakes.at(-1)).toBeGreaterThan(first.clock.now)
      const second = worker(org.gateway, first.disk)
      second.clock.now += 1000
      await push(second.ports)
      expect(await second.entry()).toMatchObject({ state: 'sent', attempts: 2 })
      expect(org.done.size).toBe(1)
    },
  )

  it.each([
    ['rejected', 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'rejected'],
    ['no-permission', 'INSUFFICIENT_ACCESS_OR_READONLY', 'no-permission'],
    // The deal is there: it was something else that is gone.
    ['record-gone', 'ENTITY_IS_DELETED', 'rejected'],
    ['locked', 'ENTITY_IS_LOCKED', 'locked'],
    ['api-blocked', 'INVALID_SESSION_ID', 'api-blocked'],
  ] as const)('refused as %s needs attention and is not repeated', async (kind, code, told) => {
    const org = scriptedOrg()
    const { ports, entry, clock, wakes } = worker(org.gateway)
    org.faults.push({ before: refused(kind, code) })
    await enqueue(ports, anEntry(), null)
    await push(ports)
    clock.now += 60 * MINUTE
    await push(ports)
    expect(await entry()).toMatchObject({
      state: 'needs-attention',
      attempts: 1,
      trouble: { kind: told },
    })
    expect(wakes.at(-1)).toBeNull()
  })

  it('is sent again when the user says so', async () => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('rejected') })
    await enqueue(ports, anEntry(), null)
    await push(ports)
    await retry(ports, 'op-1')
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sent' })
  })

  it('waits for a sign-in without being repeated, and goes on then', async () => {
    const org = scriptedOrg()
    const { ports, entry, clock, wakes } = worker(org.gateway)
    org.signIn = refused('session-expired')
    await enqueue(ports, anEntry(), null)
    await push(ports)
    clock.now += 60 * MINUTE
    await push(ports)
    expect(org.calls).toEqual(['identity'])
    expect(wakes.at(-1)).toBeNull()
    expect(await entry()).toMatchObject({ state: 'queued', trouble: { kind: 'session-expired' } })
    org.signIn = null
    await resume(ports, await allEntries(ports))
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sent' })
  })

  it('of somebody else is held back with a reason', async () => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('wrong-user') })
    await enqueue(ports, anEntry(), null)
    await push(ports)
    expect(await entry()).toMatchObject({
      state: 'queued',
      nextAttemptAt: null,
      trouble: { kind: 'wrong-user' },
    })
  })

  it('waits a quarter of an hour when the org’s limit is reached', async () => {
    const org = scriptedOrg()
    const { ports, wakes, clock } = worker(org.gateway)
    org.faults.push({ before: refused('limit-reached') })
    await enqueue(ports, anEntry(), null)
    await push(ports)
    expect(wakes.at(-1)).toBe(clock.now + 15 * MINUTE)
  })

  it('waits as long as Salesforce asks', async () => {
    const org = scriptedOrg()
    const { ports, wakes, clock } = worker(org.gateway)
    org.faults.push({ before: refused('unreachable', '', 2 * MINUTE) })
    await enqueue(ports, anEntry(), null)
    await push(ports)
    expect(wakes.at(-1)).toBe(clock.now + 2 * MINUTE)
  })

  it('stays queued however long the computer is offline', async () => {
    const org = scriptedOrg()
    const { ports, entry, clock, wakes } = worker(org.gateway)
    org.signIn = refused('offline')
    await enqueue(ports, anEntry(), null)
    for (let i = 0; i < 50; i += 1) {
      await push(ports)
      expect(wakes.at(-1)).toBe(clock.now + 30 * SECOND)
      clock.now += 30 * SECOND
    }
    org.signIn = null
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sent' })
  })

  it('on a locked row is tried five times, then shown', async () => {
    const org = scriptedOrg()
    const { ports, entry, clock } = worker(org.gateway)
    for (let i = 0; i < 9; i += 1)
      org.faults.push({ before: refused('locked', 'UNABLE_TO_LOCK_ROW') })
    await enqueue(ports, anEntry(), null)
    for (let i = 0; i < 9; i += 1) {
      await push(ports)
      clock.now += 15 * MINUTE
    }
    expect(await entry()).toMatchObject({ state: 'needs-attention', attempts: 5 })
  })

  it('that hits a bug is set aside and others flow', async () => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: new TypeError('a bug') })
    await enqueue(ports, anEntry(), null)
    await enqueue(ports, anEntry({ operationKey: 'op-2', opportunityId: 'other' }), null)
    await expect(push(ports)).rejects.toThrow('a bug')
    await push({ ...ports, alone: (work) => work() })
    expect(await entry()).toMatchObject({ state: 'needs-attention' })
    expect(await entry('op-2')).toMatchObject({ state: 'sent' })
  })

  it('whose worker Chrome is stopping is no bug: the next worker finds out what became of it', async () => {
    const org = scriptedOrg()
    const { ports, entry, clock } = worker(org.gateway)
    org.faults.push({ before: new Error('No SW') })
    await enqueue(ports, anEntry(), null)
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sending', trouble: null })
    clock.now += 60 * SECOND
    await push({ ...ports, alone: (work) => work() })
    expect(await entry()).toMatchObject({ state: 'sent' })
    expect(org.done.size).toBe(1)
  })
})

describe('operations on one opportunity', () => {
  it('are sent in the order in which they were made, the later waiting for the earlier', async () => {
    const org = scriptedOrg()
    const { ports, clock } = worker(org.gateway)
    org.faults.push({ before: refused('unreachable') })
    await enqueue(ports, anEntry({ operationKey: 'op-1' }), null)
    await enqueue(ports, anEntry({ operationKey: 'op-2' }), null)
    await enqueue(ports, anEntry({ operationKey: 'op-3', opportunityId: 'other' }), null)
    await push(ports)
    expect([...org.done]).toEqual(['op-3'])
    clock.now += SECOND
    await push(ports)
    expect([...org.done]).toEqual(['op-3', 'op-1', 'op-2'])
  })
})
