import type { Section } from '#lib/handoff/template.ts'
import { covers } from './coverage.ts'
import { blocksSubmit, warns } from './demands.ts'

/** What was said and signed, with where to find it. */
export const history: Section = {
  key: 'history',
  title: 'History and documents',
  weight: 4,
  questions: [
    {
      key: 'history',
      label: 'The conversations worth hearing',
      help: 'Discovery, demo and negotiation: a recording, mail or note each, with the moment to listen to.',
      example: 'Demo of 12 March, from minute 31: Lee Park explains what the auditors want.',
      answer: { type: 'evidence' },
      tier: 'account-team',
      requirements: blocksSubmit,
      prefill: [{ from: 'activities' }],
      none: 'Nothing was recorded or written down',
    },
    {
      key: 'history.story',
      label: 'How it came about, in three sentences',
      help: 'First contact, turning points, and the mood today.',
      example:
        'Met at a fair in October. Went quiet over the winter, came back when the auditors wrote. Warm since the demo.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      variants: ['standard', 'enterprise'],
      brief: 'do-not-ask',
    },
    {
      key: 'docs',
      label: 'Documents',
      help: 'Signed order first, then proposal, statement of work and security answers. Tick whether the recipient can open it.',
      example: 'Signed order form, in Files on the opportunity; the recipient can open it.',
      answer: { type: 'links' },
      tier: 'account-team',
      requirements: warns,
      brief: 'deal',
    },
  ],
}

/** What may come after the start. */
export const growth: Section = {
  key: 'growth',
  title: 'Renewal and growth',
  weight: 0,
  questions: [
    {
      key: 'expand',
      label: 'What was left out for now, and the signs to watch for',
      help: 'What they may buy later, what would show that they are ready, and the renewal date.',
      example:
        'Sales team from autumn, once they have moved office. Renewal talks from 1 March 2029.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      none: 'Nothing was left out',
    },
    {
      key: 'meddpicc.decisionProcess',
      label: 'Who approves a renewal, and in which order',
      help: 'The steps and people a renewal or a larger order passes on their side.',
      example:
        'Dana Cole proposes, Lee Park approves up to 100,000, above that the board in March.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      prefill: [{ from: 'mapped', key: 'meddpicc.decisionProcess' }],
      variants: ['standard', 'enterprise'],
      covers: covers('decisionProcess'),
    },
  ],
}
