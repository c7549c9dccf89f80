import { expect, it } from 'vitest'
import { noContact } from '#lib/handoff/no-contact.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { given } from '../../lib/handoff/builders.ts'
import { questionRefused } from '../../../entrypoints/panel/refused.ts'

const answers = {
  'people.tech': given({ ...noContact, name: 'Koen Abels', newRole: 'Evaluator' }),
}

it.each([
  { field: 'Opportunity.NextStep', question: 'next.step' },
  { field: 'OpportunityContactRole.Role', question: 'people.tech' },
  { field: 'Contact.LastName', question: 'people.tech' },
  { field: 'Opportunity.Region__c', question: undefined },
])('a refusal of $field leads to the answer it is about: $question', ({ field, question }) => {
  const refusal = { kind: 'rejected' as const, detail: 'No.', fields: [field] }
  expect(questionRefused({ questions: questionsOf(aeCsm), answers }, refusal)?.key).toBe(question)
})
