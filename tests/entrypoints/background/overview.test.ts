// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { withStages } from '#lib/metrics/stage-moves.ts'
import { withSteps } from '#lib/metrics/steps.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater as opportunityId,
  callsOf,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { acceptance, ben, benInTransition, benWithHandoff, mara } from './people-at-work.ts'
import { severalCurrencies } from './several-currencies.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const asked = { scope: 'team', days: 90 } as const

/** Mara, to whom Ana and Ben report, after Ben has accepted what he never opened. */
async function maraLooking(seed = acmeSeed()) {
  const worker = await benWithHandoff(seed)
  await worker.ask('handoff.accept', acceptance(worker.handoffId))
  await expect
    .poll(() => worker.rows('SELECT Status__c FROM Handoff__c'))
    .toMatchObject([{ Status__c: 'Accepted' }])
  worker.world.browser.signIn(mara.userId)
  return { ...worker, boss: workerInProcess(worker.world) }
}

describe('the overview of a manager', () => {
  it('has the handoffs of those who report to her, with their log', async () => {
    const { boss, handoffId } = await maraLooking()
    const overview = valueOf(await boss.ask('overview.read', { ...asked, fresh: true }))
    expect(overview).toMatchObject({
      mayLookAtAll: true,
      isCut: false,
      items: [
        {
          id: handoffId,
          status: 'accepted',
          decision: 'accepted',
          outgoing: { name: 'Ana Ferreira' },
          incoming: ben,
          outcome: 'won',
          stage: 'Closed Won',
          forecastCategory: 'Closed',
          lacksNextStep: false,
          bypassed: true,
          currency: 'EUR',
          firstViewedAt: null,
        },
      ],
    })
    expect(overview?.events.map(({ kind }) => kind)).toContain('Submitted')
    expect(overview?.events.map(({ kind }) => kind)).toContain('Accepted')
    const stages = overview?.stages.filter(({ opportunityId: of }) => of === opportunityId) ?? []
    expect(stages.map(({ stage }) => stage)).toContain('Closed Won')
  })

  it('tells the currency of each deal in an org with several, also where no deal was ever opened', async () => {
    const { boss } = await maraLooking(severalCurrencies())
    const overview = valueOf(await boss.ask('overview.read', { ...asked, fresh: true }))
    expect(overview?.items.map(({ currency }) => currency)).toEqual(['JPY'])
  })

  it('costs three queries beside the question what she is, and none from this computer', async () => {
    const { boss, world } = await maraLooking()
    expect(valueOf(await boss.ask('overview.read', { ...asked, fresh: false }))).toBeNull()
    await boss.ask('overview.read', { ...asked, fresh: true })
    callsOf(world)
    await boss.ask('overview.read', { ...asked, fresh: true })
    expect(callsOf(world)).toHaveLength(4)
    expect(
      valueOf(await boss.ask('overview.read', { ...asked, fresh: false }))?.items,
    ).toHaveLength(1)
    expect(callsOf(world)).toEqual([])
  })

  it('tells when a deal was won, though she has never opened one', async () => {
    const { boss } = await maraLooking()
    const read = valueOf(await boss.ask('overview.read', { ...asked, fresh: true }))
    const [item] = withStages(read?.items ?? [], read?.stages ?? [])
    expect(item?.wonAt).toEqual(expect.stringMatching(/^2026-11-/))
    expect(item?.stageMovedAt).toBeNull()
  })

  it('tells when the kickoff was, once it is marked as done', async () => {
    const bens = await benInTransition()
    const change = { key: 'kickoff', status: 'done', note: '' } as const
    valueOf(await bens.ask('transition.milestone', { handoffId: bens.handoffId, change }))
    await bens.settled()
    bens.world.browser.signIn(mara.userId)
    const boss = workerInProcess(bens.world)
    const read = valueOf(await boss.ask('overview.read', { ...asked, fresh: true }))
    const [item] = withSteps(read?.items ?? [], read?.events ?? [])
    expect(item?.kickoffAt?.slice(0, 10)).toBe('2026-11-23')
    expect(item?.firstValueAt).toBeNull()
  })

  it('tells why a handoff was declined, once for each time, also when it was sent again since', async () => {
    const { ask, handoffId, settled, world } = await benWithHandoff()
    const words = { comment: 'Which date was promised?', questions: ['promise.list', 'deal.terms'] }
    await ask('handoff.decline', { handoffId, reasons: ['COMMITMENTS_UNCLEAR'], ...words })
    await settled()
    const sentAgain = { Status__c: 'Submitted', Reject_Reason__c: null }
    world.demo.as(acmeUsers.ana).update('Handoff__c', handoffId, sentAgain)
    world.browser.signIn(mara.userId)
    const read = valueOf(
      await workerInProcess(world).ask('overview.read', { ...asked, fresh: true }),
    )
    const [item] = withSteps(read?.items ?? [], read?.events ?? [])
    expect(item?.declineReasons).toEqual(['COMMITMENTS_UNCLEAR'])
    // Whoever has another version of the template, or none, still reads the reason in words.
    const labels = read?.events.flatMap((event) => event.labels ?? [])
    expect(labels).toEqual(['Promises are missing or unclear'])
  })

  it('is empty for somebody to whom nobody reports', async () => {
    const { world } = await maraLooking()
    world.browser.signIn(ben.userId)
    const other = workerInProcess(world)
    const overview = valueOf(await other.ask('overview.read', { ...asked, fresh: true }))
    expect(overview).toMatchObject({ items: [], mayLookAtAll: false })
  })
})

it('a manager in an org without the package is told so, whatever is asked first', async () => {
  const seed = acmeSeed()
  const switches = { ...Object(seed.org['switches']), packageInstalled: false }
  const world = orgInProcess({ ...seed, org: { ...seed.org, switches }, metadata: {} })
  world.browser.signIn(mara.userId)
  const { ask } = workerInProcess(world)
  const overview = await ask('overview.read', { ...asked, fresh: true })
  expect(overview).toMatchObject({ trouble: { kind: 'not-installed' } })
})
