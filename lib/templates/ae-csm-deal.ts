import type { Section } from '#lib/handoff/template.ts'
import { covers } from './coverage.ts'
import { blocksSubmit } from './demands.ts'

/** What was sold, on which terms, and what was left out. */
export const deal: Section = {
  key: 'deal',
  title: 'What was sold',
  about: 'Check it against the signed order, not against the proposal.',
  weight: 8,
  questions: [
    {
      key: 'deal.stage',
      label: 'Stage',
      help: 'The stage as it is today. Correct it here if Salesforce is behind.',
      example: 'Closed Won',
      answer: { type: 'picklist', field: 'Opportunity.StageName' },
      tier: 'everyone',
      requirements: blocksSubmit,
      prefill: [{ from: 'field', field: 'Opportunity.StageName' }],
      writeTo: 'Opportunity.StageName',
      brief: 'deal',
    },
    {
      key: 'deal.what',
      label: 'What they bought',
      help: 'Products, quantities and prices as signed. Take out what was dropped at the end.',
      example: 'Analytics Pro, 120 seats, 86,400 a year; onboarding package, 1, 9,000',
      answer: { type: 'products' },
      tier: 'everyone',
      toCustomer: true,
      requirements: blocksSubmit,
      prefill: [{ from: 'products' }],
      brief: 'deal',
    },
    {
      key: 'deal.terms',
      label: 'Start, term, end, renewal, notice and payment',
      help: 'When it starts and ends, whether it renews by itself, how long before the end they must give notice, and how they pay.',
      example:
        'Starts 1 June 2027 for 24 months, renews by itself for 12; notice 90 days before the end; paid yearly in advance, 30 days net.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      minLength: 20,
      prefill: [
        {
          from: 'fields',
          fields: [
            'Contract.StartDate',
            'Contract.ContractTerm',
            'Contract.EndDate',
            'Contract.OwnerExpirationNotice',
            'Contract.SpecialTerms',
          ],
        },
        { from: 'mapped', key: 'meddpicc.paperProcess' },
      ],
      covers: covers('paperProcess'),
      brief: 'deal',
    },
    {
      key: 'deal.nonstandard',
      label: 'Non-standard terms and discounts',
      help: 'Anything that differs from the standard contract or price list, and the day it ends.',
      example: '15 % off in the first year only, ends 31 May 2028. May leave after 12 months.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'Standard terms, no discount',
      brief: 'deal',
    },
    {
      key: 'deal.excluded',
      label: 'What is not included',
      help: 'What they asked about or may assume, and did not buy. This is where the first argument starts.',
      example: 'No migration of data from before 2024. No weekend support. No custom reports.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'Nothing was discussed that is not included',
      brief: 'promised',
    },
  ],
}
