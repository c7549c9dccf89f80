import type { Section } from '#lib/handoff/template.ts'
import { covers } from './coverage.ts'
import { blocksSubmit, warns } from './demands.ts'

/** What the customer is and has. */
export const company: Section = {
  key: 'company',
  title: 'Company and contract',
  weight: 10,
  questions: [
    {
      key: 'company.facts',
      label: 'Industry, size and team',
      help: 'How the customer is organised.',
      example: 'Food production, 850 people, finance team of 12 in two cities.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      variants: ['standard', 'enterprise'],
      prefill: [{ from: 'fields', fields: ['Account.Industry', 'Account.NumberOfEmployees'] }],
      brief: 'deal',
    },
    {
      key: 'contract.products',
      label: 'Products',
      help: 'What they have today.',
      example: 'Analytics Pro, 120 seats',
      answer: { type: 'products' },
      tier: 'account-team',
      requirements: blocksSubmit,
      prefill: [{ from: 'products' }],
      brief: 'deal',
    },
    {
      key: 'contract.seats',
      label: 'Seats used and bought; true-up',
      help: 'Two numbers, and when they are settled.',
      example: '97 of 120 used; settled every January.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: warns,
      variants: ['standard', 'enterprise'],
      brief: 'deal',
    },
    {
      key: 'contract.renewal',
      label: 'Renewal date, terms and notice',
      help: 'The dates first, then the terms.',
      example: 'Ends 31 December, renews for 12 months, notice until 30 September.',
      answer: { type: 'long-text' },
      tier: 'account-team',
      requirements: blocksSubmit,
      prefill: [
        {
          from: 'fields',
          fields: ['Contract.EndDate', 'Contract.ContractTerm', 'Contract.OwnerExpirationNotice'],
        },
      ],
      covers: covers('paperProcess'),
      brief: 'deal',
    },
    {
      key: 'contract.arr',
      label: 'Yearly value',
      help: 'Recurring, in the customer’s currency.',
      example: '86,400 EUR',
      answer: { type: 'currency' },
      tier: 'account-team',
      requirements: blocksSubmit,
      prefill: [{ from: 'field', field: 'Opportunity.Amount' }],
      brief: 'deal',
    },
  ],
}

/** Where things are. */
export const documents: Section = {
  key: 'documents',
  title: 'Documents',
  weight: 0,
  questions: [
    {
      key: 'docs.notes',
      label: 'Where the meeting notes live',
      help: 'A link or a place your colleague can open.',
      example: 'Notes folder on the account, Files',
      answer: { type: 'links' },
      tier: 'account-team',
      requirements: blocksSubmit,
      variants: ['standard', 'enterprise'],
      none: 'There are no notes',
    },
    {
      key: 'docs.shared',
      label: 'Shared documents',
      help: 'Plans and lists that the customer also uses.',
      example: 'Project plan, shared folder',
      answer: { type: 'links' },
      tier: 'account-team',
      requirements: blocksSubmit,
      variants: ['standard', 'enterprise'],
      none: 'There are none',
    },
    {
      key: 'docs.architecture',
      label: 'Architecture diagram',
      help: 'How it is connected on their side.',
      example: 'Diagram of 2026, Files',
      answer: { type: 'links' },
      tier: 'account-team',
      requirements: warns,
      variants: ['standard', 'enterprise'],
      none: 'There is none',
    },
  ],
}
