import type { Template } from '#lib/handoff/template.ts'
import { earlyStages } from './demands.ts'
import { bantMapping, meddpiccMapping } from './mapping.ts'
import { ratingAxes } from './rating-axes.ts'
import { meeting, promises } from './sdr-ae-meeting.ts'
import { milestones, phases } from './sdr-ae-plan.ts'
import { checklists, declineReasons } from './sdr-ae-receiving.ts'
import { prospect } from './sdr-ae-prospect.ts'
import { qualification } from './sdr-ae-qualification.ts'
import { fit, why } from './sdr-ae-why.ts'

/** From the person who booked the meeting to the person who sells. */
export const sdrAe: Template = {
  key: 'sdr-ae',
  version: '1.0.0',
  status: 'active',
  kind: 'sdr-ae',
  name: 'Qualified lead to sales',
  description: 'A meeting is booked: what the seller must know before the first call.',
  appliesWhen: {
    when: 'all',
    of: [
      { when: 'not', of: { when: 'won' } },
      { when: 'stage-is', stages: earlyStages },
    ],
  },
  variantWhen: [
    { variant: 'enterprise', when: { when: 'amount-at-least', amount: 100_000 } },
    { variant: 'standard', when: { when: 'amount-at-least', amount: 50_000 } },
    { variant: 'express', when: { when: 'always' } },
  ],
  variants: ['express', 'standard', 'enterprise'],
  sections: [why, qualification, prospect, fit, meeting, promises],
  checklists,
  milestones,
  phases,
  clocks: {
    decision: { amount: 4, unit: 'business-hours' },
    remind: { amount: 2, unit: 'business-hours' },
    escalate: { amount: 8, unit: 'business-hours' },
    reassign: { amount: 24, unit: 'hours' },
    clarification: { amount: 4, unit: 'business-hours' },
    firstContact: { amount: 1, unit: 'business-days' },
  },
  declineReasons,
  ratingAxes,
  transfer: {
    trigger: [
      'A meeting is booked',
      'The discovery call was held',
      'The demo was held',
      'The recipient accepted',
    ],
    ownerMoves: 'on-accept',
  },
  methodology: ['MEDDPICC'],
  mapping: { ...meddpiccMapping, ...bantMapping },
}
