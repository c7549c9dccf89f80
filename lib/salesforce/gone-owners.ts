import { milestoneIn } from '#lib/handoff/milestone-tasks.ts'
import type { Plan, PlannedTask } from '#lib/handoff/plan.ts'
import { isOfTask } from '#lib/handoff/step-tasks.ts'
import type { SalesforceError } from './salesforce-error.ts'

/** Whether a task stands for a step after the acceptance. */
export const isStep = ({ description }: PlannedTask) => milestoneIn(description) !== null

/** Whose steps have no tasks because they are no longer active, as Salesforce has just said; nobody when it said something else. */
export function goneOwners({ tasks, events }: Plan, { code, message }: SalesforceError) {
  if (code !== 'INACTIVE_OWNER_OR_USER') return []
  const owners = tasks.filter(isStep).map(({ owner }) => owner.userId)
  const others = owners.filter((id) => id !== events[0]?.actor.userId)
  const named = others.filter((id) => message.includes(id.slice(0, 15)))
  return named.length > 0 ? named : others
}

/** The tasks as they can be made: whoever makes the move takes the steps of those who are gone. */
export function takenOver({ tasks, events }: Plan, gone: readonly string[]): Plan['tasks'] {
  const actor = events[0]?.actor
  if (!actor || gone.length === 0) return tasks
  return tasks.map((task) =>
    isStep(task) && gone.includes(task.owner.userId) ? { ...task, owner: actor } : task,
  )
}

/** The plan where Salesforce refuses the tasks of its steps: they still lack them. */
export function withoutStepTasks(plan: Plan): Plan {
  const tasks = plan.tasks.filter((task) => !isStep(task))
  const events = plan.events.filter((event) => !isOfTask(event))
  const { transition } = plan.handoff
  if (transition === undefined) return { ...plan, events, tasks }
  const lacking = new Set(plan.tasks.map(({ description }) => milestoneIn(description)))
  const milestones = transition.milestones.map((one) =>
    lacking.has(one.key) ? { ...one, tasked: false } : one,
  )
  return {
    ...plan,
    events,
    tasks,
    handoff: { ...plan.handoff, transition: { ...transition, milestones } },
  }
}
