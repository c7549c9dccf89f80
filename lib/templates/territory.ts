import type { Template } from '#lib/handoff/template.ts'
import { openDeal } from './demands.ts'
import { meddpiccMapping } from './mapping.ts'
import { ratingAxes } from './rating-axes.ts'
import { open, people, promises } from './territory-people.ts'
import { milestones, phases } from './territory-plan.ts'
import { checklists, declineReasons } from './territory-receiving.ts'
import { reason, start } from './territory-start.ts'
import { bargain, method, status } from './territory-status.ts'

/** From one seller to another. Enterprise, standard and express are the first, second and third tier. */
export const territory: Template = {
  key: 'territory',
  version: '1.0.0',
  status: 'active',
  kind: 'territory',
  name: 'Seller to seller',
  description: 'A deal changes hands within sales: what its next owner must know.',
  appliesWhen: openDeal,
  variantWhen: [
    { variant: 'enterprise', when: { when: 'amount-at-least', amount: 100_000 } },
    { variant: 'standard', when: { when: 'amount-at-least', amount: 20_000 } },
    { variant: 'express', when: { when: 'always' } },
  ],
  variants: ['express', 'standard', 'enterprise'],
  sections: [reason, start, status, people, promises, bargain, open, method],
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
    trigger: ['A manager or RevOps has set the effective date'],
    ownerMoves: 'at-effective-date',
  },
  methodology: ['MEDDPICC'],
  mapping: meddpiccMapping,
}
