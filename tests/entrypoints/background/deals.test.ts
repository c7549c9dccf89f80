// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { acceptance, anaWithDraft, ben, benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater
const patience = { timeout: 30_000 }
const sahara = '006Hs0000000CMNIA2'
const kestrel = '006Hs0000000DQwIAM'

function withAna() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  return { world, ...workerInProcess(world) }
}

describe('the user’s own deals without a handoff', () => {
  it('are read in one call, and not again within a minute', async () => {
    const { ask, world } = withAna()
    await ask('identity.read', {})
    callsOf(world)
    const { deals, readAt } = valueOf(await ask('deals.read', { fresh: true }))
    expect(deals.map(({ name }) => name).slice(0, 4)).toEqual([
      'Kestrel & Vane – Renewal 2026',
      'نخلة الصحراء – التخطيط المالي',
      'Brightwater Logistics – Planning Platform 2027',
      'Halden Maritime – Group Rollout',
    ])
    // Neither the lost deal nor those of others.
    expect(deals).toHaveLength(6)
    const amount = { amount: 58100, currency: 'EUR' }
    expect(deals[0]).toMatchObject({ isWon: true, accountName: expect.any(String), ...amount })
    world.clock.now += 30_000
    expect(valueOf(await ask('deals.read', { fresh: true })).readAt).toBe(readAt)
    expect(callsOf(world)).toEqual(['GET /services/data/v67.0/query'])
    world.clock.now += 60_000
    await ask('deals.read', { fresh: true })
    expect(callsOf(world)).toHaveLength(1)
  })

  it('say how far the draft on this computer is, as the panel does', async () => {
    const { ask } = await anaWithDraft()
    const { deals } = valueOf(await ask('deals.read', { fresh: true }))
    const started = deals.filter(({ readiness }) => readiness !== null)
    expect(started).toMatchObject([{ opportunityId }])
    expect(started[0]?.readiness).toBeGreaterThan(0.1)
  })

  it('say of a draft that it is there, also when what it is judged by was lost', async () => {
    const { ask, ports } = await anaWithDraft()
    await ports.database.cache.clear()
    const { deals } = valueOf(await ask('deals.read', { fresh: true }))
    expect(deals.filter(({ hasDraft }) => hasDraft)).toMatchObject([
      { opportunityId, readiness: null },
    ])
  })

  it(
    'are without a deal from the moment it is sent, and with it again when that is withdrawn',
    patience,
    async () => {
      const { ask, submit, settled, world, rows } = await anaWithDraft()
      const idsNow = async (fresh: boolean) =>
        valueOf(await ask('deals.read', { fresh })).deals.map((deal) => deal.opportunityId)
      expect(await idsNow(true)).toContain(opportunityId)
      world.clock.now += 1000
      await submit()
      expect(await idsNow(false)).not.toContain(opportunityId)
      await settled()
      world.clock.now += 90_000
      expect(await idsNow(true)).toEqual(expect.not.arrayContaining([opportunityId]))
      const [row] = rows('SELECT Id FROM Handoff__c')
      valueOf(await ask('handoff.withdraw', { handoffId: String(row?.['Id']) }))
      await settled()
      world.clock.now += 90_000
      expect(await idsNow(true)).toContain(opportunityId)
    },
  )

  it(
    'have a deal that was taken over to be won, but not one that was taken over to be kept',
    patience,
    async () => {
      const { ask, settled, handoffId, world, ana } = await benWithHandoff()
      valueOf(await ask('handoff.accept', acceptance(handoffId, 'Good')))
      await settled()
      const desk = world.demo.as(acmeUsers.ana)
      const theirs = async () => {
        world.clock.now += 90_000
        const { deals } = valueOf(await ask('deals.read', { fresh: true }))
        return deals.map((deal) => deal.opportunityId)
      }
      desk.update('Opportunity', opportunityId, { OwnerId: ben.userId })
      expect(await theirs()).not.toContain(opportunityId)
      desk.update('Handoff__c', handoffId, { Status__c: 'Completed' })
      expect(await theirs()).not.toContain(opportunityId)
      desk.update('Handoff__c', handoffId, { Type__c: 'SDR_AE', Status__c: 'Accepted' })
      expect(await theirs()).toContain(opportunityId)
      world.browser.signIn(acmeUsers.ana)
      const hers = valueOf(await ana.ask('deals.read', { fresh: true })).deals
      expect(hers.map((deal) => deal.opportunityId)).toEqual(
        expect.arrayContaining([sahara, kestrel]),
      )
    },
  )
})
