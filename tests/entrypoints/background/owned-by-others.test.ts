// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

it.each([
  { access: 'Edit', about: /^Sharing the handoff: insufficient access/ },
  { access: 'Read', about: /^Handoff: insufficient access/ },
])(
  'a sender with $access to a handoff that somebody else owns is told what is refused, and keeps the draft',
  async ({ access, about }) => {
    const { ask, settled, handoffId, rows, ana, world } = await benWithHandoff()
    const declining = { reasons: ['COMMITMENTS_UNCLEAR'], comment: 'Which date?', questions: [] }
    await ask('handoff.decline', { handoffId, ...declining })
    await settled()
    const admin = world.demo.as('005Hs0000000AjcIAE')
    admin.update('Handoff__c', handoffId, { OwnerId: mara.userId })
    const share = { ParentId: handoffId, UserOrGroupId: acmeUsers.ana, AccessLevel: access }
    admin.create('Handoff__Share', share)
    world.clock.now += 120_000
    world.browser.signIn(acmeUsers.ana)
    const { key: draftKey } = valueOf(await ana.ask('draft.start', { opportunityId }))
    const bypass = { reason: 'Still tomorrow', manager: mara }
    const change = { bypass, recipient: ben }
    const { revision } = valueOf(await ana.ask('draft.change', { draftKey, change }))
    valueOf(await ana.ask('handoff.submit', { draftKey, revision }))
    await ana.settled()
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
