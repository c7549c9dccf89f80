// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  acmeSeed,
  acmeUsers,
  brightwater as opportunityId,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { acceptance, ben, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const admin = '005Hs0000000AjcIAE'

/** Handoffs of Brightwater that somebody has made in Salesforce, where nothing asks for a key. */
function madeByHand(...statuses: readonly string[]) {
  const world = orgInProcess(acmeSeed())
  const desk = world.demo.as(acmeUsers.ana)
  const all = world.demo.as(admin)
  const ids = statuses.map((Status__c) => {
    const id = desk.create('Handoff__c', {
      Status__c,
      Opportunity__c: opportunityId,
      Outgoing_Owner__c: acmeUsers.ana,
      Incoming_Owner__c: ben.userId,
      ...(Status__c === 'Rejected' && { Reject_Reason__c: 'OTHER' }),
    })
    desk.create('Handoff__Share', {
      ParentId: id,
      UserOrGroupId: ben.userId,
      AccessLevel: 'Edit',
    })
    return id
  })
  const seat = async (userId: string) => {
    world.browser.signIn(userId)
    const worker = workerInProcess(world)
    await worker.ask('context.read', { opportunityId, fresh: true })
    return worker
  }
  const statusOf = (id: string | undefined) =>
    all.query(`SELECT Status__c FROM Handoff__c WHERE Id = '${String(id)}'`)[0]?.['Status__c']
  return { ids, seat, statusOf, desk: all }
}

describe('a handoff that was made by hand, without a key', () => {
  it('is mended and sent again as the same record', async () => {
    const { ids, seat, statusOf, desk } = madeByHand('Rejected')
    const { ask, settled } = await seat(acmeUsers.ana)
    const { key: draftKey, handoffId } = valueOf(await ask('draft.start', { opportunityId }))
    expect(handoffId).toBe(ids[0])
    const bypass = { reason: 'The kickoff is tomorrow', manager: mara }
    const change = { recipient: ben, bypass }
    const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
    valueOf(await ask('handoff.submit', { draftKey, revision }))
    await settled()
    expect(desk.query('SELECT Id FROM Handoff__c')).toHaveLength(1)
    expect(statusOf(ids[0])).toBe('Submitted')
  })

  it('is not taken for another one such, once it is decided', async () => {
    const { ids, seat } = madeByHand('Submitted', 'Submitted')
    const { ask, settled } = await seat(ben.userId)
    const [, second] = ids
    valueOf(await ask('handoff.accept', acceptance(String(second))))
    await settled()
    const context = valueOf(await ask('context.read', { opportunityId, fresh: false }))
    const known = context?.handoffs.map(({ id, status }) => [id, status])
    expect(known).toEqual(
      expect.arrayContaining([
        [ids[0], 'submitted'],
        [second, 'accepted'],
      ]),
    )
  })

  it('keeps what could be taken for a reference, and no second one is made', async () => {
    const { ids, seat, desk } = madeByHand('Submitted')
    const { ask, settled } = await seat(ben.userId)
    valueOf(await ask('handoff.accept', acceptance(String(ids[0]), 'Mail @{name} first')))
    await settled()
    expect(desk.query('SELECT Decision_Comment__c FROM Handoff__c')).toMatchObject([
      { Decision_Comment__c: 'Mail @{name} first' },
    ])
  })

  it('gives its own deal away, also where another one such did before', async () => {
    const { ids, seat, desk } = madeByHand('Accepted', 'Accepted')
    const { ask, settled } = await seat(acmeUsers.ana)
    for (const handoffId of ids) {
      desk.update('Opportunity', opportunityId, { OwnerId: acmeUsers.ana })
      valueOf(await ask('transfer.look', { handoffId, aim: 'transfer' }))
      const how = { place: 'none', takesActivities: false, team: 'new-owner', reason: '' } as const
      valueOf(await ask('transfer.do', { handoffId, fromId: acmeUsers.ana, ...how }))
      await settled()
      expect(
        desk.query(`SELECT OwnerId FROM Opportunity WHERE Id = '${opportunityId}'`),
      ).toMatchObject([{ OwnerId: ben.userId }])
    }
  })
})
