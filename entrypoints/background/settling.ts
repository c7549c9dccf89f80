import type { Entry } from '#lib/sync/entry.ts'
import type { Settling } from './inboxes.ts'

/** What a move that was carried out makes of the handoff in the lists, as far as its plan says. */
export function settlingOf({ plan }: Pick<Entry, 'plan'>, now: string): Settling {
  const { handoff, comments } = plan
  const asked = comments.filter(({ kind }) => kind === 'clarification')
  return (item) => ({
    ...item,
    ...standing(item, handoff),
    pauses: [
      ...item.pauses.map((pause) => answered(pause, plan.resolved.length > 0 ? now : null)),
      ...asked.map(({ question }) => ({ question, from: now, to: null })),
    ],
    ...owed(item, plan),
    modifiedAt: now,
  })
}

/** What it says of these stays, where the move says nothing. */
function standing(item: Parameters<Settling>[0], handoff: Entry['plan']['handoff']) {
  const {
    status = item.status,
    incoming = item.incoming,
    dueAt = item.dueAt,
    decidedAt = item.decidedAt,
    clarificationDueAt = item.clarificationDueAt,
  } = handoff
  // With a new due time nothing is late for now.
  const late = handoff.dueAt === undefined ? item.late : 'no'
  const recipientLeft = !handoff.incoming && item.recipientLeft
  return { status, incoming, recipientLeft, dueAt, late, decidedAt, clarificationDueAt }
}

/** What a move has paid off; what it has made due, the next reading tells. */
function owed(item: Parameters<Settling>[0], { handoff, transfer }: Entry['plan']) {
  return {
    dealOwnerId: transfer?.to?.userId ?? item.dealOwnerId,
    contactDueAt: handoff.firstCustomerContactAt ? null : item.contactDueAt,
    ownerDueAt: transfer?.to ? null : item.ownerDueAt,
  }
}

type Pause = Parameters<Settling>[0]['pauses'][number]

/** Which of several questions was answered, the list does not know: the next reading does. */
function answered(pause: Pause, at: string | null): Pause {
  return at === null ? pause : { ...pause, to: pause.to ?? at }
}
