import type { BusinessCalendar } from './business-time.ts'
import { dayAfter, instantOn, workDayFrom } from './business-time.ts'
import { clip } from './clip.ts'
import type { Handoff } from './handoff.ts'
import type { PlannedTask, TaskChange } from './plan.ts'
import type { Person } from './primitives.ts'
import type { DatedMilestone, HandoffTask, Transition } from './transition.ts'

/** A task has no field of ours: this line of its description says which milestone it stands for. */
export const milestoneMark = (key: string) =>
  `Milestone ${key} – Segue finds this task by this line.`

/** The milestone that a task's description names; null when it names none. */
export function milestoneIn(description: string): string | null {
  return /^Milestone (\S+) – Segue/m.exec(description)?.[1] ?? null
}

/** Between whom a handoff is, and about what. */
export type Between = Pick<
  Handoff,
  'name' | 'opportunityName' | 'accountName' | 'outgoing' | 'incoming' | 'manager'
>

/** Who does what both own: the one who leaves takes leave, both rate, everything else is the successor's to see to. */
const ofBoth = (kind: DatedMilestone['kind']) =>
  kind === 'rating'
    ? (['outgoing', 'incoming'] as const)
    : kind === 'exit'
      ? (['outgoing'] as const)
      : (['incoming'] as const)

/** Those who get a task for a milestone. */
export function ownersOf({ owner, kind }: DatedMilestone, between: Between): readonly Person[] {
  if (owner === 'system') return []
  const sides = owner === 'both' ? ofBoth(kind) : [owner]
  return sides.flatMap((side) => between[side] ?? [])
}

/** The morning of the last working day before; on the day itself when that has passed, and never in the past. */
export function reminderOf(day: string, calendar: BusinessCalendar, now: string): string | null {
  const before = workDayFrom(dayAfter(day, -1), calendar, -1)
  const mornings = [before, day].map((one) => instantOn(one, calendar.opens, calendar))
  return mornings.find((at) => at > now) ?? null
}

/** When the tasks are made and in which calendar. */
export interface Making {
  readonly now: string
  readonly calendar: BusinessCalendar
}

/** How long the subject of a task may be in Salesforce. */
const mostInSubject = 255

/** Whose step it is and which: a name that is too long gives way to the step. */
function subjectOf(accountName: string, label: string): string {
  const room = mostInSubject - label.length - 2
  if (accountName === '' || room < 2) return label
  return `${clip(accountName, { limit: room, ending: '…' })}: ${label}`
}

function taskOf(
  milestone: DatedMilestone & { readonly day: string },
  between: Between,
  { now, calendar }: Making,
) {
  const { key, label, day } = milestone
  const { name, opportunityName, accountName, outgoing, incoming } = between
  const from = `${name}, ${opportunityName}: from ${outgoing.name} to ${incoming?.name ?? ''}`
  return (owner: Person): PlannedTask => ({
    subject: subjectOf(accountName, label),
    description: `${label}\n\n${from}\n\n${milestoneMark(key)}`,
    owner,
    day,
    remindAt: reminderOf(day, calendar, now),
    on: 'handoff',
  })
}

const isDated = (one: DatedMilestone): one is DatedMilestone & { day: string } => one.day !== null

const isMissing = ({ status, doneBy, tasked }: DatedMilestone) =>
  status === 'open' && !doneBy && tasked !== true

/** The tasks that open milestones still lack. None gets them twice, even where the user cannot see them. */
export function missingTasks(
  { milestones }: Transition,
  between: Between,
  making: Making,
): readonly PlannedTask[] {
  return milestones
    .filter(isMissing)
    .filter(isDated)
    .flatMap((one) => ownersOf(one, between).map(taskOf(one, between, making)))
}

/** The transition once its missing tasks are made. */
export function withTasks(transition: Transition): Transition {
  const milestones = transition.milestones.map((one) =>
    isMissing(one) && isDated(one) ? { ...one, tasked: true } : one,
  )
  return { ...transition, milestones }
}

const tasksOf = (tasks: readonly HandoffTask[], key: string) =>
  tasks.filter(({ milestone }) => milestone === key)

/**
 * The milestones as their tasks tell: closed tasks have done them, and a due date that was never the planned one
 * was set by hand and counts.
 */
export function milestonesNow(
  { milestones }: Pick<Transition, 'milestones'>,
  tasks: readonly HandoffTask[] = [],
): readonly DatedMilestone[] {
  return milestones.map((milestone) => {
    const own = tasksOf(tasks, milestone.key)
    if (milestone.status !== 'open' || own.length === 0) return milestone
    if (own.every(({ isClosed }) => isClosed)) return { ...milestone, status: 'done' }
    const planned = new Set([milestone.day, ...(milestone.before ?? [])])
    const moved = own.find(({ isClosed, day }) => !isClosed && !planned.has(day))
    return moved ? { ...milestone, day: moved.day, at: null, touched: true } : milestone
  })
}

/** How many earlier days are remembered. */
const remembered = 5

/** The milestones with the days they had before, for tasks that could not be moved along. */
export function rememberingDays(
  before: readonly DatedMilestone[],
  after: readonly DatedMilestone[],
): DatedMilestone[] {
  const was = new Map(before.map((one) => [one.key, one]))
  return after.map((now) => {
    const earlier = was.get(now.key)?.day ?? null
    if (earlier === null || earlier === now.day) return now
    return { ...now, before: [earlier, ...(now.before ?? [])].slice(0, remembered) }
  })
}

/**
 * What has to change about the tasks, so that they say what their milestones say: also those of others, which
 * Salesforce may withhold from this user, and those that could not be changed before.
 */
export function taskChanges(
  before: readonly DatedMilestone[],
  after: readonly DatedMilestone[],
  tasks: readonly HandoffTask[] = [],
): readonly TaskChange[] {
  const wasClosed = new Set(before.filter(({ status }) => status !== 'open').map(({ key }) => key))
  return after.flatMap((milestone) =>
    tasksOf(tasks, milestone.key).flatMap((task) => {
      const changes = differences(milestone, task, wasClosed.has(milestone.key))
      const heldBy = task.owner === null ? {} : { heldBy: task.owner.userId }
      return changes === null ? [] : [{ taskId: task.id, ...changes, ...heldBy }]
    }),
  )
}

/** Of two tasks one may be closed while the milestone is open: only a milestone that opens again opens its tasks. */
function differences({ status, day }: DatedMilestone, task: HandoffTask, wasClosed: boolean) {
  const isDone = status !== 'open'
  const turns = isDone ? !task.isClosed : task.isClosed && wasClosed
  const moves = !isDone && (!task.isClosed || turns) && day !== task.day
  return turns || moves ? { ...(turns ? { isDone } : {}), ...(moves ? { day } : {}) } : null
}
