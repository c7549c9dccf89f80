// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  isPollDue,
  noteUse,
  poll,
  pollAtStart,
  pollInterval,
  type PollState,
} from '../../../entrypoints/background/polling.ts'
import { freshInbox } from '../../../entrypoints/background/inboxes.ts'
import {
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
  respond,
} from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const noon = Date.parse('2026-11-23T12:00:00.000Z')
const never: PollState = { seenAt: 0, polledAt: 0, pausedUntil: 0, day: '', count: 0 }

function lookedAt(state: PollState, now: number): PollState {
  const day = new Date(now).toISOString().slice(0, 10)
  return { ...state, polledAt: now, day, count: state.day === day ? state.count + 1 : 1 }
}

describe('the time between two looks', () => {
  it.each([
    { idle: 0, interval: 5 * MINUTE },
    { idle: 10 * MINUTE, interval: 5 * MINUTE },
    { idle: 11 * MINUTE, interval: 15 * MINUTE },
    { idle: 2 * HOUR, interval: 30 * MINUTE },
    { idle: 12 * HOUR, interval: 3 * HOUR },
    { idle: 13 * HOUR, interval: Infinity },
  ])('is $interval ms after $idle ms without use', ({ idle, interval }) => {
    expect(pollInterval({ ...never, seenAt: noon - idle }, noon)).toBe(interval)
  })

  it.each([-10, -8, -5, 0, 1, 5.5, 9, 12])(
    'leaves nobody alone before the evening, also %d hours from UTC, where the day’s share begins in working hours',
    (offset) => {
      let state = never
      const waits: number[] = []
      for (let now = noon; now < noon + 4 * 24 * HOUR; now += 5 * MINUTE) {
        const hour = (((now / HOUR + offset) % 24) + 24) % 24
        if (hour >= 9 && hour < 18) state = Object.assign({}, state, { seenAt: now })
        if (isPollDue(state, now)) state = lookedAt(state, now)
        if (hour >= 9.5 && hour < 18) waits.push(now - state.polledAt)
      }
      expect(Math.max(...waits)).toBeLessThanOrEqual(10 * MINUTE)
    },
  )

  it('allows at most a hundred looks a day', () => {
    const state = { ...never, seenAt: noon, day: '2026-11-23', count: 100 }
    expect(isPollDue(state, noon)).toBe(false)
    expect(isPollDue({ ...state, day: '2026-11-22' }, noon)).toBe(true)
    expect(isPollDue({ ...state, count: 99 }, noon)).toBe(true)
  })
})

/** A worker that has seen a Salesforce page, with Ana signed in. */
async function awake() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const worker = workerInProcess(world)
  await worker.office.whereabouts.note(world.org)
  await noteUse(worker.office)
  return { world, ...worker }
}

