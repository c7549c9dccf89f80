import { startOf } from '#lib/handoff/clip.ts'
import type { Plan, PlannedTask, TaskChange } from '#lib/handoff/plan.ts'
import { collection } from './child-writes.ts'
import type { Part } from './composite.ts'
import { queryPart } from './context-parts.ts'
import { takenOver } from './gone-owners.ts'
import { soql } from './soql.ts'
import type { Terms } from './write.ts'
import { unreferenced } from './literal-text.ts'

const mostInSubject = 255

/** The ids of the parts that make and change tasks. */
export const madeTasksId = 'tasks'
export const taskChangesId = 'task_changes'

/**
 * Tasks have no field of ours to find them by again; that they are made once is the work of the log's entry,
 * whose unique key rolls a repetition back as a whole.
 */
export function taskParts(
  plan: Plan,
  { ownTasksOnly, gone = [] }: Pick<Terms, 'ownTasksOnly' | 'gone'> = {},
) {
  const { events } = plan
  const isOwn = ({ heldBy }: TaskChange) =>
    heldBy === undefined || heldBy === events[0]?.actor.userId
  const changes = plan.taskChanges.filter((change) => ownTasksOnly !== true || isOwn(change))
  return [
    ...newTasks(madeTasksId, takenOver(plan, gone), plan),
    ...statusParts(changes),
    ...rows(taskChangesId, 'PATCH', changes.map(changed)),
  ]
}

const statusIds = { done: 'task_closed', open: 'task_default' } as const

/** Orgs name the statuses of tasks as they like: the first that closes one, and the one that new tasks have. */
function statusParts(changes: readonly TaskChange[]): readonly Part[] {
  const wants = (isDone: boolean) => changes.some((change) => change.isDone === isDone)
  return [
    ...(wants(true) ? [queryPart(statusIds.done, closedStatus)] : []),
    ...(wants(false) ? [queryPart(statusIds.open, defaultStatus)] : []),
  ]
}

const closedStatus = soql`SELECT ApiName FROM TaskStatus WHERE IsClosed = true
  ORDER BY SortOrder ASC LIMIT 1`
const defaultStatus = soql`SELECT ApiName FROM TaskStatus WHERE IsClosed = false
  ORDER BY IsDefault DESC, SortOrder ASC LIMIT 1`

/** The status is named by what the query just before it has found. */
const statusOf = (isDone: boolean) =>
  `@{${isDone ? statusIds.done : statusIds.open}.records[0].ApiName}`

/** The parts that make new tasks. */
export function newTasks(
  id: string,
  tasks: readonly PlannedTask[],
  { handoffId, opportunityId }: Pick<Plan, 'handoffId' | 'opportunityId'>,
): readonly Part[] {
  const whatIds = { handoff: handoffId ?? '@{handoff.id}', opportunity: opportunityId }
  return rows(
    id,
    'POST',
    tasks.map((task) => made(task, whatIds[task.on])),
  )
}

function rows(id: string, method: Part['method'], records: readonly Record<string, unknown>[]) {
  const part: Part = { id, method, path: '/composite/sobjects' }
  return collection(part, 'Task', { rows: records, wordings: [] }).map((write) => write.part)
}

function made(task: PlannedTask, whatId: string): Record<string, unknown> {
  const { subject, description, owner, day, remindAt } = task
  return {
    Subject: startOf(unreferenced(subject), mostInSubject),
    Description: unreferenced(description),
    OwnerId: owner.userId,
    ActivityDate: day,
    WhatId: whatId,
    IsReminderSet: remindAt !== null,
    ...(remindAt === null ? {} : { ReminderDateTime: remindAt }),
  }
}

function changed({ taskId, isDone, day, owner }: TaskChange): Record<string, unknown> {
  return {
    id: taskId,
    ...(isDone === undefined ? {} : { Status: statusOf(isDone) }),
    ...(day === undefined ? {} : { ActivityDate: day }),
    ...(owner === undefined ? {} : { OwnerId: owner.userId }),
  }
}
