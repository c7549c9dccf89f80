import type { PlannedEvent } from './plan.ts'

/** What the log says of the task of a step that is to be made once, whoever comes first. */
export const madeOnce = (milestone: string) => ({ milestone, tasked: 'yes' })

/** Whether an entry of the log stands for a task that is made with it. */
export const isOfTask = ({ details }: Pick<PlannedEvent, 'details'>): boolean =>
  details['tasked'] === 'yes'
