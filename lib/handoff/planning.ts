import type { EventKind } from './event.ts'
import type { Handoff, Status } from './handoff.ts'
import type { ActorRole, MoveName } from './lifecycle.ts'
import { move } from './lifecycle.ts'
import { withRoom } from './log-room.ts'
import type { Plan, Planned, PlannedEvent } from './plan.ts'
import type { Person } from './primitives.ts'

/** Who makes a move, when, and the key that makes it happen once. */
export interface Operation {
  readonly operationKey: string
  readonly actor: Person
  /** As whom they act. */
  readonly role: ActorRole
  /** ISO 8601. */
  readonly now: string
  /** When what the user had in front of them was sent; absent where that does not matter. */
  readonly sent?: string | null | undefined
}

/** A plan is refused with one sentence. */
export function refused(because: string): Extract<Planned, { outcome: 'refused' }> {
  return { outcome: 'refused', because }
}

/** An entry of the log for an operation. */
export function eventOf(
  { operationKey, actor, now }: Operation,
  kind: EventKind,
  about: Pick<PlannedEvent, 'fromStatus' | 'toStatus' | 'details'>,
): PlannedEvent {
  return { operationKey, kind, actor, at: now, ...about, details: withRoom(about.details) }
}

type Changes = Partial<Omit<Plan, 'events' | 'operationKey'>> & {
  readonly details?: PlannedEvent['details']
}

/** The opportunity shows the status of its latest handoff. */
function shownStatus(from: Status, to: Status): Plan['opportunity'] {
  return from === to ? null : { status: to, readiness: null }
}

/** What is done to the recipient is about the one that was seen. */
const aboutRecipient: ReadonlySet<MoveName> = new Set(['reassign', 'remind', 'decline'])

function recipientOf(name: MoveName, { incoming }: Handoff, { role, actor }: Operation) {
  if (role === 'incoming') return { recipientId: actor.userId }
  return incoming && aboutRecipient.has(name) ? { recipientId: incoming.userId } : {}
}

/** What is said of a decision on what is not as it was read. */
export const sentAgainWords =
  'This was sent again or moved since you read it. Nothing was done: read it anew.'

/** The plan of a move of a handoff that is in Salesforce, or why it cannot be made. */
export function planMove(
  name: MoveName,
  handoff: Handoff,
  operation: Operation & { readonly changes: Changes },
): Planned {
  const moved = move(name, handoff, operation.role)
  if (moved.outcome === 'refused') return moved
  const { sent = handoff.submittedAt } = operation
  if (sent !== handoff.submittedAt) return refused(sentAgainWords)
  const { details = {}, ...changes } = operation.changes
  const { from, to, emits } = moved
  const plan: Plan = {
    operationKey: operation.operationKey,
    clientKey: handoff.clientKey,
    handoffId: handoff.id,
    opportunityId: handoff.opportunityId,
    unmodifiedSince: null,
    events: [eventOf(operation, emits, { fromStatus: from, toStatus: to, details })],
    packet: null,
    fieldChanges: [],
    opportunity: shownStatus(from, to),
    contactRoles: [],
    commitments: [],
    ledger: [],
    comments: [],
    resolved: [],
    tasks: [],
    taskChanges: [],
    shareWith: [],
    inWords: [],
    ...recipientOf(name, handoff, operation),
    ...(operation.sent ? { sentAt: operation.sent } : {}),
    ...changes,
    handoff: { ...(from === to ? {} : { status: to }), ...changes.handoff },
  }
  return { outcome: 'planned', plan }
}
