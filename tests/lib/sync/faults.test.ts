import { describe, expect, it } from 'vitest'
import { resume } from '#lib/sync/choices.ts'
import { allEntries } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { acmeUsers, brightwater, type Fault, respond } from '../salesforce/org-in-process.ts'
import {
  anaSending,
  answerCut,
  answerLost,
  killedAfter,
  killedBefore,
  loginPage,
  refusedFor,
  requestLost,
  twice,
} from './sending.ts'

const patience = { timeout: 20_000 }

const MINUTE = 60_000
const busy = respond(503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'Try again later' }])
const lockedRow = respond(400, [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'locked' }])
const inMaintenance = respond(400, [
  {
    errorCode: 'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
    message: 'Updates can’t be made during maintenance. Try again when maintenance is complete.',
  },
])

/** What has to hold after every run: one handoff, one entry in the log, and nothing left to do. */
async function expectSentOnce(sending: Awaited<ReturnType<typeof anaSending>>) {
  expect(await sending.entry()).toMatchObject({ state: 'sent', trouble: null })
  expect(sending.countOf('Handoff__c')).toBe(1)
  expect(sending.countOf('Handoff_Event__c')).toBe(1)
  expect(sending.countOf('Handoff_Commitment__c')).toBe(1)
}

describe('a handoff arrives exactly once', () => {
  const journeys: readonly { name: string; faults: readonly Fault[] }[] = [
    { name: 'on an undisturbed network', faults: [] },
    { name: 'when the answer is lost (F28)', faults: [answerLost] },
    { name: 'when the request is lost', faults: [requestLost] },
    { name: 'when answers are lost again and again', faults: [answerLost, answerLost, answerLost] },
    { name: 'when the look for it fails too', faults: [answerLost, requestLost, busy] },
    { name: 'behind a login page (F27)', faults: [loginPage, loginPage] },
    { name: 'when the answer is cut off (F30)', faults: [answerCut] },
    { name: 'when a proxy repeats it (F40)', faults: [twice] },
    { name: 'when the server is busy (F33)', faults: [busy, busy] },
    { name: 'when a row is locked (F36)', faults: [lockedRow, lockedRow] },
    { name: 'when Salesforce is maintained (F33)', faults: [inMaintenance] },
  ]

  it.each(journeys)('$name', async ({ faults }) => {
    const sending = await anaSending()
    sending.world.faults.push(...faults)
    for (let turn = 0; turn < 8; turn += 1) {
      await push(sending.ports)
      sending.clock.now += 15 * MINUTE
    }
    await expectSentOnce(sending)
  })

  it.each([
    { name: 'before the request was out', fault: killedBefore },
    { name: 'after Salesforce had written (F3, F9)', fault: killedAfter },
  ])('when the worker is killed $name, three times', async ({ fault }) => {
    const sending = await anaSending()
    sending.world.faults.push(fault)
    void push(sending.ports)
    for (let kill = 0; kill < 3; kill += 1) {
      await expect.poll(() => sending.world.faults.length, patience).toBe(0)
      sending.world.faults.push(fault)
      sending.world.clock.now += MINUTE
      void push(sending.newWorker().ports)
    }
    await expect.poll(() => sending.world.faults.length, patience).toBe(0)
    sending.world.clock.now += MINUTE
    await push(sending.newWorker().ports)
    await expectSentOnce(sending)
    expect((await sending.entry())?.attempts).toBe(5)
  })
})

