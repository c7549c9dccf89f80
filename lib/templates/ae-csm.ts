import type { Template } from '#lib/handoff/template.ts'
import { deal } from './ae-csm-deal.ts'
import { growth, history } from './ae-csm-history.ts'
import { milestones } from './ae-csm-milestones.ts'
import { next } from './ae-csm-next.ts'
import { people } from './ae-csm-people.ts'
import { phases } from './ae-csm-phases.ts'
import { promises } from './ae-csm-promises.ts'
import { checklists, declineReasons } from './ae-csm-receiving.ts'
import { success } from './ae-csm-success.ts'
import { technical } from './ae-csm-technical.ts'
import { why } from './ae-csm-why.ts'
import { meddpiccMapping } from './mapping.ts'
import { ratingAxes } from './rating-axes.ts'

/** From the person who sold to the person who looks after the customer. */
export const aeCsm: Template = {
  key: 'ae-csm',
  version: '1.0.0',
  status: 'active',
  kind: 'ae-csm',
  name: 'Sales to customer success',
  description: 'A deal is won: what the person who looks after the customer from now on must know.',
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
  sections: [deal, why, success, promises, people, technical, next, history, growth],
  checklists,
  milestones,
  phases,
  clocks: {
    decision: { amount: 2, unit: 'business-days' },
    remind: { amount: 1, unit: 'business-days' },
    escalate: { amount: 3, unit: 'business-days' },
    reassign: { amount: 5, unit: 'business-days' },
    clarification: { amount: 1, unit: 'business-days' },
    firstContact: { amount: 2, unit: 'business-days' },
  },
  declineReasons,
  ratingAxes,
  transfer: {
    trigger: ['The deal is won and the contract is signed', 'By hand, at any time'],
    ownerMoves: 'at-phase-end',
    afterPhase: 'exit',
  },
  methodology: ['MEDDPICC'],
  mapping: meddpiccMapping,
}
