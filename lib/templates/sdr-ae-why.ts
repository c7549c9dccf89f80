import type { Section } from '#lib/handoff/template.ts'
import { covers } from './coverage.ts'
import { blocksSubmit, warns, warnsWhen } from './demands.ts'

/** Why the prospect took the meeting. */
export const why: Section = {
  key: 'why',
  title: 'Why they took the meeting',
  weight: 25,
  questions: [
    {
      key: 'why.inOwnWords',
      label: 'Why they took the meeting, in their words',
      help: 'Quote what they said on the call. At least a full sentence or two.',
      example:
        '“Every month we lose a week to closing the books, and in January the auditors come back to look at it.”',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      minLength: 60,
      brief: 'do-not-ask',
    },
    {
      key: 'why.pain',
      label: 'The specific problem',
      help: 'What goes wrong, how often, and what it costs. Not “efficiency”.',
      example:
        'Three people copy figures by hand for nine days a month; two errors reached the auditors.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      minLength: 30,
      prefill: [{ from: 'mapped', key: 'meddpicc.pain' }],
      covers: covers('pain'),
      brief: 'do-not-ask',
    },
    {
      key: 'why.metrics',
      label: 'The number they would want to move',
      help: 'What they would measure after buying, and where it stands today.',
      example: 'Days to close: 9 today, wants 4.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      prefill: [{ from: 'mapped', key: 'meddpicc.metrics' }],
      variants: ['standard', 'enterprise'],
      covers: covers('metrics'),
      brief: 'success',
    },
    {
      key: 'why.trigger',
      label: 'Why now',
      help: 'What happened, or which date is coming, that made them act.',
      example: 'Audit finding in September; new rules from 1 January.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      minLength: 15,
      covers: covers('criticalEvent'),
      brief: 'do-not-ask',
    },
    {
      key: 'why.initiative',
      label: 'The project it belongs to',
      help: 'The name of the initiative and who pushes it.',
      example: '“Finance 2028”, led by the CFO.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warnsWhen({
        when: 'field-is',
        field: 'Opportunity.Type',
        values: ['New Business', 'New Customer'],
      }),
      variants: ['standard', 'enterprise'],
      none: 'It belongs to no project, and I asked',
      brief: 'do-not-ask',
    },
  ],
}

/** Whether the company fits us. */
export const fit: Section = {
  key: 'fit',
  title: 'Fit',
  weight: 15,
  questions: [
    {
      key: 'fit.icp',
      label: 'They fit our target',
      help: 'Tick what you checked and found right.',
      example: 'Size, industry, region and systems ticked',
      answer: {
        type: 'checklist',
        items: [
          { key: 'size', label: 'Size' },
          { key: 'vertical', label: 'Industry' },
          { key: 'geography', label: 'Region' },
          { key: 'stack', label: 'Systems they use' },
        ],
      },
      tier: 'account-team',
      requirements: blocksSubmit,
    },
    {
      key: 'fit.currentTools',
      label: 'What they use today',
      help: 'Tools or supplier in place, and until when they are bound.',
      example: 'Spreadsheets and Northwind Ledger, contract until March.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      variants: ['standard', 'enterprise'],
      covers: covers('situation'),
      brief: 'do-not-ask',
    },
    {
      key: 'fit.size',
      label: 'Possible size',
      help: 'Seats or volume, if all goes well.',
      example: '120 seats',
      answer: { type: 'number', unit: 'seats' },
      tier: 'account-team',
      requirements: warns,
      variants: ['standard', 'enterprise'],
      prefill: [{ from: 'field', field: 'Opportunity.TotalOpportunityQuantity' }],
      brief: 'deal',
    },
  ],
}
