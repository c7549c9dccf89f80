import { expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { planComplete } from '#lib/handoff/moves.ts'
import { arranged } from '#lib/handoff/transition-plan.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { ana, ben, deal, handoff, NOW } from './builders.ts'

it('the step of the new owner waits again where an automation has put the old one back', () => {
  const taken = handoff({ status: 'in-transition', decidedAt: NOW, submittedAt: NOW })
  const calendar = plainCalendar('Europe/Berlin')
  const terms = { template: aeCsm, handoff: taken, deal: deal(), calendar, now: NOW }
  const [step] = arranged(terms).milestones
  const open = { status: 'open', required: true, doneBy: 'transfer' } as const
  const nobody = { team: [], grants: [] }
  const given: Handoff = {
    ...taken,
    transition: { v: 1, phases: [], milestones: step ? [{ ...step, ...open }] : [] },
    events: [{ id: 'e1', kind: 'Transfer_Done', actor: ana, at: NOW, details: {} }],
    transfer: {
      v: 1,
      count: 1,
      at: NOW,
      by: ana,
      reason: '',
      from: ana,
      to: ben,
      ...nobody,
      moved: [],
      credits: [],
      waits: nobody,
      undone: null,
    },
  }
  const completing = { operationKey: 'op-1', actor: ben, role: 'incoming', now: NOW } as const
  const outcome = (ownerId?: string) =>
    planComplete(given, { ...completing, activities: null, ownerId }).outcome
  expect(outcome(ben.userId)).toBe('planned')
  expect(outcome()).toBe('planned')
  expect(outcome(ana.userId)).toBe('refused')
})