describe('looking for handoffs that wait', () => {
  it('costs one query and shows the number', async () => {
    const { world, office, badges } = await awake()
    await office.gateway.identity(world.org)
    callsOf(world)
    await poll(office)
    expect(callsOf(world)).toEqual(['GET /services/data/v67.0/query'])
    expect(badges).toEqual([0])
  })

  it('is not done again before it is time, also by another worker', async () => {
    const { world, office, browser } = await awake()
    await poll(office)
    callsOf(world)
    await poll(workerInProcess(world, browser).office)
    expect(callsOf(world)).toEqual([])
    world.clock.now += 5 * MINUTE
    await poll(office)
    expect(callsOf(world)).toEqual(['GET /services/data/v67.0/query'])
  })

  it('goes on where what another version has kept of it cannot be read', async () => {
    const { world, office, ports } = await awake()
    await ports.settings.set('polling', { seenAt: 'yesterday' })
    await noteUse(office)
    callsOf(world)
    await poll(office)
    expect(callsOf(world)).toContain('GET /services/data/v67.0/query')
  })

  it('stops for a quarter of an hour when the org’s limit is reached', async () => {
    const { world, office } = await awake()
    world.faults.push(respond(403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'used up' }]))
    await poll(office)
    callsOf(world)
    world.clock.now += 14 * MINUTE
    await poll(office)
    expect(callsOf(world)).toEqual([])
    world.clock.now += 2 * MINUTE
    await poll(office)
    expect(callsOf(world)).toHaveLength(1)
  })

  it('pauses before the org’s limit is reached', async () => {
    const { world, office } = await awake()
    world.faults.push(async (request, pass) => {
      const answer = await pass(request)
      answer.headers.set('Sforce-Limit-Info', 'api-usage=14800/15000')
      return answer
    })
    await poll(office)
    callsOf(world)
    world.clock.now += 10 * MINUTE
    await poll(office)
    expect(callsOf(world)).toEqual([])
    world.clock.now += 6 * MINUTE
    await poll(office)
    expect(callsOf(world)).toHaveLength(1)
  })

  it('is not done after a night without use, and once in the morning (F15)', async () => {
    const { world, office } = await awake()
    world.clock.now += 14 * HOUR
    await poll(office)
    expect(callsOf(world)).toEqual([])
    world.browser.signIn(acmeUsers.ana)
    await noteUse(office)
    await poll(office)
    await poll(office)
    expect(callsOf(world).filter((call) => call.includes('query'))).toHaveLength(1)
  })

  it('is done when the browser starts, because the number on the icon has gone with it', async () => {
    const { world, office, browser, badges } = await benWithHandoff()
    await office.whereabouts.note(world.org)
    await noteUse(office)
    await poll(office)
    expect(badges.at(-1)).toBe(1)
    world.clock.now += MINUTE
    browser.memory.clear()
    const next = workerInProcess(world, browser)
    await pollAtStart(next.office)
    expect(next.badges).toEqual([1])
    expect(next.notices).toEqual([])
    world.clock.now += 13 * HOUR
    world.browser.signIn(ben.userId)
    const morning = workerInProcess(world, browser)
    await pollAtStart(morning.office)
    expect(morning.badges).toEqual([1])
  })

  it('stays within a hundred calls on a busy day', async () => {
    const { world, office } = await awake()
    for (let ring = 0; ring < 24 * 12; ring += 1) {
      await noteUse(office)
      await poll(office)
      world.clock.now += 5 * MINUTE
    }
    const queries = callsOf(world).filter((call) => call.includes('query'))
    // Noon to noon touches two days.
    expect(queries.length).toBeLessThanOrEqual(200)
    expect(queries.length).toBeGreaterThan(100)
  })
})

describe('a deal that is open in a panel', () => {
  it('is read again when a look finds that somebody else has moved it on, and only then', async () => {
    const { ask, office, world, facts, handoffId } = await benWithHandoff()
    const read = async (opening: boolean) =>
      valueOf(await ask('context.read', { opportunityId: brightwater, fresh: true, opening }))
    await freshInbox(office, world.org)
    await read(true)
    const look = async () => {
      world.clock.now += 5 * MINUTE
      facts.splice(0)
      callsOf(world)
      await freshInbox(office, world.org)
      expect(callsOf(world)).toHaveLength(1)
      return facts.filter(({ fact }) => fact === 'context-changed')
    }
    const changed = [{ fact: 'context-changed', opportunityId: brightwater }]
    expect(await look()).toEqual([])
    const desk = world.demo.as(acmeUsers.ana)
    desk.update('Handoff__c', handoffId, { Chase_Count__c: 1 })
    expect(await look()).toEqual(changed)
    await read(false)
    expect(await look()).toEqual([])
    desk.update('Opportunity', brightwater, { OwnerId: acmeUsers.mara })
    expect(await look()).toEqual(changed)
    await read(false)
    desk.update('Handoff__c', handoffId, { Incoming_Owner__c: acmeUsers.mara })
    expect(await look()).toEqual(changed)
    expect(await look()).toEqual([])
  })
})

describe('the amounts of an inbox', () => {
  it('are left out until their currency is known, so that no number stands for another', async () => {
    const { ask, office, world } = await benWithHandoff()
    const { inbox } = await freshInbox(office, world.org)
    expect(inbox.items).toMatchObject([{ amount: null }])
    const seen = valueOf(await ask('inbox.read', { fresh: true }))
    expect(seen.items).toMatchObject([{ amount: expect.any(Number), currency: 'EUR' }])
  })
})
