import type { Section } from '#lib/handoff/template.ts'
import { covers } from './coverage.ts'
import { blocksSubmit, warns } from './demands.ts'

/** What they asked for. */
export const requests: Section = {
  key: 'requests',
  title: 'Requests and support',
  weight: 8,
  questions: [
    {
      key: 'requests.features',
      label: 'Feature requests',
      help: 'What, how important, and whether somebody promised it.',
      example: 'Alerts by chat, high, not promised.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'There are none',
      brief: 'promised',
    },
    {
      key: 'support.cases',
      label: 'Open and past critical tickets; watch list',
      help: 'Case numbers, state, and who watches.',
      example: '00012345, import slow, open, watched by me.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'There were none',
      prefill: [{ from: 'cases' }],
      brief: 'open-questions',
    },
  ],
}

/** Everything that was promised. */
export const promises: Section = {
  key: 'promises',
  title: 'Promises',
  weight: 8,
  questions: [
    {
      key: 'promise',
      label: 'Promises, also spoken ones',
      help: 'Words, to whom, by whom, until when.',
      example: '“Training for new staff in June”, to Ivo Brandt, by me, by 15 June.',
      answer: { type: 'commitments' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'No promise was made, and I asked',
      brief: 'promised',
    },
  ],
}

/** What is under way. */
export const initiatives: Section = {
  key: 'initiatives',
  title: 'Running work',
  weight: 4,
  questions: [
    {
      key: 'initiatives',
      label: 'Running projects, their state, trainings booked',
      help: 'One line for each.',
      example: 'Roll-out to sales, half done; training on 15 June.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      variants: ['standard', 'enterprise'],
      none: 'Nothing is running',
      brief: 'open-questions',
    },
  ],
}

/** What may be bought or lost. */
export const commercial: Section = {
  key: 'commercial',
  title: 'Commercial',
  weight: 3,
  questions: [
    {
      key: 'commercial.open',
      label: 'Open opportunities and signs of growth',
      help: 'What may be bought, and what shows it.',
      example: '30 more seats for sales in autumn.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      variants: ['standard', 'enterprise'],
      none: 'None',
    },
    {
      key: 'commercial.competitors',
      label: 'Competitors',
      help: 'Who talks to them.',
      example: 'Northwind Ledger, evaluated',
      answer: { type: 'competitors' },
      tier: 'account-team',
      requirements: warns,
      variants: ['standard', 'enterprise'],
      prefill: [{ from: 'competitors' }],
      none: 'Nobody that I know',
      covers: covers('competition'),
    },
  ],
}

/** What could go wrong. */
export const risks: Section = {
  key: 'risks',
  title: 'Risks',
  weight: 8,
  questions: [
    {
      key: 'risk',
      label: 'Risks and what lowers them',
      help: 'Each with how bad it is and who looks after it.',
      example: 'Dana Cole may leave; high; bring in her deputy; Ben Ortiz',
      answer: { type: 'risks' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'I see none, and I looked',
      brief: 'risks',
    },
  ],
}

/** What to do first. */
export const plan: Section = {
  key: 'plan',
  title: 'First 90 days',
  weight: 6,
  questions: [
    {
      key: 'plan.effective',
      label: 'From which day your colleague is responsible',
      help: 'The manager sets it. Every step is planned from it.',
      example: '1 June 2027',
      answer: { type: 'date' },
      tier: 'everyone',
      requirements: blocksSubmit,
      brief: 'deal',
    },
    {
      key: 'first3',
      label: 'Three actions for the first 90 days',
      help: 'Three lines, each begins with a verb and has a date.',
      example: 'Meet Ivo in person in June. Rebuild the plan by 12 June. Show alerts in July.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      minLength: 30,
      brief: 'first-actions',
    },
    {
      key: 'next.date',
      label: 'Next review with the customer',
      help: 'The day of the first review that your colleague leads.',
      example: '12 June 2027',
      answer: { type: 'date' },
      tier: 'account-team',
      requirements: blocksSubmit,
      brief: 'next-step',
    },
  ],
}
