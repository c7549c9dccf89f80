import type { Section } from '#lib/handoff/template.ts'
import { blocksSubmit, warns } from './demands.ts'

/** The meeting and what follows. */
export const meeting: Section = {
  key: 'meeting',
  title: 'The meeting',
  weight: 15,
  questions: [
    {
      key: 'meeting.when',
      label: 'The meeting in the calendar',
      help: 'The event on your colleague’s calendar, with its link; accepted by the prospect.',
      example: 'Discovery call, 14 May 10:00, link in the invitation',
      answer: { type: 'evidence' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'No meeting was booked: this handoff was started for another reason',
      brief: 'deal',
    },
    {
      key: 'meeting.agenda',
      label: 'The agenda they agreed to',
      help: 'What the prospect expects to happen in the meeting.',
      example:
        '10 minutes their close today, 20 minutes demo of the import, 10 minutes next steps.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      minLength: 20,
      brief: 'do-not-ask',
    },
    {
      key: 'next.step',
      label: 'Next step',
      help: 'One thing with a verb that the prospect agreed to aloud.',
      example: 'Nora sends the list of their data sources.',
      answer: { type: 'text' },
      tier: 'everyone',
      requirements: blocksSubmit,
      minLength: 10,
      prefill: [{ from: 'field', field: 'Opportunity.NextStep' }],
      writeTo: 'Opportunity.NextStep',
      brief: 'next-step',
    },
    {
      key: 'next.date',
      label: 'By when',
      help: 'The day they agreed to, within 60 days.',
      example: '14 May 2027',
      answer: { type: 'date' },
      tier: 'everyone',
      requirements: blocksSubmit,
      brief: 'next-step',
    },
    {
      key: 'advice',
      label: 'How to start the first call',
      help: 'The one thing you would open with.',
      example: 'Start with the audit finding, not with the product.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      brief: 'first-actions',
    },
  ],
}

/** What was promised, and what to beware of. */
export const promises: Section = {
  key: 'promises',
  title: 'Promises and warnings',
  weight: 10,
  questions: [
    {
      key: 'promise',
      label: 'Anything you promised',
      help: 'Price hints, material, people, dates: words, to whom and until when.',
      example: '“You will get the customer story about audits”, to Nora Lund, by me, by 10 May.',
      answer: { type: 'commitments' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'I promised nothing',
      brief: 'promised',
    },
    {
      key: 'flags',
      label: 'Red flags',
      help: 'What made you doubt.',
      example: 'Second project of this kind in two years; medium.',
      answer: { type: 'risks' },
      tier: 'account-team',
      requirements: warns,
      none: 'I saw none',
      brief: 'risks',
    },
    {
      key: 'touch',
      label: 'What happened so far',
      help: 'Calls, mails and content, newest first. Keep the ones worth reading.',
      example: 'Call of 28 April, 14 minutes, notes attached',
      answer: { type: 'evidence' },
      tier: 'account-team',
      requirements: warns,
      variants: ['standard', 'enterprise'],
      prefill: [{ from: 'activities' }],
    },
  ],
}
