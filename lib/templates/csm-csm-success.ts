import type { Section } from '#lib/handoff/template.ts'
import { covers } from './coverage.ts'
import { blocksSubmit, warns } from './demands.ts'

/** What they want to reach. */
export const success: Section = {
  key: 'success',
  title: 'Success plan',
  weight: 15,
  questions: [
    {
      key: 'success',
      label: 'Objectives',
      help: 'Each with measure, where it stands, target and date.',
      example: 'Close in 4 days: 6 today, by 30 September; agreed with Dana Cole',
      answer: { type: 'successCriteria' },
      tier: 'everyone',
      toCustomer: true,
      requirements: blocksSubmit,
      none: 'There is no plan yet: we rebuild it with the customer',
      covers: covers('metrics'),
      brief: 'success',
    },
    {
      key: 'success.review',
      label: 'Owner and next review',
      help: 'Who owns the plan on their side, and when you look at it next.',
      example: 'Dana Cole; 12 June.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      variants: ['standard', 'enterprise'],
      brief: 'success',
    },
  ],
}

/** What they use. */
export const usage: Section = {
  key: 'usage',
  title: 'Use and adoption',
  weight: 8,
  questions: [
    {
      key: 'usage.cases',
      label: 'Main uses',
      help: 'What they do with it, in their words.',
      example: 'Month-end close and the audit report.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      covers: covers('pain', 'situation'),
      brief: 'do-not-ask',
    },
    {
      key: 'usage.features',
      label: 'What they use and what they do not',
      help: 'And why they do not use the rest.',
      example: 'Import and reports daily; no alerts, nobody showed them.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      variants: ['standard', 'enterprise'],
    },
    {
      key: 'usage.tools',
      label: 'Other tools',
      help: 'What stands beside it.',
      example: 'Northwind Ledger for invoices.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      variants: ['standard', 'enterprise'],
      none: 'None that I know',
    },
  ],
}

/** How they feel. */
export const health: Section = {
  key: 'health',
  title: 'Health and mood',
  weight: 7,
  questions: [
    {
      key: 'health.score',
      label: 'Health, and why',
      help: 'The score and what is behind it.',
      example: 'Yellow: use fell 20 % since the reorganisation.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      brief: 'risks',
    },
    {
      key: 'health.sentiment',
      label: 'Mood',
      help: 'How they feel about us, in their words.',
      example: '“It works, but we feel a bit alone.” (Dana Cole)',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      brief: 'do-not-ask',
    },
    {
      key: 'health.escalation',
      label: 'Last escalation',
      help: 'What, when, how it ended, and what must not be opened again.',
      example: 'Outage in March, credit of one month, closed.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'There was none',
      brief: 'do-not-reopen',
    },
    {
      key: 'health.next',
      label: 'What you expect next',
      help: 'Your honest guess for the coming months.',
      example: 'They will ask for a lower price at renewal.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      variants: ['standard', 'enterprise'],
      brief: 'risks',
    },
  ],
}
