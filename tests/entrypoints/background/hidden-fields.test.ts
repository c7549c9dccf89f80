// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeSeed, acmeUsers } from '../../lib/salesforce/org-in-process.ts'
import { hiding } from '../../lib/salesforce/hidden-fields.ts'
import { anaWithDraft } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

it('an answer to a field that is hidden from the user is handed over, and the field left alone', async () => {
  const seed = hiding(acmeSeed(), 'Opportunity', 'NextStep')
  const ana = await anaWithDraft({ ...seed, validationRules: [] })
  const { draftKey } = ana
  const nothing = { from: 'salesforce' as const, label: '', asRead: null, readAt: ana.ports.now() }
  const { revision } = valueOf(
    await ana.ask('draft.answer', {
      draftKey,
      question: 'next.step',
      answer: {
        kind: 'given',
        value: { type: 'text', text: 'Call Pieter' },
        // As the panel stores it: nothing was read where the answer would be written to.
        provenance: { from: 'typed', over: { ...nothing, field: 'Opportunity.NextStep' } },
        evidence: [],
        by: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
        at: ana.ports.now(),
      },
    }),
  )
  valueOf(await ana.ask('handoff.submit', { draftKey, revision }))
  await ana.settled()
  expect(ana.rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
})
