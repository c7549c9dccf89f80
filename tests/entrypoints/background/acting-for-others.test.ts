// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeSeed, acmeUsers, brightwater } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, ben, benInTransition, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const sam = { userId: '005Hs00000008aUIAQ', name: 'Sam Okonkwo' }

describe('somebody who acts for another', () => {
  it('as the boss of either side reassigns with a reason, which the log names', async () => {
    const { ana, rows, handoffId, world } = await benWithHandoff()
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    await boss.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' })
    await expect
      .poll(() => rows('SELECT Incoming_Owner__c, Status__c FROM Handoff__c'))
      .toEqual([expect.objectContaining({ Incoming_Owner__c: sam.userId, Status__c: 'Submitted' })])
    const [entry] = rows(
      "SELECT Actor__c, Details__c FROM Handoff_Event__c WHERE Kind__c = 'Reassigned'",
    )
    expect(entry).toMatchObject({ Actor__c: mara.userId })
    expect(JSON.parse(String(entry?.['Details__c']))).toMatchObject({
      from: 'Ben Kowalski',
      to: sam.name,
      reason: 'Ben is ill',
      onBehalfOf: 'Ana Ferreira',
    })
    world.browser.signIn(sam.userId)
    const waiting = valueOf(await workerInProcess(world).ask('inbox.read', { fresh: true }))
    expect(waiting.items).toMatchObject([{ id: handoffId, incoming: sam }])
    expect(ana.opened).toEqual([])
  })

  it('takes back what was shared with whoever was to decide before, and shares it again when it comes back', async () => {
    const { rows, handoffId, world } = await benWithHandoff()
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    const shared = () =>
      rows("SELECT UserOrGroupId FROM Handoff__Share WHERE RowCause = 'Manual'").map(
        ({ UserOrGroupId }) => UserOrGroupId,
      )
    expect(shared()).toEqual([ben.userId])
    valueOf(await boss.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' }))
    await boss.settled()
    expect(shared()).toEqual([sam.userId])
    world.browser.signIn(ben.userId)
    const his = valueOf(await workerInProcess(world).ask('inbox.read', { fresh: true }))
    expect(his.items).toEqual([])
    world.browser.signIn(mara.userId)
    valueOf(await boss.ask('handoff.reassign', { handoffId, to: ben, reason: 'He is well' }))
    await boss.settled()
    expect(shared()).toEqual([ben.userId])
  })

  it('gives it to somebody else also where nothing was shared by hand', async () => {
    const { rows, handoffId, world } = await benWithHandoff()
    const admin = world.demo.as('005Hs0000000AjcIAE')
    const [share] = rows("SELECT Id FROM Handoff__Share WHERE RowCause = 'Manual'")
    admin.remove('Handoff__Share', String(share?.['Id']))
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    valueOf(await boss.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' }))
    await boss.settled()
    const [entry] = rows("SELECT Details__c FROM Handoff_Event__c WHERE Kind__c = 'Reassigned'")
    expect(JSON.parse(String(entry?.['Details__c']))).toMatchObject({ to: sam.name })
    expect(String(entry?.['Details__c'])).not.toContain('kept')
  })

  it('does not send a declined handoff again beside one that was sent in its place', async () => {
    const { ask, rows, settled, handoffId, world } = await benWithHandoff()
    const declining = { reasons: ['BAD_FIT'], comment: 'Not now', questions: [] }
    await ask('handoff.decline', { handoffId, ...declining })
    await settled()
    world.demo.as(mara.userId).create('Handoff__c', {
      Client_Key__c: crypto.randomUUID(),
      Status__c: 'Submitted',
      Opportunity__c: brightwater,
      Outgoing_Owner__c: mara.userId,
      Incoming_Owner__c: sam.userId,
    })
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    const refused = await boss.ask('handoff.reassign', { handoffId, to: sam, reason: 'Try again' })
    expect(JSON.stringify(refused)).toContain('waits for a decision already')
    await boss.settled()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Rejected' }])
  })

  it('has what was late off their list as soon as it is given to somebody else', async () => {
    const { handoffId, world } = await benWithHandoff()
    world.clock.now += 14 * 24 * 3_600_000
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    await boss.ask('inbox.read', { fresh: true })
    await expect.poll(() => boss.badges.at(-1)).toBe(1)
    await boss.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' })
    await boss.settled()
    await expect.poll(() => boss.badges.at(-1)).toBe(0)
  })

  it.each([
    { rules: [], isClosed: true },
    { rules: [{ object: 'Task', formula: 'ISCHANGED(Status)', message: 'No' }], isClosed: false },
  ])('ends the tasks of the steps with a handoff that is cancelled: $isClosed', async (given) => {
    const validationRules = given.rules
    const { handoffId, world, tasks, rows } = await benInTransition({
      ...acmeSeed(),
      validationRules,
    })
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    valueOf(await boss.ask('handoff.cancel', { handoffId, reason: 'The deal fell through' }))
    await boss.settled()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Cancelled' }])
    expect(new Set(tasks().map(({ IsClosed }) => IsClosed))).toEqual(new Set([given.isClosed]))
  })

  it('gives it to somebody who has opened and read nothing of it yet', async () => {
    const { ask, rows, settled, handoffId, world } = await benWithHandoff()
    const declining = { reasons: ['BAD_FIT'], comment: 'Not now', questions: [] }
    await ask('packet.view', { handoffId })
    await ask('packet.review', { handoffId, sections: ['deal'] })
    const rest = { outcome: 'recycle' as const, until: '2027-03-01' }
    await ask('handoff.decline', { handoffId, ...declining, ...rest })
    await settled()
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    await boss.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' })
    await boss.settled()
    const what = 'First_Viewed_At__c, Reviewed_Sections__c, Decision_Outcome__c, Recycle_Until__c'
    expect(rows(`SELECT Status__c, ${what} FROM Handoff__c`)).toEqual([
      expect.objectContaining({
        Status__c: 'Submitted',
        First_Viewed_At__c: null,
        Reviewed_Sections__c: '{}',
        Decision_Outcome__c: null,
        Recycle_Until__c: null,
      }),
    ])
  })

  it('gives it to somebody whom no question, answer or reminder of before concerns', async () => {
    const { ask, rows, settled, handoffId, world } = await benWithHandoff()
    const body = 'Whose problem is it?'
    const asked = [{ question: 'why.problem', section: 'why', body }]
    await ask('handoff.ask', { handoffId, asked })
    await settled()
    world.clock.now += 4 * 3_600_000
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    world.demo.as(acmeUsers.ana).update('Handoff__c', handoffId, { Chase_Count__c: 1 })
    await boss.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' })
    await boss.settled()
    const [question] = rows('SELECT Resolved_At__c, Resolved_By__c FROM Handoff_Comment__c')
    expect(question).toMatchObject({ Resolved_By__c: mara.userId })
    world.browser.signIn(sam.userId)
    const { items } = valueOf(await workerInProcess(world).ask('inbox.read', { fresh: true }))
    expect(items).toMatchObject([{ id: handoffId, pauses: [], chaseCount: 0 }])
  })

  it('gives it back to somebody whose questions of before stop no clock any more', async () => {
    const { ask, settled, handoffId, world } = await benWithHandoff()
    const question = { question: 'why.problem', section: 'why' }
    await ask('handoff.ask', { handoffId, asked: [{ ...question, body: 'Whose problem is it?' }] })
    await settled()
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    for (const to of [sam, ben]) {
      world.clock.now += 600_000
      await boss.ask('context.read', { opportunityId: brightwater, fresh: true })
      await boss.ask('handoff.reassign', { handoffId, to, reason: 'Who is ill?' })
      await boss.settled()
    }
    world.browser.signIn(ben.userId)
    const waiting = async () => valueOf(await ask('inbox.read', { fresh: true })).items
    expect(await waiting()).toMatchObject([{ id: handoffId, incoming: ben, pauses: [] }])
    world.clock.now += 600_000
    await ask('context.read', { opportunityId: brightwater, fresh: true })
    await ask('handoff.ask', { handoffId, asked: [{ ...question, body: 'And by when?' }] })
    await settled()
    world.clock.now += 600_000
    expect(await waiting()).toMatchObject([{ pauses: [{ question: 'why.problem', to: null }] }])
  })

  it('as a manager cancels and completes, which others may not', async () => {
    const { ask, rows, handoffId, world } = await benWithHandoff()
    const refused = await ask('handoff.cancel', { handoffId, reason: 'No need' })
    expect(refused).toMatchObject({ outcome: 'trouble', trouble: { kind: 'no-permission' } })
    expect(await ask('handoff.accept', acceptance(handoffId))).toMatchObject({ outcome: 'ok' })
    await expect
      .poll(() => rows('SELECT Status__c FROM Handoff__c'))
      .toMatchObject([{ Status__c: 'Accepted' }])
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    await boss.ask('handoff.complete', { handoffId, reason: 'Ben is on leave' })
    await expect
      .poll(() => rows('SELECT Status__c, Completed_At__c FROM Handoff__c'))
      .toMatchObject([
        { Status__c: 'Completed', Completed_At__c: expect.stringContaining('2026-11-23') },
      ])
    const [entry] = rows("SELECT Details__c FROM Handoff_Event__c WHERE Kind__c = 'Completed'")
    expect(String(entry?.['Details__c'])).toContain('"onBehalfOf":"Ben Kowalski"')
  })

  it('who is no manager of it is refused', async () => {
    const { handoffId, world } = await benWithHandoff()
    world.browser.signIn(sam.userId)
    const other = workerInProcess(world)
    expect(await other.ask('handoff.cancel', { handoffId, reason: 'Because' })).toMatchObject({
      outcome: 'trouble',
    })
  })
})
