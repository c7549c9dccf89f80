import type { Section } from '#lib/handoff/template.ts'
import { blocksSubmit } from './demands.ts'

/** What happens next, and who does what. */
export const next: Section = {
  key: 'next',
  title: 'Next step and roles',
  about: 'The first thing your colleague reads.',
  weight: 10,
  questions: [
    {
      key: 'next.step',
      label: 'Next step',
      help: 'One thing the customer expects to happen next, with a verb. Salesforce keeps 255 characters.',
      example: 'Send three dates for the kickoff to Dana Cole.',
      answer: { type: 'text' },
      tier: 'everyone',
      toCustomer: true,
      requirements: blocksSubmit,
      minLength: 10,
      prefill: [{ from: 'field', field: 'Opportunity.NextStep' }],
      writeTo: 'Opportunity.NextStep',
      brief: 'next-step',
    },
    {
      key: 'next.date',
      label: 'By when',
      help: 'The day by which the customer expects it.',
      example: '14 May 2027',
      answer: { type: 'date' },
      tier: 'everyone',
      toCustomer: true,
      requirements: blocksSubmit,
      brief: 'next-step',
    },
    {
      key: 'next.owner',
      label: 'Who does it',
      help: 'One colleague. It may still be you.',
      example: 'Ben Ortiz',
      answer: { type: 'person' },
      tier: 'everyone',
      requirements: blocksSubmit,
      brief: 'next-step',
    },
    {
      key: 'roles',
      label: 'Who does what until the end of the transition',
      help: 'Each task with one name. Who speaks to the customer on which day follows from the phases.',
      example:
        'Kickoff invitation: incoming. Open price question: outgoing. Invoice: billing team.',
      answer: { type: 'responsibilities' },
      tier: 'account-team',
      requirements: blocksSubmit,
      brief: 'first-actions',
    },
  ],
}
