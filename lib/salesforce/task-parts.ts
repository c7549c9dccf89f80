import type { Plan, PlannedTask, TaskChange } from '#lib/handoff/plan.ts'
import { collection } from './child-writes.ts'
import type { Part } from './composite.ts'

const mostInSubject = 255

/**
 * Tasks have no field of ours to find them by again; that they are made once is the work of the log's entry,
 * whose unique key rolls a repetition back as a whole.
 */
export function taskParts({ tasks, taskChanges, handoffId, opportunityId }: Plan): readonly Part[] {
  const whatIds = { handoff: handoffId ?? '@{handoff.id}', opportunity: opportunityId }
  return [
    ...rows(
      'tasks',
      'POST',
      tasks.map((task) => made(task, whatIds[task.on])),
    ),
    ...rows('task_changes', 'PATCH', taskChanges.map(changed)),
  ]
}

function rows(id: string, method: Part['method'], records: readonly Record<string, unknown>[]) {
  const part: Part = { id, method, path: '/composite/sobjects' }
  return collection(part, 'Task', { rows: records, wordings: [] }).map((write) => write.part)
}

function made(task: PlannedTask, whatId: string): Record<string, unknown> {
  const { subject, description, owner, day, remindAt } = task
  return {
    Subject: unreferenced(subject).slice(0, mostInSubject),
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
    ...(isDone === undefined ? {} : { Status: isDone ? 'Completed' : 'Not Started' }),
    ...(day === undefined ? {} : { ActivityDate: day }),
    ...(owner === undefined ? {} : { OwnerId: owner.userId }),
  }
}

/** A task's text cannot be set right afterwards, since nobody knows its id: a word joiner, which nobody sees, keeps `@{` from being taken for a reference. */
function unreferenced(text: string): string {
  return text.replaceAll('@{', '@\u2060{')
}
