// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { hearOverlay } from '../../../entrypoints/background/overlay-news.ts'
import { acmeUsers, brightwater, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, benWithHandoff, ben, mara } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const MINUTE = 60 * 1000
const DAY = 24 * 60 * MINUTE
const admin = '005Hs0000000AjcIAE'

/** Ben after he has accepted, on the deal's page. */
async function benAfterwards() {
  const worker = await benWithHandoff()
  const { ask, world, rows, handoffId, told, office, settled } = worker
  await ask('inbox.read', { fresh: true })
  await ask('handoff.accept', acceptance(handoffId))
  await settled()
  expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Accepted' }])
  const { items } = valueOf(await ask('inbox.read', { fresh: false }))
  expect(items[0]?.status).toBe('accepted')
  const url = `https://${world.org.lightningHost}/lightning/r/Opportunity/${brightwater}/view`
  const visit = async () => {
    told.splice(0)
    await hearOverlay(office, { overlay: 'address-changed' }, { id: 7, url })
    return told.map(({ message }) => message.toOverlay)
  }
  return { ...worker, visit }
}

describe('the card on the record page', () => {
  it('is offered to who took the deal over, at no call', async () => {
    const { visit, world } = await benAfterwards()
    callsOf(world)
    expect(await visit()).toContain('show-card')
    expect(callsOf(world)).toEqual([])
  })

  it('tells what was answered, from the packet', async () => {
    const { ask } = await benAfterwards()
    const card = valueOf(await ask('card.read', {}))
    expect(card?.answered.length ?? 0).toBeGreaterThan(0)
    expect(card?.answered[0]).toMatchObject({
      question: expect.any(String),
      text: expect.any(String),
    })
  })

  it('is not offered once it was dismissed, nor after thirty days, nor to anybody else', async () => {
    const { visit, world, ask, handoffId } = await benAfterwards()
    world.clock.now += 31 * DAY
    world.browser.signIn(ben.userId)
    expect(await visit()).not.toContain('show-card')
    world.clock.now -= 31 * DAY
    world.browser.signIn(acmeUsers.mara)
    expect(await visit()).not.toContain('show-card')
    world.browser.signIn(ben.userId)
    expect(await visit()).toContain('show-card')
    await ask('card.close', { handoffId })
    expect(await visit()).not.toContain('show-card')
  })

  it('is not offered any more once somebody else has taken the deal over', async () => {
    const { visit, world, ask, rows, handoffId, settled } = await benAfterwards()
    const boss = world.demo.as(admin)
    boss.update('Handoff__c', handoffId, { Status__c: 'Completed' })
    world.clock.now += 5 * DAY
    world.browser.signIn(ben.userId)
    await ask('context.read', { opportunityId: brightwater, fresh: true })
    const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId: brightwater }))
    const bypass = { reason: 'The kickoff is tomorrow', manager: mara }
    const change = { recipient: { userId: acmeUsers.ana, name: 'Ana Ferreira' }, bypass }
    const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
    valueOf(await ask('handoff.submit', { draftKey, revision }))
    await settled()
    const [next] = rows("SELECT Id FROM Handoff__c WHERE Status__c = 'Submitted'")
    expect(await visit()).toContain('show-card')
    boss.update('Handoff__c', String(next?.['Id']), {
      Status__c: 'Accepted',
      Decided_At__c: new Date(world.clock.now).toISOString(),
    })
    world.clock.now += MINUTE
    await ask('context.read', { opportunityId: brightwater, fresh: true })
    expect(await visit()).not.toContain('show-card')
    expect(valueOf(await ask('card.read', {}))).toBeNull()
  })

  it('notes with the answer that the customer had to repeat it', async () => {
    const { ask, rows, handoffId, settled } = await benAfterwards()
    const question = 'why.problem'
    await ask('handoff.repeat', { handoffId, question, note: 'In the kickoff' })
    await settled()
    const log = rows(
      "SELECT Actor__c, Details__c FROM Handoff_Event__c WHERE Kind__c = 'Repeat_Reported'",
    )
    expect(log).toMatchObject([{ Actor__c: ben.userId }])
    expect(JSON.parse(String(log[0]?.['Details__c']))).toEqual({
      question,
      note: 'In the kickoff',
    })
  })
})
