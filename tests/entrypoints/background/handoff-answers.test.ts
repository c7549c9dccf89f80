// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import {
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
  respond,
} from '../../lib/salesforce/org-in-process.ts'
import { answerLost } from '../../lib/sync/sending.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater
const ben = { userId: '005Hs00000009f3IAA', name: 'Ben Kowalski' }
const mara = { userId: acmeUsers.mara, name: 'Mara Delacroix' }

/** Ana's draft of Brightwater for Ben, which Mara lets go out as it is. */
async function anaWithDraft() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const worker = workerInProcess(world)
  const { ask } = worker
  await ask('context.read', { opportunityId, fresh: true })
  const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
  const change = { recipient: ben, bypass: { reason: 'The kickoff is tomorrow', manager: mara } }
  const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
  callsOf(world)
  const submit = () => ask('handoff.submit', { draftKey, revision })
  const rows = (soql: string) => world.demo.as(acmeUsers.ana).query(soql)
  return { ...worker, world, draftKey, revision, submit, rows }
}

/** Ben, at another computer, after Ana has submitted. */
async function benWithHandoff() {
  const ana = await anaWithDraft()
  await ana.submit()
  await ana.settled()
  const [row] = ana.rows('SELECT Id FROM Handoff__c')
  ana.world.browser.signIn(ben.userId)
  const worker = workerInProcess(ana.world)
  return { ...worker, world: ana.world, rows: ana.rows, handoffId: String(row?.['Id']), ana }
}

describe('submitting', () => {
  it('is one call, and what it wrote is in Salesforce', async () => {
    const { submit, settled, world, rows, ask } = await anaWithDraft()
    expect(valueOf(await submit())).toMatchObject({ action: 'submit', attempts: 0 })
    await settled()
    expect(callsOf(world)).toEqual(['POST /services/data/v67.0/composite'])
    expect(await ask('outbox.read', { opportunityId })).toMatchObject([
      { state: 'sent', handoffId: expect.stringMatching(/^a/), trouble: null },
    ])
    expect(
      rows('SELECT Status__c, Incoming_Owner__c, Bypass_Reason__c FROM Handoff__c'),
    ).toMatchObject([
      {
        Status__c: 'Submitted',
        Incoming_Owner__c: ben.userId,
        Bypass_Reason__c: 'The kickoff is tomorrow',
      },
    ])
    expect(rows('SELECT Kind__c FROM Handoff_Event__c ORDER BY Kind__c')).toMatchObject([
      { Kind__c: 'Submitted' },
      { Kind__c: 'Bypassed' },
    ])
    expect(await ask('draft.read', { opportunityId })).toBeNull()
  })

  it('twice is once', async () => {
    const { submit, settled, rows } = await anaWithDraft()
    const [first, second] = await Promise.all([submit(), submit()])
    expect(valueOf(second).operationKey).toBe(valueOf(first).operationKey)
    expect(valueOf(await submit()).operationKey).toBe(valueOf(first).operationKey)
    await settled()
    expect(rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
  })

  it('is refused for a draft that was changed since it was reviewed', async () => {
    const { ask, draftKey, revision } = await anaWithDraft()
    await ask('draft.change', { draftKey, change: { variant: 'express' } })
    expect(await ask('handoff.submit', { draftKey, revision })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'conflict' },
    })
    expect(await ask('draft.read', { opportunityId })).not.toBeNull()
  })

  it('is refused while something blocks, and the draft stays', async () => {
    const { ask, draftKey } = await anaWithDraft()
    const { revision } = valueOf(await ask('draft.change', { draftKey, change: { bypass: null } }))
    expect(await ask('handoff.submit', { draftKey, revision })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'rejected', detail: expect.stringMatching(/\.$/) },
    })
    expect(await ask('draft.read', { opportunityId })).not.toBeNull()
  })

  it('without a network is queued, and goes out when there is one', async () => {
    const { submit, settled, world, ask, rows } = await anaWithDraft()
    world.faults.push(async () => {
      throw new TypeError('Failed to fetch')
    })
    await submit()
    await settled()
    expect(await ask('outbox.read', {})).toMatchObject([{ state: 'unknown' }])
    world.clock.now += 60_000
    const item = valueOf(
      await ask('outbox.retry', {
        operationKey: (await ask('outbox.read', {}))[0]?.operationKey ?? '',
      }),
    )
    expect(item.action).toBe('submit')
    await settled()
    expect(await ask('outbox.read', {})).toMatchObject([{ state: 'sent' }])
    expect(rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
  })

  it('whose worker dies before it has heard the answer is settled by the next one', async () => {
    const { submit, settled, world, browser, rows } = await anaWithDraft()
    world.faults.push(answerLost)
    await submit()
    await settled()
    world.clock.now += 60_000
    const next = workerInProcess(world, browser)
    await push(next.office.outbox)
    expect(await next.ask('outbox.read', {})).toMatchObject([{ state: 'sent' }])
    expect(rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
  })

  it('that Salesforce refuses can be taken back to the draft with nothing lost', async () => {
    const { submit, settled, world, ask, draftKey } = await anaWithDraft()
    const before = await ask('draft.read', { opportunityId })
    world.faults.push(
      respond(400, [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not today' }]),
    )
    const { operationKey } = valueOf(await submit())
    await settled()
    expect(await ask('outbox.read', {})).toMatchObject([
      { state: 'needs-attention', trouble: { detail: 'Not today' } },
    ])
    await ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } })
    expect(await ask('draft.read', { opportunityId })).toMatchObject({
      key: draftKey,
      answers: before?.answers,
      recipient: ben,
    })
    expect(await ask('outbox.read', {})).toEqual([])
  })
})

