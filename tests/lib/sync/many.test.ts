import { describe, expect, it } from 'vitest'
import { resume, retry, returnToDraft } from '#lib/sync/choices.ts'
import { allEntries, enqueue } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { submission } from '../salesforce/plans.ts'
import { aDraft } from '../storage/fresh-database.ts'
import { anEntry, refused, scriptedOrg, worker } from './desk.ts'

const MINUTE = 60_000
const number = (at: number) => String(at).padStart(4, '0')
const opportunity = (at: number) => `006Hs00000${number(at)}XIAA`

/** Many operations on a computer, two for each opportunity, before an org that answers in its own time. */
async function queued(count: number) {
  const org = scriptedOrg()
  let inFlight = 0
  let most = 0
  const order: string[] = []
  const slow: typeof org.gateway = {
    ...org.gateway,
    write: async (...given) => {
      inFlight += 1
      most = Math.max(most, inFlight)
      await new Promise((resolve) => {
        setTimeout(resolve, 8)
      })
      order.push(given[2].operationKey)
      try {
        return await org.gateway.write(...given)
      } finally {
        inFlight -= 1
      }
    },
  }
  const own = worker(slow)
  for (let at = 0; at < count; at += 1) {
    const operationKey = `op-${number(at)}`
    const opportunityId = opportunity(Math.floor(at / 2))
    const plan = submission({ operationKey })
    await enqueue(own.ports, anEntry({ operationKey, opportunityId, plan }), null)
  }
  return { ...own, org, slow, order, most: () => most }
}

describe('five hundred operations after the browser has started (F14)', () => {
  it('all go out, at most five at once, in order within an opportunity', async () => {
    const { ports, order, most } = await queued(500)
    await push(ports)
    expect(new Set(order).size).toBe(500)
    expect(most()).toBe(5)
    for (let at = 0; at < 500; at += 2)
      expect(order.indexOf(`op-${number(at)}`)).toBeLessThan(order.indexOf(`op-${number(at + 1)}`))
    expect((await allEntries(ports)).every(({ state }) => state === 'sent')).toBe(true)
  })
})

describe('one operation that cannot be sent (F51)', () => {
  it('is set aside, and the others flow', async () => {
    const { ports, org } = await queued(20)
    org.faults.push({ before: refused('rejected') })
    await push(ports)
    const entries = await allEntries(ports)
    const aside = entries.filter(({ state }) => state === 'needs-attention')
    expect(aside).toHaveLength(1)
    // What stands behind it builds on it.
    expect(entries.filter(({ state }) => state === 'sent')).toHaveLength(18)
  })

  it('because of a bug keeps nobody else, and the bug is reported', async () => {
    const { ports, org } = await queued(20)
    org.faults.push({ before: new TypeError('undefined is not a function') })
    await expect(push(ports)).rejects.toThrow('undefined is not a function')
    const entries = await allEntries(ports)
    expect(entries.filter(({ state }) => state === 'sent')).toHaveLength(18)
  })
})

