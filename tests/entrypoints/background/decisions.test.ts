// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { acmeUsers, brightwater, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { requestLost } from '../../lib/sync/sending.ts'
import { acceptance, anaWithDraft, ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const patience = { timeout: 20_000 }

const opportunityId = brightwater
const sam = { userId: '005Hs00000008aUIAQ', name: 'Sam Okonkwo' }

describe('submitting a declined handoff again', () => {
  it('changes the same handoff and keeps what never left this computer', async () => {
    const ana = await anaWithDraft()
    const secret = {
      kind: 'given' as const,
      value: { type: 'text' as const, text: 'Only for me' },
      provenance: { from: 'typed' as const },
      evidence: [],
      tier: 'me' as const,
      by: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
      at: '2026-11-23T12:00:00.000Z',
    }
    const saved = valueOf(
      await ana.ask('draft.answer', {
        draftKey: ana.draftKey,
        question: 'why.us',
        answer: secret,
      }),
    )
    const submitted = await ana.ask('handoff.submit', {
      draftKey: ana.draftKey,
      revision: saved.revision,
    })
    expect(submitted.outcome).toBe('ok')
    await ana.settled()
    const [row] = ana.rows('SELECT Id, Payload__c FROM Handoff__c')
    expect(String(row?.['Payload__c'])).not.toContain('Only for me')
    const handoffId = String(row?.['Id'])
    ana.world.demo
      .as(acmeUsers.ana)
      .update('Handoff__c', handoffId, { Status__c: 'Rejected', Reject_Reason__c: 'TERMS_MISSING' })
    ana.world.clock.now += 120_000

    const again = valueOf(await ana.ask('draft.start', { opportunityId }))
    expect(again).toMatchObject({ key: ana.draftKey, handoffId, recipient: ben })
    expect(again.answers['why.us']).toEqual(secret)
    const change = { bypass: { reason: 'Still tomorrow', manager: mara } }
    const { revision } = valueOf(await ana.ask('draft.change', { draftKey: again.key, change }))
    valueOf(await ana.ask('handoff.submit', { draftKey: again.key, revision }))
    await ana.settled()
    expect(
      ana.rows('SELECT Id, Status__c, Resubmission_Count__c, Reject_Reason__c FROM Handoff__c'),
    ).toMatchObject([
      { Id: handoffId, Status__c: 'Submitted', Resubmission_Count__c: 1, Reject_Reason__c: null },
    ])
  })
})

describe('the recipient', () => {
  it('sees it in the inbox and on the badge, reads the packet, and accepts', async () => {
    const { ask, badges, settled, rows, handoffId } = await benWithHandoff()
    const inbox = valueOf(await ask('inbox.read', { fresh: true }))
    expect(inbox.items).toMatchObject([
      { id: handoffId, status: 'submitted', outgoing: { name: 'Ana Ferreira' } },
    ])
    expect(badges.at(-1)).toBe(1)
    const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
    expect(Object.keys(context?.handoffs[0]?.packet?.answers ?? {}).length).toBeGreaterThan(5)
    await ask('handoff.accept', acceptance(handoffId, 'Goal: two days'))
    await settled()
    expect(rows('SELECT Status__c, Decision_Comment__c FROM Handoff__c')).toMatchObject([
      { Status__c: 'Accepted', Decision_Comment__c: 'Goal: two days' },
    ])
    await expect.poll(() => badges.at(-1), patience).toBe(0)
    expect(valueOf(await ask('inbox.read', { fresh: false })).items).toMatchObject([
      { id: handoffId, status: 'accepted' },
    ])
  })

  it('decides on what the panel has read, without reading it again', async () => {
    const { ask, settled, handoffId, world } = await benWithHandoff()
    await ask('context.read', { opportunityId, fresh: true, opening: true })
    callsOf(world)
    await ask('handoff.accept', acceptance(handoffId))
    await settled()
    // Ben may not edit the opportunity, and it is known: its copy of the status is not even tried.
    expect(callsOf(world)).toEqual(['POST /services/data/v67.0/composite'])
  })

  it('decides without reading again what was read to begin with', async () => {
    const { ask, settled, handoffId, world } = await benWithHandoff()
    await ask('inbox.read', { fresh: true })
    expect(valueOf(await ask('inbox.gate', { handoffId }))).toEqual({ opensPanel: true })
    callsOf(world)
    await ask('handoff.accept', acceptance(handoffId))
    expect(callsOf(world)).toEqual([])
    await settled()
  })

  it.each([
    { left: 'nothing read', change: { read: [] }, because: /^Read “/ },
    { left: 'nothing said back', change: { said: [] }, because: /^Say it back/ },
  ])('cannot accept with $left', async ({ change, because }) => {
    const { ask, handoffId, rows } = await benWithHandoff()
    const refused = await ask('handoff.accept', { ...acceptance(handoffId), ...change })
    expect(refused).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'not-now', detail: expect.stringMatching(because) },
    })
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
  })

  it('cannot accept without a network what was never read here', async () => {
    const { ask, handoffId, world } = await benWithHandoff()
    await ask('inbox.read', { fresh: true })
    world.faults.push(requestLost)
    expect(await ask('handoff.accept', acceptance(handoffId))).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'not-now', detail: expect.stringContaining('has to be read') },
    })
  })

  it('tells what was read along with the acceptance', async () => {
    const { ask, settled, handoffId, rows } = await benWithHandoff()
    await ask('packet.review', { handoffId, sections: ['deal'] })
    await ask('handoff.accept', acceptance(handoffId))
    await settled()
    const [row] = rows('SELECT Reviewed_Sections__c FROM Handoff__c')
    expect(Object.keys(JSON.parse(String(row?.['Reviewed_Sections__c'])))).toHaveLength(9)
    const kinds = rows('SELECT Kind__c FROM Handoff_Event__c ORDER BY Name')
    expect(kinds.map((event) => event['Kind__c'])).toEqual([
      'Submitted',
      'Bypassed',
      'Reviewed',
      'Accepted',
      'Reviewed',
    ])
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
    expect(valueOf(await ana.ask('inbox.read', { fresh: true })).items).toMatchObject([
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
    ).toMatchObject({ outcome: 'trouble', trouble: { kind: 'not-now' } })
  })

  it('accepts without a network, and it goes out when there is one', async () => {
    const { ask, settled, rows, handoffId, world, office } = await benWithHandoff()
    await ask('inbox.read', { fresh: true })
    await ask('context.read', { opportunityId, fresh: true })
    world.faults.push(requestLost)
    expect(valueOf(await ask('handoff.accept', acceptance(handoffId)))).toMatchObject({
      action: 'accept',
    })
    await settled()
    world.clock.now += 60_000
    await push(office.outbox)
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Accepted' }])
  })

  it('cannot accept what was withdrawn meanwhile', async () => {
    const { ask, ana, world, handoffId, settled } = await benWithHandoff()
    world.browser.signIn(acmeUsers.ana)
    await ana.ask('handoff.withdraw', { handoffId })
    await ana.settled()
    world.browser.signIn(ben.userId)
    expect(await ask('handoff.accept', { handoffId, note: '' })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'not-now' },
    })
    await settled()
  })

  it.each(['accept', 'decline'] as const)(
    'cannot %s in front of what was given to somebody else meanwhile',
    async (decision) => {
      const { ask, world, handoffId, settled, rows } = await benWithHandoff()
      await ask('context.read', { opportunityId, fresh: true, opening: true })
      world.browser.signIn(mara.userId)
      const boss = workerInProcess(world)
      await boss.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' })
      await boss.settled()
      world.browser.signIn(ben.userId)
      const declining = { reasons: ['CAPACITY'], comment: 'No room', questions: [] }
      if (decision === 'accept') await ask('handoff.accept', acceptance(handoffId))
      else await ask('handoff.decline', { handoffId, ...declining })
      await settled()
      expect(await ask('outbox.read', { opportunityId })).toMatchObject([{ state: 'conflict' }])
      expect(rows('SELECT Status__c, Incoming_Owner__c FROM Handoff__c')).toMatchObject([
        { Status__c: 'Submitted', Incoming_Owner__c: sam.userId },
      ])
    },
  )
})

describe('a decision after its due time', () => {
  it('is recorded with its own time and the reason for the delay', async () => {
    const { ask, settled, rows, handoffId, world } = await benWithHandoff()
    world.clock.now += 10 * 24 * 60 * 60 * 1000
    world.browser.signIn(ben.userId)
    await ask('handoff.accept', { ...acceptance(handoffId), delayReason: 'I was away' })
    await settled()
    const [row] = rows('SELECT Decision_Due_At__c, Decided_At__c, Delay_Reason__c FROM Handoff__c')
    expect(row).toMatchObject({ Delay_Reason__c: 'I was away' })
    expect(Date.parse(String(row?.['Decided_At__c']))).toBe(world.clock.now)
    expect(Date.parse(String(row?.['Decision_Due_At__c']))).toBeLessThan(world.clock.now)
  })
})
