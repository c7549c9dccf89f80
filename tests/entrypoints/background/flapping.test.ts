// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#demo/faults/seeded-random.ts'
import { push } from '#lib/sync/push.ts'
import { allEntries } from '#lib/sync/outbox.ts'
import { goOn } from '../../../entrypoints/background/session-watch.ts'
import { acmeUsers, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { violations } from '../../lib/reliability/invariants.ts'
import { ben, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

/** Twenty in every run; `npm run soak` asks for more. */
const runs = Number(process.env['SEGUE_FLAPS'] ?? 20)
const SECOND = 1000
const flapping = 300 * SECOND

type Direction = 'none' | 'out' | 'in' | 'both'

/** A network that is cut for up to ten seconds again and again: on the way out, on the way back, or both. */
function flappingNetwork(world: ReturnType<typeof orgInProcess>, random: () => number) {
  const state = { cut: 'none' as Direction, until: world.clock.now, isHealed: false }
  const turn = () => {
    if (state.isHealed || world.clock.now < state.until) return
    const kinds: readonly Direction[] = ['none', 'out', 'in', 'both']
    state.cut = kinds[Math.floor(random() * kinds.length)] ?? 'none'
    state.until = world.clock.now + random() * 10 * SECOND
    // The system notices only some of it.
    world.network.isUp = state.cut !== 'both' || random() < 0.5
  }
  const fetch: typeof world.fetch = async (url, init) => {
    if (state.cut === 'out' || state.cut === 'both') throw new TypeError('Failed to fetch')
    const answer = await world.fetch(url, init)
    if (state.cut === 'in') throw new TypeError('Failed to fetch')
    return answer
  }
  const heal = () => Object.assign(state, { isHealed: true, cut: 'none' })
  return { turn, fetch, heal }
}

/** Ana hands over several deals while the network flaps for five minutes; then it heals. */
async function fiveMinutes(seed: number) {
  const world = orgInProcess()
  const random = seededRandom(seed)
  const network = flappingNetwork(world, random)
  world.browser.signIn(acmeUsers.ana)
  const worker = workerInProcess({ ...world, fetch: network.fetch })
  const { ask, office, wakes } = worker
  Object.assign(worker.ports, { random })
  const own = world.demo
    .as(acmeUsers.ana)
    .query(`SELECT Id FROM Opportunity WHERE OwnerId = '${acmeUsers.ana}' LIMIT 4`)
  const drafts: { draftKey: string; revision: number }[] = []
  for (const { Id } of own) {
    const opportunityId = String(Id)
    await ask('context.read', { opportunityId, fresh: true })
    const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
    const change = { recipient: ben, bypass: { reason: 'The kickoff is tomorrow', manager: mara } }
    const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
    drafts.push({ draftKey, revision })
  }
  const begun = world.clock.now
  let wasUp = true
  const second = async () => {
    world.clock.now += SECOND
    network.turn()
    const isBack = world.network.isUp && !wasUp
    wasUp = world.network.isUp
    if (isBack) await goOn(office)
    const wake = wakes.at(-1)
    if (wake !== null && wake !== undefined && wake <= world.clock.now) await push(office.outbox)
  }
  while (world.clock.now < begun + flapping) {
    const isTime = random() < 0.05
    const draft = isTime ? drafts.shift() : undefined
    if (draft) await ask('handoff.submit', draft).catch(() => drafts.unshift(draft))
    await second()
  }
  network.heal()
  world.network.isUp = true
  for (const draft of drafts) await ask('handoff.submit', draft)
  const healed = world.clock.now
  const isOver = async () =>
    (await allEntries(office.outbox)).every(({ state }) => state === 'sent')
  while (!(await isOver()) && world.clock.now < healed + 30 * SECOND) await second()
  return { worker, world, tookSeconds: (world.clock.now - healed) / SECOND, deals: own.length }
}

/** What the org holds of it, and what this computer thinks. */
async function brokenIn({ worker, world }: Awaited<ReturnType<typeof fiveMinutes>>) {
  const { office } = worker
  const entries = await allEntries(office.outbox)
  const rows = (soql: string) => world.demo.as(acmeUsers.ana).query(soql)
  const events = rows(
    "SELECT Operation_Key__c, CreatedById, Handoff__r.Client_Key__c, Handoff__r.Opportunity__c FROM Handoff_Event__c WHERE Kind__c = 'Submitted'",
  )
  return violations({
    saved: [],
    drafts: [],
    entries,
    confirmed: entries.map(({ operationKey, plan, opportunityId, orgId, userId }) => ({
      operationKey,
      clientKey: plan.clientKey,
      opportunityId,
      orgId,
      userId,
      seen: {},
    })),
    carriedOut: events.map((row) => {
      const handoff: { readonly [field: string]: unknown } = Object(row['Handoff__r'])
      return {
        operationKey: String(row['Operation_Key__c']),
        clientKey: String(handoff['Client_Key__c']),
        opportunityId: String(handoff['Opportunity__c']),
        as: { orgId: entries[0]?.orgId ?? '', userId: String(row['CreatedById']) },
        words: '',
        fields: [],
      }
    }),
    handoffs: rows('SELECT Client_Key__c FROM Handoff__c').map((row) =>
      String(row['Client_Key__c']),
    ),
    calledSent: new Set(entries.map(({ operationKey }) => operationKey)),
    shown: new Map(entries.map(({ operationKey, state }) => [operationKey, state])),
    healedFor: 30 * SECOND,
  })
}

describe('a network that flaps for five minutes (F43)', () => {
  it(`leaves nothing stuck half a minute after it has healed, ${runs} times`, async () => {
    for (let seed = 1; seed <= runs; seed += 1) {
      const run = await fiveMinutes(seed)
      expect(run.deals, `run ${seed}`).toBeGreaterThan(1)
      expect(run.tookSeconds, `run ${seed}`).toBeLessThan(30)
      expect(await brokenIn(run), `run ${seed}`).toEqual([])
    }
  }, 900_000)
})
