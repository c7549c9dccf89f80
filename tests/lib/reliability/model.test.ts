import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveFields, resume, retry, returnToDraft } from '#lib/sync/choices.ts'
import { allEntries } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { ana, saying } from '../storage/fresh-database.ts'
import { violations } from './invariants.ts'
import { deals, modelComputer, type ModelComputer } from './model-desk.ts'
import type { CallFault } from './model-org.ts'

/** 10,000 in every run; `npm run soak` asks for more. */
const sequences = Number(process.env['SEGUE_SEQUENCES'] ?? 10_000)
/** Others at each run, unless a run is to be had again. */
const seed =
  process.env['SEGUE_SEED'] === undefined ? {} : { seed: Number(process.env['SEGUE_SEED']) }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Mostly the same one: things that meet are what goes wrong. */
const deal = fc.constantFrom(0, 0, 0, 1)
const tab = fc.constantFrom(0, 0, 1)
const calls: readonly CallFault[] = [
  'request-lost',
  'answer-lost',
  'row-locked',
  'rejected',
  'limit-reached',
  'session-expired',
  'unreachable',
  'not-salesforce',
  'no-permission',
  'record-gone',
  'unknown',
]

/** One thing that happens. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), deal, tab }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('start' as const), deal }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('submit' as const), deal }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('push' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('meet' as const), deal }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('kill' as const), after: fc.nat(24) }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('fault' as const), fault: fc.constantFrom(...calls) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('colleague' as const),
      deal,
      what: fc.constantFrom('NextStep', 'NextStep', 'Description', 'OwnerId', 'Handoff_Status__c'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      time: fc.constantFrom(1000, MINUTE, 15 * MINUTE, DAY, -DAY),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('sign-in' as const),
      as: fc.constantFrom('ana', 'mara', 'nobody'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('network' as const), isUp: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      choice: fc.constantFrom('mine', 'mine', 'theirs', 'back', 'retry'),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

type Kind = Step['do']
type Taking = {
  readonly [Name in Kind]: (
    computer: ModelComputer,
    one: Extract<Step, { do: Name }>,
    at: number,
  ) => Promise<unknown>
}

const idOf = (place: number) => (place === 0 ? deals[0] : deals[1])

const taking: Taking = {
  type: async ({ tabs }, one, at) => {
    const queue = tabs[one.deal]?.[one.tab]
    queue?.put(one.tab === 0 ? 'next' : 'why', saying(`text ${at}`))
    return queue?.settled()
  },
  start: (computer, one) => computer.start(idOf(one.deal)),
  submit: (computer, one) => computer.submit(idOf(one.deal)),
  // What rarely comes about by chance, and is where it begins to be interesting.
  meet: async (computer, one, at) => {
    await taking.type(computer, { do: 'type', deal: one.deal, tab: 0 }, at)
    await taking.submit(computer, { do: 'submit', deal: one.deal }, at)
    const edit = { do: 'colleague', deal: one.deal, what: 'NextStep' } as const
    await taking.colleague(computer, edit, at)
    await taking.push(computer, { do: 'push' }, at)
  },
  push: ({ doing }) => doing(({ ports }) => push(ports)),
  kill: async (computer, one) => computer.killAfter(one.after),
  fault: async ({ org }, one) => org.faults.push(one.fault),
  colleague: async ({ org }, one, at) =>
    org.edit(idOf(one.deal), { [`Opportunity.${one.what}`]: `colleague ${at}` }),
  wait: async ({ clock }, one) => (clock.now += one.time),
  'sign-in': async ({ org }, one) => {
    org.state.signedIn = { ana: ana.userId, mara: org.mara, nobody: null }[one.as] ?? null
  },
  network: async ({ org }, one) => (org.state.isUp = one.isUp),
  choose: (computer, one) => choose(computer, one.choice),
}

function take<Name extends Kind>(
  computer: ModelComputer,
  one: Extract<Step, { do: Name }> & { readonly do: Name },
  at: number,
): Promise<unknown> {
  return taking[one.do](computer, one, at)
}

/** The user settles the first thing that needs them. */
async function choose({ entries, doing }: ModelComputer, choice: string): Promise<void> {
  const entry = (await entries()).find(({ state }) => state !== 'sent')
  if (!entry) return
  const { operationKey, conflicts, state } = entry
  await doing(async ({ ports }) => {
    if (choice === 'back') return returnToDraft(ports, operationKey)
    if (choice === 'retry') return retry(ports, operationKey)
    if (state !== 'conflict') return null
    const keep = Object.fromEntries(
      conflicts.map(({ path }) => [path, choice === 'mine' ? 'mine' : 'theirs'] as const),
    )
    // The network may be down at that moment: the conflict then stays as it is.
    return resolveFields(ports, operationKey, keep).catch(() => null)
  })
}

/** Everything heals: the network, the session, the worker; then there is time enough. */
async function heal(computer: ModelComputer): Promise<void> {
  const { org, clock, restart, doing } = computer
  org.faults.splice(0)
  Object.assign(org.state, { isUp: true, signedIn: ana.userId })
  await restart()
  await doing(async ({ ports }) => resume(ports, await allEntries(ports)))
  for (let round = 0; round < 4; round += 1) {
    clock.now += 16 * MINUTE
    await doing(({ ports }) => push(ports))
  }
}

describe('whatever the user, the network, colleagues and the browser do', () => {
  it(
    `the eight invariants hold (F2, F3, F9, F10, F11, F34, F40), in ${sequences} sequences`,
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
          const computer = modelComputer()
          await computer.start(deals[0])
          for (const [at, one] of steps.entries()) await take(computer, one, at)
          expect(violations(await computer.evidence(0))).toEqual([])
          await heal(computer)
          expect(violations(await computer.evidence(MINUTE))).toEqual([])
        }),
        { numRuns: sequences, ...seed },
      )
    },
    600_000 + sequences * 30,
  )
})
