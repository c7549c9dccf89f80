import type { Section } from '#lib/handoff/template.ts'
import { covers } from './coverage.ts'
import { blocksSubmit, warns } from './demands.ts'

/** The technical work, and whether the customer is ready for it. */
export const technical: Section = {
  key: 'technical',
  title: 'Technical',
  weight: 10,
  questions: [
    {
      key: 'tech.scope',
      label: 'Is there technical work?',
      help: 'Decides whether the technical details must be filled in.',
      example: 'Integration, migration or security work',
      answer: {
        type: 'picklist',
        options: [
          { value: 'none', label: 'None' },
          { value: 'standard', label: 'Standard set-up only' },
          { value: 'work', label: 'Integration, migration or security work' },
        ],
      },
      tier: 'account-team',
      requirements: blocksSubmit,
      brief: 'deal',
    },
    {
      key: 'tech',
      label: 'Technical details',
      help: 'Integrations, data to migrate, single sign-on, security review, where data must stay, and hard limits.',
      example:
        'Their ledger to our import, nightly. 40 GB to migrate. Sign-on through their own directory. Data stays in the EU. Go-live freeze in December.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: [
        {
          severity: 'blocks-submit',
          when: { when: 'answer-is', question: 'tech.scope', values: ['work'] },
        },
        {
          severity: 'warns',
          when: { when: 'answer-is', question: 'tech.scope', values: ['standard'] },
        },
      ],
      minLength: 30,
      covers: covers('situation'),
      brief: 'deal',
    },
    {
      key: 'tech.cases',
      label: 'Open support cases',
      help: 'What they have reported that nobody has solved yet, and who works on it.',
      example: '00012345 Import refuses old dates, working, medium: Kai fixes it this week.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: [],
      prefill: [{ from: 'cases' }],
      none: 'No case is open',
      brief: 'open-questions',
    },
    {
      key: 'ready',
      label: 'Is the customer ready to start?',
      help: 'Who runs the project on their side, how long their IT takes to approve, and when key people are away.',
      example: 'Ivo Brandt runs it; IT approvals take three weeks; everybody away 1 to 20 August.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      minLength: 20,
      variants: ['standard', 'enterprise'],
      brief: 'risks',
    },
  ],
}
