import type { Section } from '#lib/handoff/template.ts'
import { covers } from './coverage.ts'
import { blocksSubmit, largeDeal, warns } from './demands.ts'

/** What success is, and what the customer expects to happen. */
export const success: Section = {
  key: 'success',
  title: 'Success and expectations',
  about: 'What the customer will judge us by.',
  weight: 25,
  questions: [
    {
      key: 'success',
      label: 'How they will measure success',
      help: 'For each use: what is measured, where it stands today, the target and the date. Say whether the customer agreed to it or you assume it.',
      example:
        'Month-end close: days to close, 9 today, 4 by 30 September; agreed with Dana Cole on 2 May.',
      answer: { type: 'successCriteria' },
      tier: 'everyone',
      toCustomer: true,
      requirements: [
        { severity: 'blocks-submit', when: { when: 'always' }, atLeast: 1 },
        { severity: 'blocks-submit', when: largeDeal, atLeast: 2 },
      ],
      prefill: [{ from: 'mapped', key: 'meddpicc.metrics' }],
      covers: covers('metrics'),
      brief: 'success',
    },
    {
      key: 'success.firstValue',
      label: 'The first useful result, and by when',
      help: 'The earliest thing they can use and show to others, with its date.',
      example: 'The June close runs in the product, first report on 5 July.',
      answer: { type: 'long-text' },
      tier: 'everyone',
      toCustomer: true,
      requirements: blocksSubmit,
      minLength: 15,
      brief: 'success',
    },
    {
      key: 'expect',
      label: 'What they expect of us, in their words',
      help: 'Timeline, people and how often we talk. Quote them where you can.',
      example:
        '“We want one person to call, every second Tuesday, and we want to be live before the summer.” (Dana Cole)',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      minLength: 30,
      brief: 'success',
    },
    {
      key: 'expect.30_60_90',
      label: 'What we said they would see after 30, 60 and 90 days',
      help: 'Only what somebody really said or wrote to them.',
      example: '30: data loaded. 60: first close. 90: all three teams work in it.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      none: 'Nothing was said about 30, 60 or 90 days',
      variants: ['standard', 'enterprise'],
      brief: 'success',
    },
  ],
}
