// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { allEntries } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { acmeUsers, brightwater, type Fault } from '../../lib/salesforce/org-in-process.ts'
import { accepted, acmeWith, dealIn, mara, teamIn } from '../../lib/salesforce/transferring.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const MINUTE = 60_000
const opportunityId = brightwater
const reason = 'Ana is away'
const never = () => new Promise<Response>(() => undefined)

/** What becomes of the one call that changes the owner, and of the worker that has made it. */
const faults: Readonly<Record<string, Fault>> = {
  'whose worker was killed before it was sent (F2)': never,
  'whose worker was killed after it was done (F1, F3)': async (request, pass) => {
    await pass(request)
    return never()
  },
  'that never arrived': async () => {
    throw new TypeError('Failed to fetch')
  },
  'whose answer was lost': async (request, pass) => {
    await pass(request)
    throw new TypeError('Failed to fetch')
  },
  'of which only half an answer came back': async (request, pass) => {
    const whole = await (await pass(request)).text()
    return new Response(whole.slice(0, whole.length / 2), { status: 200 })
  },
}

const orgs = {
  'with teams': { teamSelling: true },
  'without teams': { teamSelling: false, accountTeams: false },
} as const

/** Mara, above both, in front of a deal that Ben has accepted. */
async function maraAt(switches: (typeof orgs)[keyof typeof orgs]) {
  const { world, handoffId, rows } = await accepted(acmeWith(switches))
  world.browser.signIn(mara.userId)
  const worker = workerInProcess(world)
  const { ask, settled } = worker
  await ask('context.read', { opportunityId, fresh: true })
  const how = { fromId: acmeUsers.ana, place: 'Edit', takesActivities: true, team: 'now' } as const
  const steps = {
    transfer: async () => {
      valueOf(await ask('transfer.look', { handoffId, aim: 'transfer' }))
      return () => ask('transfer.do', { handoffId, ...how, reason })
    },
    undo: async () => {
      valueOf(await ask('transfer.look', { handoffId, aim: 'undo' }))
      return () => ask('transfer.undo', { handoffId, team: 'now', reason })
    },
  }
  const events = () =>
    rows("SELECT Kind__c FROM Handoff_Event__c WHERE Kind__c LIKE 'Transfer%' ORDER BY Name")
  /** Everything of the deal that a change of owner touches. */
  const deal = () => ({
    ...dealIn(rows),
    places: switches === orgs['without teams'] ? sharesIn(rows) : teamIn(rows),
    log: events().map((event) => event['Kind__c']),
  })
  return { ...worker, world, steps, settled, deal }
}

type Rows = Awaited<ReturnType<typeof accepted>>['rows']

const sharesIn = (rows: Rows) =>
  rows(
    `SELECT UserOrGroupId, OpportunityAccessLevel FROM OpportunityShare WHERE RowCause = 'Manual'`,
  ).map((row) => `${String(row['UserOrGroupId'])}: ${String(row['OpportunityAccessLevel'])}`)

type Desk = Awaited<ReturnType<typeof maraAt>>

/** Makes the step; the undo after the transfer it undoes. */
async function made({ steps, settled, deal }: Desk, step: 'transfer' | 'undo') {
  valueOf(await (await steps.transfer())())
  await settled()
  if (step === 'undo') {
    valueOf(await (await steps.undo())())
    await settled()
  }
  return deal()
}

/** The next workers of the same browser take up what is left, one after the other. */
async function revived({ world, browser }: Desk, times = 3) {
  for (let worker = 0; worker < times; worker += 1) {
    world.clock.now += 5 * MINUTE
    const { office } = workerInProcess(world, browser)
    await push(office.outbox)
  }
}

describe.each(Object.entries(orgs))('in an org %s a change of owner', (_, switches) => {
  const known = new Map<string, ReturnType<Desk['deal']>>()
  /** What a step comes to when nothing goes wrong. */
  const undisturbed = async (step: 'transfer' | 'undo') => {
    const deal = known.get(step) ?? (await made(await maraAt(switches), step))
    known.set(step, deal)
    return deal
  }
  const cases = Object.entries(faults).flatMap(([what, fault]) =>
    (['transfer', 'undo'] as const).map((step) => ({ what, fault, step })),
  )

  it.each(cases)('($step) $what comes to the same, whole and once', async ({ fault, step }) => {
    const expected = await undisturbed(step)
    const desk = await maraAt(switches)
    if (step === 'undo') await made(desk, 'transfer')
    const before = desk.deal()
    const act = await desk.steps[step]()
    let isHit = () => undefined as void
    const hit = new Promise<void>((resolve) => {
      isHit = resolve
    })
    desk.world.faults.push(async (request, pass) => {
      const answer = fault(request, async (passed) => {
        const response = await pass(passed)
        isHit()
        return response
      })
      if (fault === never || fault.length === 0) isHit()
      return answer
    })
    valueOf(await act())
    await hit
    // Whatever has happened by now: all of it, or nothing.
    expect([before, expected]).toContainEqual(desk.deal())
    await revived(desk)
    expect(desk.deal()).toEqual(expected)
  })

  it('that was kept without a network is sent by a worker that comes later', async () => {
    const expected = await undisturbed('transfer')
    const desk = await maraAt(switches)
    const act = await desk.steps.transfer()
    desk.world.network.isUp = false
    valueOf(await act())
    await desk.settled()
    expect(desk.deal()).toMatchObject({ owner: 'Ana', log: [] })
    desk.world.network.isUp = true
    await revived(desk)
    expect(desk.deal()).toEqual(expected)
  })

  it('asked for several times at once, as after a lost message, happens once (F12)', async () => {
    const expected = await undisturbed('transfer')
    const desk = await maraAt(switches)
    const act = await desk.steps.transfer()
    const answers = await Promise.all([act(), act(), act()])
    const kinds = answers.map((one) => (one.outcome === 'ok' ? 'ok' : one.trouble.kind))
    expect(kinds.toSorted()).toEqual(['not-now', 'not-now', 'ok'])
    await desk.settled()
    await revived(desk)
    expect(desk.deal()).toEqual(expected)
  })

  it.each(['transfer', 'undo'] as const)(
    '(%s) asked for again when it is done, as by a second window, is refused and leaves nothing behind',
    async (step) => {
      const expected = await undisturbed(step)
      const desk = await maraAt(switches)
      if (step === 'undo') await made(desk, 'transfer')
      const act = await desk.steps[step]()
      valueOf(await act())
      await desk.settled()
      const again = await act()
      await desk.settled()
      const states = (await allEntries(desk.office.outbox)).map(({ state }) => state)
      expect(new Set(states)).toEqual(new Set(['sent']))
      expect(again).toMatchObject({ outcome: 'trouble' })
      expect(desk.deal()).toEqual(expected)
    },
  )
})
