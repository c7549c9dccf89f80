import type { Activity } from './deal.ts'
import { settledQuestions } from './clarifications.ts'
import { lacksMeeting, openRequired, stepsNow } from './follow-through.ts'
import type { Handoff } from './handoff.ts'
import type { ActorRole } from './lifecycle.ts'
import type { Planned } from './plan.ts'
import type { Operation } from './planning.ts'
import { planMove, refused } from './planning.ts'
import { ended, endedReminders } from './reminder.ts'
import { isUndecided } from './undecided.ts'
import type { Person } from './primitives.ts'
import { planSubmission, undecidedAgain, unread } from './submission.ts'
import type { Submission } from './submission.ts'

const withReason = (reason: string) => (reason.trim() === '' ? {} : { reason: reason.trim() })

/** Whose move it would have been, when a manager makes it for somebody else. */
export const onBehalfOf = (
  owner: Person | null,
  { role, actor }: Pick<Operation, 'role' | 'actor'>,
) =>
  role === 'manager' && owner && owner.userId !== actor.userId ? { onBehalfOf: owner.name } : {}

/** Everything that withdrawing a handoff changes: it ends, and its log stays. */
export function planWithdraw(
  handoff: Handoff,
  operation: Operation & { readonly reason?: string | undefined },
): Planned {
  const changes = {
    details: withReason(operation.reason ?? ''),
    resolved: settledQuestions(handoff, operation),
    taskChanges: endedReminders(handoff),
    inWords: [`The handoff of ${handoff.opportunityName} is withdrawn. Nothing else changes.`],
  }
  return planMove('withdraw', handoff, { ...operation, changes })
}

/** Nobody is reminded of steps that are not to be taken any more. */
const endedSteps = ({ tasks }: Handoff, left?: ReadonlySet<string>) =>
  ended(tasks?.filter(({ milestone }) => milestone && (left?.has(milestone) ?? true)))

/** Everything that cancelling a handoff changes, at any time before it is completed. */
export function planCancel(
  handoff: Handoff,
  operation: Operation & { readonly reason: string },
): Planned {
  if (operation.reason.trim() === '') return refused('Say why it is cancelled.')
  const changes = {
    details: { ...withReason(operation.reason), ...onBehalfOf(handoff.outgoing, operation) },
    resolved: settledQuestions(handoff, operation),
    taskChanges: [...endedSteps(handoff), ...endedReminders(handoff)],
    inWords: [`The handoff of ${handoff.opportunityName} is cancelled.`],
  }
  return planMove('cancel', handoff, { ...operation, changes })
}

/** Everything that submitting a declined handoff again changes. */
export function planResubmit(submission: Submission & { readonly handoff: Handoff }): Planned {
  return planSubmission(submission)
}

/** A handoff given to somebody else to decide. */
export interface Reassignment extends Operation {
  readonly to: Person
  /** When the new recipient should have decided. */
  readonly dueAt: string | null
  readonly reason?: string | undefined
  /** The handoffs of the deal, where another one may have been sent since. */
  readonly among?: readonly Handoff[]
}

/** Everything that giving a handoff to another recipient changes. */
export function planReassign(handoff: Handoff, reassignment: Reassignment): Planned {
  const { to, dueAt, reason = '', among = [] } = reassignment
  const other = among.find((one) => one.id !== handoff.id && isUndecided(one))
  if (other) return refused(`${other.name} about this deal waits for a decision already.`)
  if (to.userId === handoff.incoming?.userId) return refused(`${to.name} has it already.`)
  if (to.userId === handoff.outgoing.userId)
    return refused('Choose somebody other than the sender.')
  const changes = {
    handoff: {
      status: 'submitted' as const,
      incoming: to,
      dueAt,
      ...undecidedAgain,
      ...unread,
    },
    // Nobody waits for the answers any more.
    resolved: settledQuestions(handoff, reassignment),
    shareWith: [to],
    ...(handoff.incoming ? { former: handoff.incoming } : {}),
    taskChanges: endedReminders(handoff),
    details: {
      from: handoff.incoming?.name ?? '',
      to: to.name,
      ...withReason(reason),
      ...onBehalfOf(handoff.outgoing, reassignment),
    },
    inWords: [`${to.name} decides on the handoff of ${handoff.opportunityName} from now on.`],
  }
  return planMove('reassign', handoff, { ...reassignment, changes })
}

/** Moves that leave only an entry in the log. */
export type PlainMove = 'view' | 'review' | 'remind' | 'begin' | 'start-phase' | 'report-repeat'

/** Everything a move changes that needs no more than the entry it leaves. */
export function planPlain(
  name: PlainMove,
  handoff: Handoff,
  operation: Operation & { readonly details?: Readonly<Record<string, string>> | undefined },
): Planned {
  const changes = { details: operation.details ?? {} }
  return planMove(name, handoff, { ...operation, changes })
}

/** A manager may end it all the same, and says why. */
function stillOpen(open: readonly string[], role: ActorRole): string {
  const steps = `Still open: ${open.join('; ')}.`
  return role === 'manager' ? `${steps} Say why it is completed all the same.` : steps
}

/** What is held against the end of a transition. */
interface Completion extends Operation {
  readonly reason?: string | undefined
  /** Calls, meetings and mails of the deal; null when it was not read. */
  readonly activities: readonly Activity[] | null
  /** Whose the deal is; absent when it was not read. */
  readonly ownerId?: string | undefined
}

const nextMeeting = 'the next meeting with the customer is neither planned nor said to be needless'

/** What keeps a transition from being completed; nothing when all is done. */
function openIn(handoff: Handoff, { activities, ownerId, now }: Completion): readonly string[] {
  const steps = openRequired(handoff, ownerId).map(({ label }) => label)
  return activities && lacksMeeting(handoff, activities, now) ? [...steps, nextMeeting] : steps
}

/** What becomes of the steps that are left when a manager ends it all the same. Ratings come afterwards. */
function leavingSteps(handoff: Handoff, { reason = '', ownerId }: Completion) {
  const { transition } = handoff
  if (!transition) return {}
  const open = stepsNow(transition, handoff, ownerId).filter(
    ({ status, kind }) => status === 'open' && kind !== 'rating',
  )
  const left = new Set(open.map(({ key }) => key))
  const skipped = { status: 'skipped' as const, note: reason.trim() }
  const milestones = transition.milestones.map((one) =>
    left.has(one.key) ? { ...one, ...skipped } : one,
  )
  return {
    handoff: { transition: { ...transition, milestones } },
    taskChanges: endedSteps(handoff, left),
    unchangedSince: handoff.modifiedAt,
  }
}

/**
 * Everything that ends a transition: its required steps are closed and the next meeting is settled, or the manager
 * says why not.
 */
export function planComplete(handoff: Handoff, operation: Completion): Planned {
  const open = openIn(handoff, operation)
  const { role, reason = '' } = operation
  const isManaged = role === 'manager' && reason.trim() !== ''
  if (open.length > 0 && !isManaged) return refused(stillOpen(open, role))
  const leaving = open.length > 0 ? leavingSteps(handoff, operation) : {}
  const changes = {
    ...leaving,
    handoff: { ...leaving.handoff, completedAt: operation.now },
    details: { ...withReason(operation.reason ?? ''), ...onBehalfOf(handoff.incoming, operation) },
    inWords: [`The handoff of ${handoff.opportunityName} is completed.`],
  }
  return planMove('complete', handoff, { ...operation, changes })
}