describe('a bulk of operations', () => {
  it('of which three in a hundred are refused is accounted for to the last one (F53)', async () => {
    const own = await queued(400)
    const write: typeof own.slow.write = async (...given) => {
      const at = Number(given[2].operationKey.slice(3))
      if (at % 33 === 1) throw refused('rejected')
      return own.slow.write(...given)
    }
    await push({ ...own.ports, gateway: { ...own.slow, write } })
    const entries = await allEntries(own.ports)
    const refusedKeys = entries.flatMap(({ state, operationKey }) =>
      state === 'needs-attention' ? [operationKey] : [],
    )
    const behind = entries.filter(({ state }) => state === 'queued')
    const sent = entries.filter(({ state }) => state === 'sent')
    expect(refusedKeys.length + behind.length + sent.length).toBe(400)
    expect(refusedKeys.every((key) => Number(key.slice(3)) % 33 === 1)).toBe(true)
    // Sent again, exactly those go out and nothing goes twice.
    for (const key of refusedKeys) await retry(own.ports, key)
    await push(own.ports)
    expect(own.org.calls.filter((call) => call.startsWith('write')).toSorted()).toEqual(
      entries.map(({ operationKey }) => `write ${operationKey}`).toSorted(),
    )
  })

  it.each([1, 7, 40, 99])(
    'is resumed at the first one unconfirmed when the worker is killed at number %i (F4)',
    async (killedAt) => {
      const own = await queued(100)
      let seen = 0
      const write: typeof own.slow.write = async (...given) => {
        seen += 1
        const written = await own.slow.write(...given)
        return seen < killedAt ? written : new Promise(() => undefined)
      }
      void push({ ...own.ports, gateway: { ...own.slow, write } })
      await expect
        .poll(() => seen, { timeout: 20_000 })
        .toBeGreaterThanOrEqual(Math.min(killedAt, 96))
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
      const next = worker(own.slow, own.disk)
      next.clock.now += MINUTE
      await push(next.ports)
      const entries = await allEntries(next.ports)
      expect(entries.filter(({ state }) => state === 'sent')).toHaveLength(100)
      expect(own.org.done.size).toBe(100)
    },
  )

  it('stops when somebody else signs in, and goes on when its user is back (F50)', async () => {
    const own = await queued(100)
    const write: typeof own.slow.write = async (...given) => {
      if (own.org.done.size >= 30) own.org.signIn = refused('wrong-user')
      if (own.org.signIn) throw own.org.signIn
      return own.slow.write(...given)
    }
    const ports = { ...own.ports, gateway: { ...own.slow, write } }
    await push(ports)
    const after = own.org.done.size
    expect(after).toBeLessThanOrEqual(35)
    await push(ports)
    expect(own.org.done.size).toBe(after)
    own.org.signIn = null
    await resume(own.ports, await allEntries(own.ports))
    await push(own.ports)
    expect(own.org.done.size).toBe(100)
  })

  it('that is cancelled finishes what is in flight and gives the rest back as drafts (F52)', async () => {
    const org = scriptedOrg()
    const own = worker(org.gateway)
    for (let at = 0; at < 50; at += 1) {
      const operationKey = `op-${number(at)}`
      const opportunityId = opportunity(at)
      const draft = aDraft({ key: `draft-${at}`, opportunityId })
      await enqueue(own.ports, anEntry({ operationKey, opportunityId, draft }), null)
    }
    const cancelled: Promise<boolean>[] = []
    const write: typeof org.gateway.write = async (...given) => {
      if (org.done.size === 20 && cancelled.length === 0)
        for (let at = 0; at < 50; at += 1)
          cancelled.push(returnToDraft(own.ports, `op-${number(at)}`))
      await Promise.all(cancelled)
      return org.gateway.write(...given)
    }
    await push({ ...own.ports, gateway: { ...org.gateway, write } })
    const back = (await Promise.all(cancelled)).filter(Boolean).length
    const sent = (await allEntries(own.ports)).filter(({ state }) => state === 'sent').length
    expect(back + sent).toBe(50)
    expect(sent).toBe(org.done.size)
    expect(sent).toBeLessThanOrEqual(25)
  })
})

describe('trouble that strikes everything of a user', () => {
  it.each([
    { name: 'an ended session (F31)', kind: 'session-expired' },
    { name: 'the org’s limit (F32)', kind: 'limit-reached' },
    { name: 'being offline', kind: 'offline' },
  ] as const)('$name is found out by few and waited for by all', async ({ kind }) => {
    const { ports, org, clock, wakes } = await queued(200)
    org.signIn = refused(kind)
    await push(ports)
    expect(org.calls.length).toBeLessThanOrEqual(5)
    await push(ports)
    expect(org.calls.length).toBeLessThanOrEqual(5)
    const before = org.calls.length
    clock.now = wakes.at(-1) ?? clock.now + 15 * MINUTE
    await push(ports)
    expect(org.calls.length).toBeLessThanOrEqual(before + 1)
    org.signIn = null
    clock.now += 15 * MINUTE
    await resume(ports, await allEntries(ports))
    await push(ports)
    expect(org.done.size).toBe(200)
  })

  it('does not keep what another user of this computer has to send', async () => {
    const org = scriptedOrg()
    const own = worker(org.gateway)
    const other = { orgId: '00DHs000002bXyZMAU', host: 'other.my.salesforce.com' }
    await enqueue(own.ports, anEntry({ operationKey: 'op-a' }), null)
    await enqueue(
      own.ports,
      anEntry({ operationKey: 'op-b', opportunityId: opportunity(7), ...other }),
      null,
    )
    const identity: typeof org.gateway.identity = async (at) => {
      if (at.apiHost !== other.host) throw refused('signed-out')
      return org.gateway.identity(at)
    }
    await push({ ...own.ports, gateway: { ...org.gateway, identity } })
    expect([...org.done]).toEqual(['op-b'])
  })
})

describe('a clock that was set back by a day (F42)', () => {
  it('does not make what waits wait for a day', async () => {
    const { ports, org, clock } = await queued(2)
    org.faults.push({ before: refused('unreachable') })
    await push(ports)
    clock.now -= 24 * 60 * MINUTE
    await push(ports)
    expect(org.done.size).toBe(2)
  })
})
