// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { histories } from '#demo/standard/objects/histories.ts'
import { withAftermath } from '#lib/metrics/aftermath.ts'
import { movedSince, withMoments } from '#lib/metrics/moments.ts'
import { acmeSeed, acmeUsers, brightwater, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { ben, benInTransition, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const DAY = 24 * 60 * 60 * 1000
const admin = '005Hs0000000AjcIAE'
const asked = { scope: 'team', days: 400, fresh: true } as const

type Bens = Awaited<ReturnType<typeof benInTransition>>

/** What the log says of one kind, the oldest first. */
function logged({ rows }: Bens, kind: string) {
  return rows(
    `SELECT Actor__c, Details__c FROM Handoff_Event__c WHERE Kind__c = '${kind}' ORDER BY Happened_At__c`,
  ).map(({ Details__c }) => JSON.parse(String(Details__c)))
}

/** What Mara reads of it. */
async function overviewOf({ world }: Bens) {
  world.browser.signIn(mara.userId)
  const read = valueOf(await workerInProcess(world).ask('overview.read', asked))
  if (!read) throw new Error('nothing was read')
  return read
}

describe('the methodology', () => {
  it('is told with the submission and with the acceptance, after answers have changed', async () => {
    const bens = await benInTransition()
    const [sent] = logged(bens, 'Submitted')
    const [accepted] = logged(bens, 'Accepted')
    expect(sent.coverage).toEqual(expect.any(Number))
    expect(accepted.coverage).toBe(sent.coverage)
    const { items, events } = await overviewOf(bens)
    const [item] = withAftermath(items, events)
    const share = sent.coverage / 100
    expect(item?.aftermath.coverage).toEqual({ sent: share, accepted: share })
  })
})

describe('how the customer stands', () => {
  it('is recorded once in the log, with a task for a year on that is done then', async () => {
    const bens = await benInTransition()
    const { ask, handoffId, settled, world, handoff, tasks } = bens
    const said = { handoffId, after: 90, customer: 'at-risk', words: 'They wait.' } as const
    expect(await ask('handoff.outcome', said)).toMatchObject({ trouble: { kind: 'not-now' } })
    world.clock.now += 91 * DAY
    world.browser.signIn(ben.userId)
    await handoff()
    callsOf(world)
    valueOf(await ask('handoff.outcome', said))
    await settled()
    expect(logged(bens, 'Outcome_Recorded')).toEqual([
      { after: 90, customer: 'at-risk', words: 'They wait.' },
    ])
    const year = () => tasks().filter(({ Subject }) => String(Subject).endsWith('doing a year on'))
    expect(year()).toMatchObject([{ IsClosed: false, OwnerId: ben.userId }])
    world.clock.now += 275 * DAY
    world.browser.signIn(ben.userId)
    await handoff()
    valueOf(await ask('handoff.outcome', { ...said, after: 365, customer: 'active', words: '' }))
    await settled()
    expect(year()).toMatchObject([{ IsClosed: true }])
    const { items, events } = await overviewOf(bens)
    expect(withAftermath(items, events)[0]?.aftermath.customer).toEqual({
      after90: 'at-risk',
      after365: 'active',
    })
  })
})

it('the task for a year on is made once when recipient and manager record at the same moment, and both are heard', async () => {
  const bens = await benInTransition()
  const { ask, handoffId, settled, world, handoff, tasks } = bens
  world.clock.now += 91 * DAY
  world.browser.signIn(mara.userId)
  const maras = workerInProcess(world)
  valueOf(await maras.ask('context.read', { opportunityId: brightwater, fresh: true }))
  world.browser.signIn(ben.userId)
  await handoff()
  const his = { handoffId, after: 90, customer: 'at-risk', words: 'They wait.' } as const
  valueOf(await ask('handoff.outcome', his))
  await settled()
  world.browser.signIn(mara.userId)
  valueOf(await maras.ask('handoff.outcome', { ...his, customer: 'active', words: 'They do not.' }))
  await maras.settled()
  expect(logged(bens, 'Outcome_Recorded')).toEqual([
    { after: 90, customer: 'at-risk', words: 'They wait.' },
    { after: 90, customer: 'active', words: 'They do not.' },
  ])
  expect(
    tasks().filter(({ Subject }) => String(Subject).endsWith('doing a year on')),
  ).toMatchObject([{ IsClosed: false, OwnerId: ben.userId }])
  expect(logged(bens, 'Milestone_Changed')).toEqual([
    { milestone: 'customer-after-a-year', tasked: 'yes' },
  ])
})

describe('trouble', () => {
  it('is traced to a handoff by its sender, too, with what the answer was called', async () => {
    const bens = await benInTransition()
    const { world, ana, handoffId } = bens
    world.browser.signIn(acmeUsers.ana)
    world.clock.now += 5000
    await ana.ask('context.read', { opportunityId: brightwater, fresh: true })
    const trace = {
      handoffId,
      harm: 'complaint',
      cause: 'missing',
      about: 'why.pain',
      words: 'They had to say it thrice.',
    } as const
    valueOf(await ana.ask('handoff.trace', trace))
    await ana.settled()
    expect(logged(bens, 'Trouble_Traced')).toEqual([
      {
        harm: 'complaint',
        cause: 'missing',
        about: 'why.pain',
        label: expect.stringMatching(/\w/),
        words: 'They had to say it thrice.',
      },
    ])
    const { items, events } = await overviewOf(bens)
    expect(withAftermath(items, events)[0]?.aftermath.traces).toMatchObject([
      { harm: 'complaint', about: 'why.pain' },
    ])
  })

  it('is not traced to what is no part of it', async () => {
    const { ask, handoffId } = await benInTransition()
    const trace = {
      handoffId,
      harm: 'lost',
      cause: 'step',
      about: 'why.pain',
      words: '',
    } as const
    expect(await ask('handoff.trace', trace)).toMatchObject({
      trouble: { detail: 'That is not part of this handoff.' },
    })
  })
})

describe('how the deal has moved', () => {
  /** Ten days after the acceptance the deal gets another close date. */
  async function later() {
    const bens = await benInTransition()
    const { world, rows } = bens
    const [before] = rows(`SELECT Amount, CloseDate FROM Opportunity WHERE Id = '${brightwater}'`)
    world.clock.now += 10 * DAY
    world.demo.as(admin).update('Opportunity', brightwater, { CloseDate: '2027-01-31' })
    world.clock.now += 25 * DAY
    return { bens, before }
  }
  const period = { from: '2026-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' }

  it('is read from what Salesforce keeps of it, in the queries that there were', async () => {
    const { bens, before } = await later()
    const { items, stages, readAt } = await overviewOf(bens)
    const list = withMoments(items, stages, readAt)
    const [amount, closeDate] = [before?.['Amount'], before?.['CloseDate']]
    expect(list[0]?.moments).toMatchObject({
      submitted: { stage: 'Closed Won', amount, closeDate },
      accepted: { amount, closeDate },
      after30: { amount, closeDate: '2027-01-31' },
      after90: null,
    })
    expect(movedSince(list, period)[0]).toMatchObject({
      stageMoved: 0,
      closeDateLater: expect.any(Number),
    })
  })

  it('is told by its stages alone where close dates are hidden from the reader', async () => {
    const history = histories.find(({ describe: { name } }) => name === 'OpportunityHistory')
    const { fields = [], ...whole } = history?.describe ?? { name: '' }
    const seen = { ...whole, fields: fields.filter(({ name }) => name !== 'CloseDate') }
    const seed = acmeSeed()
    const bens = await benInTransition({ ...seed, describes: [...(seed.describes ?? []), seen] })
    const { stages } = await overviewOf(bens)
    expect(stages.length).toBeGreaterThan(0)
    expect(stages.every(({ amount, closeDate }) => amount === null && closeDate === '')).toBe(true)
  })
})
