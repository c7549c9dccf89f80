import { expect, it } from 'vitest'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { questionRefused } from '../../../entrypoints/panel/refused.ts'

it.each([
  { field: 'Opportunity.NextStep', question: 'next.step' },
  { field: 'OpportunityContactRole.Role', question: 'people.sponsor' },
  { field: 'Contact.LastName', question: 'people.sponsor' },
  { field: 'Opportunity.Region__c', question: undefined },
])('a refusal of $field leads to the answer it is about: $question', ({ field, question }) => {
  const refusal = { kind: 'rejected' as const, detail: 'No.', fields: [field] }
  expect(questionRefused(questionsOf(aeCsm), refusal)?.key).toBe(question)
})
