import type { Template } from '#lib/handoff/template.ts'
import { company, documents } from './csm-csm-company.ts'
import { communication, people } from './csm-csm-people.ts'
import { milestones, phases } from './csm-csm-plan.ts'
import { checklists, declineReasons } from './csm-csm-receiving.ts'
import { health, success, usage } from './csm-csm-success.ts'
import { commercial, initiatives, plan, promises, requests, risks } from './csm-csm-work.ts'
import { ratingAxes } from './rating-axes.ts'

/** From one customer success manager to another. */
export const csmCsm: Template = {
  key: 'csm-csm',
  version: '1.0.0',
  status: 'active',
  kind: 'csm-csm',
  name: 'Customer success to customer success',
  description: 'A customer gets a new person to talk to: what that person must know.',
  appliesWhen: { when: 'won' },
  variantWhen: [
    { variant: 'enterprise', when: { when: 'amount-at-least', amount: 100_000 } },
    {
      variant: 'express',
      when: {
        when: 'all',
        of: [
          { when: 'not', of: { when: 'field-empty', field: 'Opportunity.Amount' } },
          { when: 'not', of: { when: 'amount-at-least', amount: 10_000 } },
        ],
      },
    },
  ],
  variants: ['express', 'standard', 'enterprise'],
  sections: [
    plan,
    company,
    people,
    communication,
    success,
    usage,
    health,
    promises,
    requests,
    initiatives,
    commercial,
    risks,
    documents,
  ],
  checklists,
  milestones,
  phases,
  clocks: {
    decision: { amount: 2, unit: 'business-days' },
    remind: { amount: 1, unit: 'business-days' },
    escalate: { amount: 3, unit: 'business-days' },
    reassign: { amount: 5, unit: 'business-days' },
    clarification: { amount: 1, unit: 'business-days' },
    firstContact: { amount: 5, unit: 'business-days' },
  },
  declineReasons,
  ratingAxes,
  transfer: {
    trigger: ['The successor is known and the effective date is set'],
    ownerMoves: 'at-effective-date',
  },
  methodology: [],
  mapping: {},
}
