// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const sam = { userId: '005Hs00000008aUIAQ', name: 'Sam Okonkwo' }

/** Ana, who has written anew what Ben has declined, and what Mara owns since. */
async function anaAgain(shares: readonly { readonly userId: string; readonly access: string }[]) {
  const { ask, settled, handoffId, rows, ana, world } = await benWithHandoff()
  const declining = { reasons: ['COMMITMENTS_UNCLEAR'], comment: 'Which date?', questions: [] }
  await ask('handoff.decline', { handoffId, ...declining })
  await settled()
  const admin = world.demo.as('005Hs0000000AjcIAE')
  admin.update('Handoff__c', handoffId, { OwnerId: mara.userId })
  for (const { userId, access } of shares)
    admin.create('Handoff__Share', {
      ParentId: handoffId,
      UserOrGroupId: userId,
      AccessLevel: access,
    })
  world.clock.now += 120_000
  world.browser.signIn(acmeUsers.ana)
  const { key: draftKey } = valueOf(await ana.ask('draft.start', { opportunityId }))
  const bypass = { reason: 'Still tomorrow', manager: mara }
  const change = { bypass, recipient: ben }
  const { revision } = valueOf(await ana.ask('draft.change', { draftKey, change }))
  valueOf(await ana.ask('handoff.submit', { draftKey, revision }))
  await ana.settled()
  return { ana, rows, handoffId, bypass }
}

it.each([
  { access: 'Edit', about: /^Sharing the handoff: insufficient access/ },
  { access: 'Read', about: /^Handoff: insufficient access/ },
])(
  'a sender with $access to a handoff that somebody else owns is told what is refused, and keeps the draft',
  async ({ access, about }) => {
    const { ana, rows, handoffId, bypass } = await anaAgain([{ userId: acmeUsers.ana, access }])
    const sent = await ana.ask('outbox.read', { opportunityId })
    const refused = sent.find(({ state }) => state === 'needs-attention')
    expect(refused?.trouble).toMatchObject({
      kind: 'no-permission',
      detail: expect.stringMatching(about),
    })
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Rejected' }])
    const operationKey = refused?.operationKey ?? ''
    valueOf(await ana.ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } }))
    expect(await ana.ask('draft.read', { opportunityId })).toMatchObject({ handoffId, bypass })
  },
)

it('a sender with Edit to a handoff that somebody else owns sends it again to whoever may edit it already', async () => {
  const { ana, rows } = await anaAgain([
    { userId: acmeUsers.ana, access: 'Edit' },
    { userId: ben.userId, access: 'Edit' },
  ])
  expect((await ana.ask('outbox.read', { opportunityId })).at(-1)).toMatchObject({ state: 'sent' })
  expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
  expect(rows("SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Resubmitted'")).toHaveLength(1)
})

it('to a recipient who may only read it, it is not sent again', async () => {
  const { ana, rows } = await anaAgain([
    { userId: acmeUsers.ana, access: 'Edit' },
    { userId: ben.userId, access: 'Read' },
  ])
  expect((await ana.ask('outbox.read', { opportunityId })).at(-1)?.trouble).toMatchObject({
    detail: expect.stringMatching(/^Sharing the handoff: insufficient access/),
  })
  expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Rejected' }])
})

it('who may not take back what was shared gives it to somebody else all the same, and the log names who keeps it', async () => {
  const { handoffId, rows, ana, world, settled } = await benWithHandoff()
  const admin = world.demo.as('005Hs0000000AjcIAE')
  admin.update('Handoff__c', handoffId, { OwnerId: mara.userId })
  for (const { userId } of [{ userId: acmeUsers.ana }, ben, sam])
    admin.create('Handoff__Share', {
      ParentId: handoffId,
      UserOrGroupId: userId,
      AccessLevel: 'Edit',
    })
  await settled()
  world.clock.now += 120_000
  world.browser.signIn(acmeUsers.ana)
  valueOf(await ana.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' }))
  await ana.settled()
  expect(rows('SELECT Incoming_Owner__c FROM Handoff__c')).toMatchObject([
    { Incoming_Owner__c: sam.userId },
  ])
  const [entry] = rows("SELECT Details__c FROM Handoff_Event__c WHERE Kind__c = 'Reassigned'")
  expect(JSON.parse(String(entry?.['Details__c']))).toMatchObject({ to: sam.name, kept: ben.name })
})
