import type { BusinessCalendar } from './business-time.ts'
import { type Clocks, firstContactDueAt } from './clocks.ts'
import { dayIn } from './day.ts'
import type { Activity } from './deal.ts'
import type { Handoff } from './handoff.ts'
import { milestonesNow } from './milestone-tasks.ts'
import type { DatedMilestone, Transition } from './transition.ts'

/** By when the customer must have heard from the new owner, and whether they have. */
export interface FirstContact {
  readonly dueAt: string
  readonly isLate: boolean
}

type Taken = Pick<Handoff, 'status' | 'decidedAt' | 'firstCustomerContactAt'>

/** Whether somebody has taken over and the transition is not over. */
export const isRunning = ({ status }: Pick<Handoff, 'status'>): boolean =>
  status === 'accepted' || status === 'in-transition'

/** The first contact that is still owed; null when there was one, or the template sets no time for it. */
export function owedContact(
  handoff: Taken,
  clocks: Clocks,
  { calendar, now }: { readonly calendar: BusinessCalendar; readonly now: string },
): FirstContact | null {
  const { decidedAt, firstCustomerContactAt } = handoff
  if (!isRunning(handoff) || decidedAt === null || firstCustomerContactAt) return null
  const dueAt = firstContactDueAt(clocks, decidedAt, { calendar })
  return dueAt === null ? null : { dueAt, isLate: Date.parse(dueAt) <= Date.parse(now) }
}

const talks: ReadonlySet<Activity['kind']> = new Set(['call', 'meeting', 'email'])

/** The first talk or mail on the deal since the handoff was accepted: it may be the first contact. */
export function contactSince(
  activities: readonly Activity[],
  decidedAt: string,
  { timeZone, now }: { readonly timeZone: string | undefined; readonly now: string },
): Activity | null {
  const since = (at: string) =>
    at.length > 10 ? at >= decidedAt : at >= dayIn(timeZone, decidedAt)
  const found = activities.filter(
    ({ kind, at, isOpen }) => talks.has(kind) && !isOpen && since(at) && at <= now,
  )
  return found.toSorted((one, other) => one.at.localeCompare(other.at))[0] ?? null
}

/** The next meeting on the deal; null when there is none. */
export function nextMeeting(activities: readonly Activity[], now: string): Activity | null {
  const ahead = activities.filter(({ kind, at }) => kind === 'meeting' && at > now)
  return ahead.toSorted((one, other) => one.at.localeCompare(other.at))[0] ?? null
}

/** Whether the next meeting with the customer is neither planned nor said to be needless. */
export function lacksMeeting(
  { transition }: Pick<Handoff, 'transition'>,
  activities: readonly Activity[],
  now: string,
): boolean {
  return transition?.noMeeting === undefined && nextMeeting(activities, now) === null
}

type Told = Pick<Handoff, 'tasks' | 'events' | 'transfer'>
type Closing = Told & Pick<Handoff, 'transition'>

/** Required steps that are still open. Ratings are due when the handoff is completed, not before. */
export function openRequired(
  { transition, ...closing }: Closing,
  ownerId?: string,
): readonly DatedMilestone[] {
  return stepsNow(transition ?? { milestones: [] }, closing, ownerId).filter(
    ({ required, status, kind }) => required && status === 'open' && kind !== 'rating',
  )
}

/** The steps as their tasks and the log tell: the change of owner does its own, as long as it holds. */
export function stepsNow(
  { milestones }: Pick<Transition, 'milestones'>,
  handoff: Told,
  ownerId?: string,
): readonly DatedMilestone[] {
  const steps = milestonesNow({ milestones }, handoff.tasks)
  return hasNewOwner(handoff, ownerId) ? steps.map(doneWithOwner) : steps
}

function doneWithOwner(step: DatedMilestone): DatedMilestone {
  return step.doneBy === 'transfer' && step.status === 'open' ? { ...step, status: 'done' } : step
}

const ofOwner: ReadonlySet<string> = new Set(['Transfer_Done', 'Transfer_Undone'])

/** Whether the deal was given to its new owner, and not back: an automation of the org may have done that, too. */
export const hasNewOwner = ({ events = [], transfer }: Told, ownerId?: string): boolean =>
  events.findLast(({ kind }) => ofOwner.has(kind))?.kind === 'Transfer_Done' &&
  (!transfer || transfer.from.userId !== ownerId)
