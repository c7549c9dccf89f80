import { expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { planComplete } from '#lib/handoff/moves.ts'
import { arranged } from '#lib/handoff/transition-plan.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { ben, deal, handoff, mara, NOW } from './builders.ts'

const taken = handoff({ status: 'in-transition', decidedAt: NOW, submittedAt: NOW })
const calendar = plainCalendar('Europe/Berlin')
const terms = { template: aeCsm, handoff: taken, deal: deal(), calendar, now: NOW }
const running = { ...taken, transition: arranged(terms) }

it('a handoff that a manager completes leaves out the steps that are open and closes their tasks, but for ratings', () => {
  const rating = running.transition?.milestones.find(({ kind }) => kind === 'rating')?.key ?? ''
  const task = (milestone: string, isClosed: boolean) => ({
    id: `00T${milestone}${isClosed}`,
    milestone,
    subject: milestone,
    day: null,
    isClosed,
    owner: ben,
  })
  const tasks = [task('kickoff', false), task('kickoff', true), task(rating, false)]
  const managed = { operationKey: 'op-1', actor: mara, role: 'manager', now: NOW } as const
  const outcome = planComplete(
    { ...running, tasks },
    { ...managed, activities: null, reason: 'They left' },
  )
  if (outcome.outcome === 'refused') throw new Error(outcome.because)
  const { plan } = outcome
  expect(plan.taskChanges).toEqual([
    { taskId: '00Tkickofffalse', isDone: true, heldBy: ben.userId },
  ])
  expect(plan.unchangedSince).toBe(running.modifiedAt)
  const after = plan.handoff.transition?.milestones ?? []
  expect(after.find(({ key }) => key === 'kickoff')).toMatchObject({
    status: 'skipped',
    note: 'They left',
  })
  expect(after.filter(({ status }) => status === 'open').map(({ kind }) => kind)).toEqual(
    after.filter(({ kind }) => kind === 'rating').map(({ kind }) => kind),
  )
})
