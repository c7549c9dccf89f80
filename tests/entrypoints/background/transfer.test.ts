// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  callsOf,
  type Fault,
  type OrgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { ben } from '../../lib/salesforce/submitting.ts'
import { accepted, dealIn, mara, teamIn } from '../../lib/salesforce/transferring.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const MINUTE = 60_000
const opportunityId = brightwater
const one = ['POST /services/data/v67.0/composite']
const withBen = { owner: 'Ben', tasks: ['Ben'], kickoff: 'Ben' }
const withAna = { owner: 'Ana', tasks: ['Ana'], kickoff: 'Ana' }
const admin = '005Hs0000000AjcIAE'
const reason = 'Ana is away'
const how = { fromId: acmeUsers.ana, place: 'Edit', takesActivities: true, team: 'now' } as const

/** The org did what it was asked, and nobody heard. */
const cut: Fault = async (request, pass) => {
  await pass(request)
  throw new TypeError('Failed to fetch')
}

/** Mara, above both, about to transfer a deal that Ben has accepted. */
async function maraLooking(seed = acmeSeed()) {
  const { world, handoffId, rows } = await accepted(seed)
  const desk = await deskOf(world, mara.userId, handoffId)
  return { ...desk, world, handoffId, rows }
}

async function deskOf(world: OrgInProcess, userId: string, handoffId: string) {
  world.browser.signIn(userId)
  const worker = workerInProcess(world)
  await worker.ask('context.read', { opportunityId, fresh: true })
  callsOf(world)
  const facts = valueOf(await worker.ask('transfer.look', { handoffId, aim: 'transfer' }))
  const transfer = () => worker.ask('transfer.do', { handoffId, ...how, reason })
  const entry = async () => (await worker.ask('outbox.read', { opportunityId }))[0]
  return { ...worker, facts, transfer, entry }
}

describe('a change of owner by the worker', () => {
  it('costs one call to look and one to do, and shows at once whose the deal is', async () => {
    const { world, ask, transfer, settled, rows, handoffId } = await maraLooking()
    expect(callsOf(world)).toEqual(one)
    valueOf(await transfer())
    await settled()
    expect(callsOf(world)).toEqual(one)
    expect(dealIn(rows)).toEqual(withBen)
    const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
    expect(callsOf(world)).toEqual([])
    expect(context?.deal.owner).toEqual(ben)
    expect(context?.deal.fields).toMatchObject({ 'Opportunity.Handoff_Status__c': 'Accepted' })
    expect(context?.deal.team.map(({ name }) => name)).toEqual(['Mara Delacroix', 'Ana Ferreira'])
    expect(await ask('transfer.outcome', { handoffId })).toEqual([])
    const [event] = rows("SELECT Details__c FROM Handoff_Event__c WHERE Kind__c = 'Transfer_Done'")
    expect(JSON.parse(String(event?.['Details__c']))).toMatchObject({
      from: 'Ana Ferreira',
      to: 'Ben Kowalski',
      reason,
      onBehalfOf: 'Ana Ferreira',
    })
  })

  it('is undone and done again', async () => {
    const { ask, transfer, settled, rows, handoffId } = await maraLooking()
    const before = teamIn(rows)
    await transfer()
    await settled()
    await ask('transfer.look', { handoffId, aim: 'undo' })
    valueOf(await ask('transfer.undo', { handoffId, team: 'now', reason: 'Too early' }))
    await settled()
    expect(dealIn(rows)).toEqual(withAna)
    expect(teamIn(rows)).toEqual(before)
    await ask('transfer.look', { handoffId, aim: 'transfer' })
    valueOf(await transfer())
    await settled()
    expect(dealIn(rows)).toEqual(withBen)
  })

  it('by the old owner leaves the team to the new one, who puts it back from their computer', async () => {
    const { world, handoffId, rows } = await maraLooking()
    const anas = await deskOf(world, acmeUsers.ana, handoffId)
    valueOf(await anas.ask('transfer.do', { handoffId, ...how, team: 'new-owner', reason: '' }))
    await anas.settled()
    expect(teamIn(rows)).toEqual([])
    world.browser.signIn(ben.userId)
    const bens = workerInProcess(world)
    await bens.ask('context.read', { opportunityId, fresh: true })
    valueOf(await bens.ask('transfer.look', { handoffId, aim: 'put-back' }))
    valueOf(await bens.ask('transfer.put-back', { handoffId, reason: '' }))
    await bens.settled()
    expect(teamIn(rows)).toEqual(['Ana: Edit', 'Mara: Edit'])
    expect(await bens.ask('transfer.outcome', { handoffId })).toEqual([])
  })

  it('needs a reason of whoever is neither side', async () => {
    const { ask, handoffId, rows } = await maraLooking()
    const refused = await ask('transfer.do', { handoffId, ...how, reason: ' ' })
    expect(refused).toMatchObject({ trouble: { detail: 'Say why you do it in their place.' } })
    expect(dealIn(rows)).toEqual(withAna)
  })

  it('is looked at again after a minute: who joined the team since is not lost', async () => {
    const { world, transfer, rows } = await maraLooking()
    world.clock.now += 2 * MINUTE
    const sam = '005Hs00000008aUIAQ'
    world.demo
      .as(acmeUsers.ana)
      .create('OpportunityTeamMember', { OpportunityId: opportunityId, UserId: sam })
    expect(await transfer()).toMatchObject({ trouble: { kind: 'not-now' } })
    expect(dealIn(rows)).toEqual(withAna)
    valueOf(await transfer())
  })
})

