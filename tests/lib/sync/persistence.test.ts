import { describe, expect, it } from 'vitest'
import { allEntries, enqueue } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { send } from '#lib/salesforce/transport.ts'
import { anEntry, refused, scriptedOrg, worker } from './desk.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

describe('one operation over which the worker is killed twenty times (F11)', () => {
  it('counts its attempts on the disk, waits longer each time, and has one effect', async () => {
    const org = scriptedOrg()
    let life = worker({ ...org.gateway, write: () => new Promise(() => undefined) })
    const { disk } = life
    await enqueue(life.ports, anEntry(), null)
    const waits: number[] = []
    for (let kill = 0; kill < 20; kill += 1) {
      const now = life.clock.now
      void push(life.ports)
      await expect
        .poll(async () => (await life.entry())?.state, { timeout: 20_000 })
        .toBe('sending')
      const entry = await life.entry()
      expect(entry?.attempts).toBe(kill + 1)
      waits.push(Date.parse(entry?.nextAttemptAt ?? '') - now)
      const dead = life
      life = worker({ ...org.gateway, write: () => new Promise(() => undefined) }, disk)
      life.clock.now = dead.clock.now + 15 * MINUTE
    }
    expect(waits[0]).toBe(SECOND)
    expect(waits.at(-1)).toBe(15 * MINUTE)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    const last = worker(org.gateway, disk)
    last.clock.now = life.clock.now
    await push(last.ports)
    expect(await last.entry()).toMatchObject({ state: 'sent', attempts: 21 })
    expect([...org.done]).toEqual(['op-1'])
  })
})

describe('two workers that want to send at once (F46)', () => {
  it('take turns, and the second goes on at once when the first is gone', async () => {
    const org = scriptedOrg()
    const first = worker({ ...org.gateway, write: () => new Promise(() => undefined) })
    const second = worker(org.gateway, first.disk)
    // As a Web Lock is: held until its holder is done or dead.
    let release = () => undefined as void
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await enqueue(first.ports, anEntry(), null)
    void push(first.ports)
    await expect.poll(async () => (await first.entry())?.state).toBe('sending')
    second.clock.now += SECOND
    const waiting = push({ ...second.ports, alone: (work) => held.then(work) })
    expect(org.done.size).toBe(0)
    const killed = performance.now()
    release()
    await waiting
    expect(performance.now() - killed).toBeLessThan(SECOND)
    expect((await allEntries(second.ports)).map(({ state }) => state)).toEqual(['sent'])
    expect(org.done.size).toBe(1)
  })
})

describe('a row that stays locked (F36)', () => {
  it('is tried five times with growing waits, then the user is asked', async () => {
    const org = scriptedOrg()
    const { ports, clock, entry } = worker(org.gateway)
    await enqueue(ports, anEntry(), null)
    for (let at = 0; at < 9; at += 1)
      org.faults.push({ before: refused('locked', 'UNABLE_TO_LOCK_ROW') })
    for (let at = 0; at < 9; at += 1) {
      await push(ports)
      clock.now += 15 * MINUTE
    }
    expect(await entry()).toMatchObject({ state: 'needs-attention', attempts: 5 })
  })
})

describe('a server that does not answer (F29)', () => {
  it('is waited for thirty seconds, then the outcome is unknown and never called failed', async () => {
    let signal: AbortSignal | null | undefined
    const hanging = (_: string, init: RequestInit) => {
      signal = init.signal
      return new Promise<Response>((_resolve, reject) => {
        setTimeout(() => reject(new DOMException('signal timed out', 'TimeoutError')), 5)
      })
    }
    const url = 'https://acme.my.salesforce.com/services/data/v67.0/composite'
    const error: unknown = await send('acme.my.salesforce.com', hanging, {
      method: 'POST',
      url,
    }).catch((reason: unknown) => reason)
    expect(signal).toBeInstanceOf(AbortSignal)
    expect(error).toMatchObject({ kind: 'unreachable', code: 'NO_ANSWER' })
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ after: error instanceof Error ? error : new Error('none') })
    await enqueue(ports, anEntry(), null)
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'unknown' })
  })
})
