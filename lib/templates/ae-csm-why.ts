import type { Section } from '#lib/handoff/template.ts'
import { covers } from './coverage.ts'
import { blocksSubmit, largeDeal, warns, warnsWhen } from './demands.ts'

/** Why the customer bought, and why from us. */
export const why: Section = {
  key: 'why',
  title: 'Why they bought',
  about: 'What your colleague would otherwise have to ask again.',
  weight: 8,
  questions: [
    {
      key: 'why.pain',
      label: 'The problem they want solved',
      help: 'What goes wrong today, for whom, and what it costs them. Their words are best.',
      example:
        'Month-end close takes nine days because three teams copy figures by hand; the auditors complained twice.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      minLength: 40,
      prefill: [{ from: 'mapped', key: 'meddpicc.pain' }],
      covers: covers('pain'),
      brief: 'do-not-ask',
    },
    {
      key: 'why.frustration',
      label: 'What has annoyed them so far',
      help: 'With their old supplier, with the project, or with us during the sale.',
      example: 'Their old supplier changed contact person four times in two years.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      none: 'Nothing that I heard, and I asked',
      variants: ['standard', 'enterprise'],
      brief: 'do-not-ask',
    },
    {
      key: 'why.trigger',
      label: 'Why now',
      help: 'The event or date that made them act, and what happens if it passes.',
      example: 'New audit rules apply from 1 January; without us they must hire two people.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warnsWhen(largeDeal),
      covers: covers('criticalEvent', 'timing'),
      brief: 'do-not-ask',
    },
    {
      key: 'why.us',
      label: 'Why they chose us, and what nearly stopped it',
      help: 'What they compared suppliers by, what tipped it, and the moment it almost failed.',
      example:
        'Audit trail and price certainty. Nearly lost when security asked for a report we did not have until March.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      prefill: [{ from: 'mapped', key: 'meddpicc.decisionCriteria' }],
      covers: covers('decisionCriteria'),
      brief: 'do-not-ask',
    },
    {
      key: 'why.alternatives',
      label: 'Who else they looked at, and why not them',
      help: 'Name each one, also “do nothing”, why it lost, and whether it may come back at renewal.',
      example:
        'Northwind Ledger: eliminated, no audit trail; may return, their CFO used it before.',
      answer: { type: 'competitors' },
      tier: 'account-team',
      requirements: blocksSubmit,
      prefill: [{ from: 'competitors' }, { from: 'mapped', key: 'meddpicc.competition' }],
      none: 'They looked at nobody else, and I asked',
      covers: covers('competition'),
      brief: 'do-not-ask',
    },
    {
      key: 'decision.log',
      label: 'Decisions made on the way',
      help: 'What was decided, why, and when, so that nobody decides it a second time.',
      example: 'Start with finance only, because the sales team moves office in autumn; 14 March.',
      answer: { type: 'decisions' },
      tier: 'account-team',
      requirements: warnsWhen(largeDeal),
      none: 'No decision worth keeping',
      variants: ['standard', 'enterprise'],
      brief: 'do-not-reopen',
    },
  ],
}