it('a change of owner that is thought over for minutes is done where nothing has changed since', async () => {
  const { world, transfer } = await maraLooking()
  world.clock.now += 2 * MINUTE
  expect(await transfer()).toMatchObject({ outcome: 'ok' })
})

describe('a change of owner when something goes wrong', () => {
  it('whose answer is lost is settled and happens once (F3, F9, F28)', async () => {
    const { world, office, transfer, settled, rows, entry } = await maraLooking()
    world.faults.push(cut)
    await transfer()
    await settled()
    expect(await entry()).toMatchObject({ state: 'unknown' })
    world.clock.now += MINUTE
    await push(office.outbox)
    expect(await entry()).toMatchObject({ state: 'sent' })
    expect(dealIn(rows)).toEqual(withBen)
    expect(rows("SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Transfer_Done'")).toHaveLength(1)
  })

  it('is taken up by the next worker when this one is killed on the way (F8 to F11)', async () => {
    const { world, transfer, rows, browser } = await maraLooking()
    let arrive = () => undefined as void
    const sent = new Promise<void>((resolve) => {
      arrive = resolve
    })
    world.faults.push(async (request, pass) => {
      await pass(request)
      arrive()
      return new Promise<Response>(() => undefined)
    })
    await transfer()
    await sent
    for (let killed = 0; killed < 3; killed += 1) {
      const next = workerInProcess(world, browser)
      world.clock.now += 5 * MINUTE
      await push(next.office.outbox)
    }
    expect(dealIn(rows)).toEqual(withBen)
    expect(teamIn(rows)).toEqual(['Ana: Edit', 'Mara: Edit'])
    expect(rows("SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Transfer_Done'")).toHaveLength(1)
  })

  it('asked for in two browsers happens once (F40, F47)', async () => {
    const first = await maraLooking()
    const { world, rows, handoffId } = first
    const second = await deskOf(world, mara.userId, handoffId)
    valueOf(await first.transfer())
    await first.settled()
    valueOf(await second.transfer())
    await second.settled()
    expect(await second.entry()).toMatchObject({ state: 'sent' })
    expect(dealIn(rows)).toEqual(withBen)
    expect(rows("SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Transfer_Done'")).toHaveLength(1)
    expect(teamIn(rows)).toEqual(['Ana: Edit', 'Mara: Edit'])
  })

  it('that finds another owner changes nothing and says so (F34, F39)', async () => {
    const { world, transfer, settled, rows, entry, ask } = await maraLooking()
    const jonas = '005Hs00000007VvIAI'
    world.demo.as(acmeUsers.ana).update('Opportunity', opportunityId, { OwnerId: jonas })
    await transfer()
    await settled()
    const stopped = await entry()
    expect(stopped).toMatchObject({ state: 'conflict' })
    expect(stopped?.trouble?.detail).toContain('Ana Ferreira does not own the deal any more')
    expect(dealIn(rows)).toMatchObject({ owner: jonas, tasks: ['Ana'] })
    // It can be given up: nothing else of the deal waits behind it then.
    const operationKey = stopped?.operationKey ?? ''
    valueOf(await ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } }))
    expect(await entry()).toBeUndefined()
  })

  it('that one part refuses is rolled back whole, and may be asked for again (F35, F37)', async () => {
    const seed = acmeSeed()
    const formula = 'AND(NOT(ISNEW()), ISCHANGED(OwnerId), ISBLANK(NextStep))'
    const message = 'A deal changes hands with a next step.'
    const rule = { object: 'Opportunity', formula, message }
    const { transfer, settled, rows, entry, world } = await maraLooking({
      ...seed,
      validationRules: [...(seed.validationRules ?? []), rule],
    })
    world.demo.as(acmeUsers.ana).update('Opportunity', opportunityId, { NextStep: null })
    await transfer()
    await settled()
    expect(await entry()).toMatchObject({ state: 'needs-attention', trouble: { detail: message } })
    expect(dealIn(rows)).toEqual(withAna)
    expect(rows("SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Transfer_Done'")).toEqual([])
    world.demo.as(acmeUsers.ana).update('Opportunity', opportunityId, { NextStep: 'Kickoff' })
    valueOf(await transfer())
    await settled()
    expect(dealIn(rows)).toEqual(withBen)
  })

  it('that meets a locked row is tried again (F36)', async () => {
    const { world, office, transfer, settled, rows, entry } = await maraLooking()
    const locked = { errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access' }
    // In the place of what the org would have done, every part is answered by the refusal.
    world.faults.push(async (request) => {
      const { compositeRequest } = await request.json()
      const compositeResponse = compositeRequest.map((part: { referenceId: string }) => ({
        body: [locked],
        httpHeaders: {},
        httpStatusCode: 400,
        referenceId: part.referenceId,
      }))
      return Response.json({ compositeResponse })
    })
    await transfer()
    await settled()
    expect(dealIn(rows)).toEqual(withAna)
    expect(await entry()).toMatchObject({ state: 'queued' })
    world.clock.now += MINUTE
    await push(office.outbox)
    expect(dealIn(rows)).toEqual(withBen)
  })

  it('of a deal that is gone says so (F38)', async () => {
    const { world, transfer, settled, entry } = await maraLooking()
    const url = `https://${world.org.apiHost}/services/data/v67.0/sobjects/Opportunity/${opportunityId}`
    const headers = { Authorization: `Bearer ${world.demo.signIn(admin)}` }
    expect((await world.fetch(url, { method: 'DELETE', headers })).status).toBe(204)
    await transfer()
    await settled()
    expect(['conflict', 'needs-attention']).toContain((await entry())?.state)
  })
})
