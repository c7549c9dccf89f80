// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers, brightwater } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft } from './people-at-work.ts'
import { accepted, dealIn, mara } from '../../lib/salesforce/transferring.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater
const accountId = '001Hs00000006O7IAI'
const admin = '005Hs0000000AjcIAE'

/** Ana's draft, in which somebody without a part in the deal gets the invoices. */
async function anaNaming() {
  const ana = await anaWithDraft()
  const boss = ana.world.demo.as(admin)
  const zoe = { LastName: 'Quist', Email: 'zoe@brightwater.example', AccountId: accountId }
  const contactId = boss.create('Contact', zoe)
  const value = {
    type: 'contact' as const,
    contactId,
    name: 'Zoe Quist',
    title: '',
    email: '',
    phone: '',
    role: 'Other',
    note: '',
    strength: '' as const,
  }
  const answer = {
    kind: 'given' as const,
    value,
    provenance: { from: 'typed' as const },
    evidence: [],
    by: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
    at: '2026-11-23T12:00:00.000Z',
  }
  const { draftKey, ask, settled } = ana
  const given = valueOf(await ask('draft.answer', { draftKey, question: 'people.billing', answer }))
  const sent = async () => {
    valueOf(await ask('handoff.submit', { draftKey, revision: given.revision }))
    await settled()
    return (await ask('outbox.read', { opportunityId }))[0]
  }
  return { ...ana, boss, contactId, sent }
}

it('a contact that was merged away is named, and nobody takes the deal for gone', async () => {
  const { boss, contactId, sent, ask, rows } = await anaNaming()
  boss.remove('Contact', contactId)
  expect(await sent()).toMatchObject({
    state: 'needs-attention',
    trouble: {
      kind: 'rejected',
      detail: 'Contact or contact role of Zoe Quist: entity is deleted',
    },
  })
  expect(await ask('draft.astray', {})).toEqual([])
  expect(rows('SELECT Id FROM Handoff__c')).toEqual([])
})

it('a handoff goes to the account into which the deal’s was merged', async () => {
  const { ask, submit, settled, world, rows } = await anaWithDraft()
  const boss = world.demo.as(admin)
  const winner = boss.create('Account', { Name: 'Brightwater Group' })
  boss.update('Opportunity', opportunityId, { AccountId: winner })
  boss.remove('Account', accountId)
  valueOf(await submit())
  await settled()
  expect(await ask('outbox.read', { opportunityId })).toMatchObject([{ state: 'sent' }])
  expect(rows('SELECT Account__c FROM Handoff__c')).toMatchObject([{ Account__c: winner }])
})

it('a deal whose task was deleted meanwhile is not taken for gone, and is transferred the next time', async () => {
  const { world, handoffId, rows } = await accepted()
  world.browser.signIn(mara.userId)
  const { ask, settled } = workerInProcess(world)
  await ask('context.read', { opportunityId, fresh: true })
  const transfer = async () => {
    const { activities } = valueOf(await ask('transfer.look', { handoffId, aim: 'transfer' }))
    const [task] = activities
    return { task, how: { handoffId, fromId: acmeUsers.ana, reason: 'Ana is away', ...chosen } }
  }
  const chosen = { place: 'Edit', takesActivities: true, team: 'now' } as const
  const { task, how } = await transfer()
  world.demo.as(admin).remove('Task', task?.id ?? '')
  valueOf(await ask('transfer.do', how))
  await settled()
  expect(await ask('outbox.read', { opportunityId })).toMatchObject([
    { state: 'needs-attention', trouble: { kind: 'rejected' } },
  ])
  valueOf(await ask('transfer.do', (await transfer()).how))
  await settled()
  expect(dealIn(rows)).toEqual({ owner: 'Ben', tasks: ['Ben'], kickoff: 'Ben' })
})

it('a deal that is gone itself is told to be gone', async () => {
  const { boss, sent } = await anaNaming()
  boss.remove('Opportunity', opportunityId)
  expect(await sent()).toMatchObject({ state: 'needs-attention', trouble: { kind: 'record-gone' } })
})