describe('trouble on the way', () => {
  it('of being offline (F26) keeps the handoff queued, and it goes out within half a minute of the network', async () => {
    const sending = await anaSending()
    sending.world.network.isUp = false
    await push(sending.ports)
    expect(await sending.entry()).toMatchObject({ state: 'queued', trouble: { kind: 'offline' } })
    expect(sending.wakes.at(-1)).toBeLessThanOrEqual(sending.clock.now + 30_000)
    sending.world.network.isUp = true
    sending.clock.now += 30_000
    await push(sending.ports)
    await expectSentOnce(sending)
  })

  it('of an ended session (F31) stops after one attempt and goes on after a sign-in', async () => {
    const sending = await anaSending()
    const { world, ports } = sending
    world.demo.sessions.endAll()
    await push(ports)
    sending.clock.now += 60 * MINUTE
    await push(ports)
    expect(await sending.entry()).toMatchObject({
      state: 'queued',
      attempts: 1,
      trouble: { kind: 'session-expired', url: 'https://acme.my.salesforce.com/' },
    })
    world.browser.signIn(acmeUsers.ana)
    await resume(ports, await allEntries(ports))
    await push(ports)
    await expectSentOnce(sending)
  })

  it('of another user at the computer (F48) holds the handoff back until its owner returns', async () => {
    const sending = await anaSending()
    const { world, ports, countOf } = sending
    world.browser.signIn(acmeUsers.mara)
    await push(ports)
    expect(await sending.entry()).toMatchObject({
      state: 'queued',
      trouble: { kind: 'wrong-user' },
    })
    expect(countOf('Handoff__c')).toBe(0)
    world.browser.signIn(acmeUsers.ana)
    await resume(ports, await allEntries(ports))
    await push(ports)
    await expectSentOnce(sending)
  })

  it('of a used-up limit (F32) costs one call in a quarter of an hour', async () => {
    const sending = await anaSending()
    const { world, ports, wakes, clock } = sending
    world.faults.push(respond(403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'used up' }]))
    await push(ports)
    await push(ports)
    expect(wakes.at(-1)).toBe(clock.now + 15 * MINUTE)
    clock.now += 15 * MINUTE
    await push(ports)
    await expectSentOnce(sending)
  })

  it('of a refusal (F35, F37) keeps everything for the user to mend', async () => {
    const sending = await anaSending()
    sending.world.faults.push(refusedFor('opportunity'))
    await push(sending.ports)
    expect(await sending.entry()).toMatchObject({
      state: 'needs-attention',
      trouble: {
        kind: 'rejected',
        detail: 'Region is missing',
        fields: ['Opportunity.Region__c'],
      },
    })
  })
})

describe('a change of the opportunity by somebody else', () => {
  const asMara = { NextStep: 'Mara was here' }

  it('of the same field (F34) is shown with all three values', async () => {
    const sending = await anaSending()
    sending.world.clock.now += MINUTE
    sending.world.demo.as(acmeUsers.mara).update('Opportunity', brightwater, asMara)
    await push(sending.ports)
    expect(await sending.entry()).toMatchObject({
      state: 'conflict',
      conflicts: [
        {
          path: 'Opportunity.NextStep',
          seen: expect.stringContaining('Kickoff'),
          mine: 'New',
          theirs: 'Mara was here',
        },
      ],
    })
    expect(sending.countOf('Handoff__c')).toBe(0)
  })

  it('of another field is kept, and the handoff goes out', async () => {
    const sending = await anaSending()
    sending.world.clock.now += MINUTE
    sending.world.demo
      .as(acmeUsers.mara)
      .update('Opportunity', brightwater, { Description: 'Mara was here' })
    await push(sending.ports)
    await expectSentOnce(sending)
    expect(
      sending.rows(`SELECT Description, NextStep FROM Opportunity WHERE Id = '${brightwater}'`),
    ).toMatchObject([{ Description: 'Mara was here', NextStep: 'New' }])
  })

  it('of the owner (F39) is shown by name', async () => {
    const sending = await anaSending()
    sending.world.clock.now += MINUTE
    sending.world.demo
      .as(acmeUsers.mara)
      .update('Opportunity', brightwater, { OwnerId: acmeUsers.mara })
    await push(sending.ports)
    expect(await sending.entry()).toMatchObject({
      state: 'conflict',
      conflicts: [{ path: 'Opportunity.OwnerId', seen: 'Ana Ferreira', theirs: 'Mara Delacroix' }],
    })
  })

  it('that hands it over from another computer (F47) is shown, and no second handoff made', async () => {
    const sending = await anaSending()
    sending.world.clock.now += MINUTE
    sending.world.demo
      .as(acmeUsers.ana)
      .update('Opportunity', brightwater, { NextStep: 'New', Handoff_Status__c: 'Submitted' })
    await push(sending.ports)
    expect(await sending.entry()).toMatchObject({
      state: 'conflict',
      conflicts: [{ path: 'Opportunity.Handoff_Status__c', seen: null, theirs: 'Submitted' }],
    })
    expect(sending.countOf('Handoff__c')).toBe(0)
  })
})
