import type { Section } from '#lib/handoff/template.ts'
import { blocksSubmit, blocksSubmitWhen, openDeal } from './demands.ts'

/** Why the owner changes, and when. */
export const reason: Section = {
  key: 'reason',
  title: 'Reason and date',
  weight: 10,
  questions: [
    {
      key: 'reason',
      label: 'Why the deal changes hands',
      help: 'One reason. It decides how fast everything must go.',
      example: 'Regional change',
      answer: {
        type: 'picklist',
        options: [
          { value: 'restructuring', label: 'Restructuring' },
          { value: 'promotion', label: 'Promotion' },
          { value: 'regional-change', label: 'Regional change' },
          { value: 'resignation', label: 'Resignation' },
          { value: 'leave', label: 'Leave' },
          { value: 'capacity', label: 'Capacity' },
          { value: 'segment-change', label: 'Segment change' },
        ],
      },
      tier: 'everyone',
      requirements: blocksSubmit,
      brief: 'deal',
    },
    {
      key: 'reason.effective',
      label: 'From which day the new owner is responsible',
      help: 'The manager or RevOps sets it.',
      example: '1 June 2027',
      answer: { type: 'date' },
      tier: 'everyone',
      requirements: blocksSubmit,
      brief: 'deal',
    },
    {
      key: 'reason.mayTell',
      label: 'May the customer be told now?',
      help: 'Nobody tells the customer before the manager has released it.',
      example: 'Only after the manager has released it',
      answer: {
        type: 'picklist',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'after-release', label: 'Only after the manager has released it' },
          { value: 'no', label: 'No' },
        ],
      },
      tier: 'account-team',
      requirements: blocksSubmit,
      brief: 'risks',
    },
  ],
}

/** What the new owner does first. */
export const start: Section = {
  key: 'start',
  title: 'Start here',
  about: 'What you would want to know on your first morning.',
  weight: 15,
  questions: [
    {
      key: 'first3',
      label: 'First three actions for the new owner',
      help: 'Three lines, each begins with a verb and has a date.',
      example:
        'Call Nora Lund before Friday. Send the revised price by 4 June. Ask legal about clause 7.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      minLength: 30,
      brief: 'first-actions',
    },
    {
      key: 'next.step',
      label: 'Next step',
      help: 'What the customer expects next.',
      example: 'Send the revised price to Nora Lund.',
      answer: { type: 'text' },
      tier: 'everyone',
      toCustomer: true,
      requirements: blocksSubmitWhen(openDeal),
      prefill: [{ from: 'field', field: 'Opportunity.NextStep' }],
      writeTo: 'Opportunity.NextStep',
      brief: 'next-step',
    },
    {
      key: 'next.date',
      label: 'By when',
      help: 'The day the customer expects it.',
      example: '4 June 2027',
      answer: { type: 'date' },
      tier: 'everyone',
      toCustomer: true,
      requirements: blocksSubmitWhen(openDeal),
      brief: 'next-step',
    },
    {
      key: 'advice',
      label: 'One piece of advice',
      help: 'What you would tell a friend who takes this over.',
      example: 'Never send a document without calling first.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      variants: ['enterprise'],
      brief: 'first-actions',
    },
  ],
}
