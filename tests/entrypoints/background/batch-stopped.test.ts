// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { brightwater, callsOf, respond } from '../../lib/salesforce/org-in-process.ts'
import {
  anaIn,
  begin,
  beginAll,
  draftOf,
  halden,
  kestrel,
  ostrava,
  outcomeOf,
  reason,
  rhine,
} from './batch-of-ana.ts'
import { beginEach } from '../../../entrypoints/insights/begin-each.ts'
import { killedAt } from './killed-at.ts'
import { ben } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const sahara = '006Hs0000000CMNIA2'
const open = [halden, ostrava, rhine]
const all = [...open, brightwater, sahara, kestrel]

const byName = (outcomes: readonly (string | undefined)[]) =>
  outcomes.map(String).toSorted((a, b) => a.localeCompare(b))

describe('what stops several deals', () => {
  it.each([
    {
      what: 'the limit of the org’s calls',
      kind: 'limit-reached',
      fault: respond(403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'exceeded' }]),
    },
    {
      what: 'a connection that is lost',
      kind: 'unreachable',
      fault: () => Promise.reject(new TypeError('Failed to fetch')),
    },
  ])('$what: what was begun stays, and the rest is not asked for', async ({ kind, fault }) => {
    const ana = await anaIn()
    await begin(ana, halden, { draftKey: 'earlier' })
    callsOf(ana.world)
    ana.world.faults.push(
      (request, pass) => pass(request),
      ...Array.from({ length: 9 }, () => fault),
    )
    const { answers, stop } = await beginAll(ana, all)
    expect(stop?.kind).toBe(kind)
    // Three are asked for at once: which of them comes first is chance.
    const { [halden]: first, ...others } = Object.fromEntries(
      [...answers].map(([id, answer]) => [id, outcomeOf(answer)]),
    )
    expect(first).toBe('kept')
    expect(Object.values(others)).toEqual(['begun'])
    // Those that were under way at the same time have met it as well.
    expect(ana.world.faults.length).toBeGreaterThan(4)
    ana.world.faults.length = 0
    const again = await beginAll(ana, all, 'again')
    expect(again.stop).toBeNull()
    expect(byName([...again.answers.values()].map(outcomeOf))).toEqual([
      ...Array.from({ length: 4 }, () => 'begun'),
      'kept',
      'kept',
    ])
    const drafts = await ana.office.drafts.all(valueOf(await ana.ask('identity.read', {})))
    expect(drafts.map(({ opportunityId }) => opportunityId).toSorted()).toEqual(all.toSorted())
  })

  it('a network that is off: nothing is begun, and nothing tried', async () => {
    const ana = await anaIn()
    ana.world.network.isUp = false
    const { answers, stop } = await beginAll(ana, all)
    expect(stop?.kind).toBe('offline')
    expect(answers.size).toBe(0)
    expect(callsOf(ana.world)).toEqual([])
  })

  it('somebody who has had enough: what is under way is finished', async () => {
    const ana = await anaIn()
    const controller = new AbortController()
    const begun: string[] = []
    await beginEach(all, {
      begin: (id) => begin(ana, id),
      onAnswer: (id) => {
        begun.push(id)
        controller.abort()
      },
      signal: controller.signal,
    })
    expect(begun).toHaveLength(3)
    const drafts = await ana.office.drafts.all(valueOf(await ana.ask('identity.read', {})))
    expect(drafts.map(({ opportunityId }) => opportunityId).toSorted()).toEqual(begun.toSorted())
  })
})

describe('several deals that are begun twice', () => {
  it('from two pages at once have one draft each, and one of them is told that it was there', async () => {
    const ana = await anaIn()
    const [one, other] = await Promise.all([
      beginAll(ana, open, 'one'),
      beginAll(ana, open, 'other'),
    ])
    for (const id of open) {
      const outcomes = [one, other].map(({ answers }) => outcomeOf(answers.get(id)))
      expect(byName(outcomes)).toEqual(['begun', 'kept'])
    }
  })

  it.each([0, 2, 4, 6, 8, 10, 12, 16, 20])(
    'because a worker was gone after %i steps have one draft, begun with all that was said',
    async (steps) => {
      const { world, browser } = await anaIn()
      await killedAt(steps, { world, browser }, (worker) => begin(worker, halden))
      const next = workerInProcess(world, browser)
      // As a page asks again when it had no answer.
      expect(valueOf(await begin(next, halden))).toBe('begun')
      const draft = await draftOf(next, halden)
      expect(draft).toMatchObject({ key: `of-${halden}`, recipient: ben })
      expect(draft?.answers).toMatchObject({ reason: { value: reason } })
      expect(draft?.opportunityName).toContain('Halden')
    },
  )
})