describe('the recipient', () => {
  it('sees it in the inbox and on the badge, reads the packet, and accepts', async () => {
    const { ask, badges, settled, rows, handoffId } = await benWithHandoff()
    const inbox = valueOf(await ask('inbox.read', { fresh: true }))
    expect(inbox.incoming).toMatchObject([{ id: handoffId, outgoing: { name: 'Ana Ferreira' } }])
    expect(badges.at(-1)).toBe(1)
    const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
    expect(Object.keys(context?.handoffs[0]?.packet?.answers ?? {}).length).toBeGreaterThan(5)
    await ask('handoff.accept', { handoffId, note: 'Goal: two days' })
    await settled()
    expect(rows('SELECT Status__c, Decision_Comment__c FROM Handoff__c')).toMatchObject([
      { Status__c: 'Accepted', Decision_Comment__c: 'Goal: two days' },
    ])
    await expect.poll(() => badges.at(-1)).toBe(0)
    expect(valueOf(await ask('inbox.read', { fresh: false })).incoming).toEqual([])
  })

  it('declines with a reason and named answers, which the sender sees', async () => {
    const { ask, settled, rows, handoffId, ana, world } = await benWithHandoff()
    await ask('handoff.decline', {
      handoffId,
      reasons: ['COMMITMENTS_UNCLEAR'],
      comment: 'Which date was promised?',
      questions: ['promise.list'],
    })
    await settled()
    expect(rows('SELECT Status__c, Reject_Reason__c FROM Handoff__c')).toMatchObject([
      { Status__c: 'Rejected', Reject_Reason__c: 'COMMITMENTS_UNCLEAR' },
    ])
    world.browser.signIn(acmeUsers.ana)
    expect(valueOf(await ana.ask('inbox.read', { fresh: true })).outgoing).toMatchObject([
      { id: handoffId, status: 'declined', decisionComment: 'Which date was promised?' },
    ])
  })

  it.each([
    { name: 'without a reason of the template', reasons: ['NONSENSE'], comment: '' },
    { name: 'with "other" and no words', reasons: ['OTHER'], comment: ' ' },
  ])('cannot decline $name', async ({ reasons, comment }) => {
    const { ask, handoffId } = await benWithHandoff()
    expect(
      await ask('handoff.decline', { handoffId, reasons, comment, questions: [] }),
    ).toMatchObject({ outcome: 'trouble', trouble: { kind: 'rejected' } })
  })

  it('cannot accept what was withdrawn meanwhile', async () => {
    const { ask, ana, world, handoffId, settled } = await benWithHandoff()
    world.browser.signIn(acmeUsers.ana)
    await ana.ask('handoff.withdraw', { handoffId })
    await ana.settled()
    world.browser.signIn(ben.userId)
    expect(await ask('handoff.accept', { handoffId, note: '' })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'rejected' },
    })
    await settled()
  })
})
