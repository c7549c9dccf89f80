import { describe, expect, it } from 'vitest'
import type { CommitmentState } from '#lib/handoff/commitment.ts'
import type { LedgerChange, Plan } from '#lib/handoff/plan.ts'
import { acmeUsers, brightwater, gatewayTo } from './org-in-process.ts'
import { promise, submission, submitted } from './plans.ts'
import { anaSubmitting, ben, owner } from './submitting.ts'

/** Who may delete handoffs. */
const remy = '005Hs0000000AjcIAE'

const accept = (handoffId: string): Plan => {
  const base = submission()
  return {
    ...base,
    operationKey: 'op-2',
    handoffId,
    unmodifiedSince: null,
    events: [
      {
        ...submitted,
        operationKey: 'op-2',
        kind: 'Accepted',
        fromStatus: 'submitted',
        toStatus: 'accepted',
        actor: ben,
      },
    ],
    handoff: { status: 'accepted', decision: 'accepted', decidedAt: '2026-11-23T13:00:00.000Z' },
    packet: null,
    fieldChanges: [],
    commitments: [],
    opportunity: { status: 'accepted', readiness: null },
    shareWith: [],
  }
}

/** What becomes of a promise, in a handoff that was accepted. */
const fate = (handoffId: string, operationKey: string, change: LedgerChange): Plan => ({
  ...accept(handoffId),
  operationKey,
  events: [
    {
      ...submitted,
      operationKey,
      kind: 'Commitment_Changed',
      fromStatus: 'accepted',
      toStatus: 'accepted',
      actor: ben,
    },
  ],
  handoff: {},
  opportunity: null,
  ledger: [change],
})

/** Ben, to whom Brightwater was handed over. */
async function benDeciding() {
  const { world, write, rows } = await anaSubmitting()
  const { handoffId } = await write()
  world.browser.signIn(ben.userId)
  const { gateway } = gatewayTo(world)
  const decide = (plan: Plan) => gateway.write(world.org, { ...owner, userId: ben.userId }, plan)
  return { world, handoffId, decide, rows }
}

describe('a later move', () => {
  it('is written by the recipient, who may not edit the opportunity', async () => {
    const { handoffId, decide, rows } = await benDeciding()
    expect(await decide(accept(handoffId))).toMatchObject({ handoffId })
    expect(rows('SELECT Status__c, Decision__c FROM Handoff__c')).toMatchObject([
      { Status__c: 'Accepted', Decision__c: 'Accepted' },
    ])
    expect(rows('SELECT Kind__c FROM Handoff_Event__c ORDER BY CreatedDate, Name')).toMatchObject([
      { Kind__c: 'Submitted' },
      { Kind__c: 'Accepted' },
    ])
  })

  it('that somebody has overtaken is a conflict', async () => {
    const { world, handoffId, decide, rows } = await benDeciding()
    world.demo.as(acmeUsers.ana).update('Handoff__c', handoffId, { Status__c: 'Cancelled' })
    await expect(decide(accept(handoffId))).rejects.toMatchObject({ kind: 'conflict' })
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Cancelled' }])
    expect(rows('SELECT Id FROM Handoff_Event__c')).toHaveLength(1)
  })

  it('of a handoff that was deleted meanwhile is a conflict that names the handoff', async () => {
    const { world, handoffId, decide } = await benDeciding()
    world.demo.as(remy).remove('Handoff__c', handoffId)
    await expect(decide(accept(handoffId))).rejects.toMatchObject({
      kind: 'conflict',
      message: 'This handoff was deleted, or you may no longer see it.',
    })
  })

  it('cannot be begun with a handoff that is gone, and nothing is said of the opportunity', async () => {
    const { world, handoffId } = await benDeciding()
    world.demo.as(remy).remove('Handoff__c', handoffId)
    const { gateway } = gatewayTo(world)
    await expect(gateway.handoff(world.org, handoffId)).rejects.toMatchObject({
      kind: 'not-now',
      message: 'This handoff was deleted, or you may no longer see it.',
    })
  })

  it('about a promise of which somebody else has said something meanwhile is a conflict', async () => {
    const { handoffId, decide, rows } = await benDeciding()
    await decide(accept(handoffId))
    const [row] = rows('SELECT Id FROM Handoff_Commitment__c')
    const commitmentId = String(row?.['Id'])
    const say = (operationKey: string, from: CommitmentState, state: CommitmentState) =>
      decide(fate(handoffId, operationKey, { commitmentId, from, state, note: 'Later' }))
    await say('op-3', 'open', 'renegotiated')
    await expect(say('op-4', 'open', 'broken')).rejects.toMatchObject({ kind: 'conflict' })
    expect(rows('SELECT State__c FROM Handoff_Commitment__c')).toMatchObject([
      { State__c: 'Renegotiated' },
    ])
    await say('op-5', 'renegotiated', 'broken')
    expect(rows('SELECT State__c FROM Handoff_Commitment__c')).toMatchObject([
      { State__c: 'Broken' },
    ])
  })

  it('twice has the effect of once', async () => {
    const { handoffId, decide, rows } = await benDeciding()
    await decide(accept(handoffId))
    expect(await decide(accept(handoffId))).toMatchObject({ handoffId })
    expect(rows('SELECT Id FROM Handoff_Event__c')).toHaveLength(2)
  })
})

describe('sending a handoff again', () => {
  it('changes the promises that are there and adds the new ones', async () => {
    const { world, write, rows, gateway, plan } = await anaSubmitting()
    const { handoffId } = await write()
    world.demo.as(acmeUsers.ana).update('Handoff__c', handoffId, {
      Status__c: 'Rejected',
      Reject_Reason__c: 'OTHER',
    })
    const { deal } = await gateway.context(world.org, brightwater)
    await write({
      ...plan,
      operationKey: 'op-2',
      handoffId,
      unmodifiedSince: deal.lastModifiedAt,
      events: [{ ...submitted, operationKey: 'op-2', kind: 'Resubmitted', fromStatus: 'declined' }],
      commitments: [
        { ...promise, row: { ...promise.row, words: 'Migration by April' } },
        { ...promise, key: 'promise-2', position: 2 },
      ],
    })
    expect(
      rows('SELECT Client_Key__c, Words__c FROM Handoff_Commitment__c ORDER BY Position__c'),
    ).toMatchObject([
      { Client_Key__c: 'promise-1', Words__c: 'Migration by April' },
      { Client_Key__c: 'promise-2', Words__c: 'Migration by March' },
    ])
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
  })
})
