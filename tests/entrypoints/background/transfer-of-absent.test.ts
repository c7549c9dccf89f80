// @vitest-environment node
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const nordwind = loadOrgFolder(join(import.meta.dirname, '../../../demo/orgs/nordwind'))
const greta = { userId: '005Nw00000003poIAA', name: 'Greta Böhm' }
const aylin = { userId: '005Nw00000005ywIAA', name: 'Aylin Şahin' }
const henrik = { userId: '005Nw000000073VIAQ', name: 'Henrik Vogt' }
const paul = '005Nw00000004uNIAQ'
const tove = '005Nw0000000884IAA'
const opportunityId = '006Nw00000008gGIAQ'

/** Greta, who has handed over what Tove has left behind, to Aylin, who has accepted it. */
async function gretaForTove() {
  const world = orgInProcess(nordwind)
  world.browser.signIn(greta.userId)
  const { ask, settled } = workerInProcess(world)
  await ask('context.read', { opportunityId, fresh: true })
  const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
  const change = { recipient: aylin, bypass: { reason: 'Tove has left', manager: henrik } }
  const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
  valueOf(await ask('handoff.submit', { draftKey, revision }))
  await settled()
  const rows = (soql: string, userId = greta.userId) => world.demo.as(userId).query(soql)
  const [handoff] = rows('SELECT Id FROM Handoff__c')
  const handoffId = String(handoff?.['Id'])
  world.demo.as(greta.userId).update('Handoff__c', handoffId, { Status__c: 'Accepted' })
  await ask('context.read', { opportunityId, fresh: true })
  return { ask, settled, rows, handoffId }
}

describe('a deal of somebody who has left, in an org without teams that keeps deals private', () => {
  it('is handed over by their manager, and the log says in whose place', async () => {
    const { rows } = await gretaForTove()
    const [event] = rows("SELECT Details__c FROM Handoff_Event__c WHERE Kind__c = 'Submitted'")
    expect(JSON.parse(String(event?.['Details__c']))).toMatchObject({ onBehalfOf: 'Tove Anker' })
  })

  it('goes to the new owner, who alone sees it with those above', async () => {
    const { ask, settled, rows, handoffId } = await gretaForTove()
    const facts = valueOf(await ask('transfer.look', { handoffId, aim: 'transfer' }))
    expect(facts).toMatchObject({
      owner: { userId: tove },
      ownerIsActive: false,
      mayTransfer: true,
      teamAccess: 'absent',
      everybody: 'None',
    })
    const how = { place: 'Edit', takesActivities: true, team: 'now', reason: '' } as const
    valueOf(await ask('transfer.do', { handoffId, fromId: tove, ...how }))
    await settled()
    const deal = `SELECT OwnerId FROM Opportunity WHERE Id = '${opportunityId}'`
    expect(rows(deal, aylin.userId)).toMatchObject([{ OwnerId: aylin.userId }])
    expect(rows(deal, paul)).toEqual([])
    const shares = `SELECT UserOrGroupId FROM OpportunityShare WHERE OpportunityId = '${opportunityId}'`
    expect(rows(shares).map((row) => row['UserOrGroupId'])).toEqual([aylin.userId])
  })
})
