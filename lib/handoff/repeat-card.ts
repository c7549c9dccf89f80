import type { Line } from './answer-lines.ts'
import { doNotAsk, doNotReopen } from './brief-lines.ts'
import { askedIn, redactedSource } from './brief-source.ts'
import { latest } from './chain.ts'
import type { Handoff } from './handoff.ts'
import type { Template } from './template.ts'

const DAY = 24 * 60 * 60 * 1000
/** How long after the acceptance the card is shown. */
const SHOWN_FOR = 30 * DAY

/** What the customer has said already, and must not be asked again. */
export interface RepeatCard {
  readonly handoffId: string
  readonly opportunityName: string
  readonly acceptedAt: string
  /** Answered already. */
  readonly answered: readonly Line[]
  /** Closed for good. */
  readonly closed: readonly Line[]
  /** Questions that the customer had to answer again all the same. */
  readonly repeated: readonly string[]
}

/** What this user has taken over in the last thirty days of a deal that nobody else has taken over since. */
export function recentlyTaken(
  handoffs: readonly Handoff[],
  userId: string,
  now: string,
): Handoff | undefined {
  const last = latest(handoffs)
  if (last?.incoming?.userId !== userId || last.decidedAt === null) return undefined
  return Date.parse(now) - Date.parse(last.decidedAt) < SHOWN_FOR ? last : undefined
}

/** The card of a handoff that was accepted; null when it has nothing to say. */
export function repeatCard(handoff: Handoff, template: Template): RepeatCard | null {
  const { packet, name, id, opportunityName, decidedAt } = handoff
  if (packet === null || decidedAt === null) return null
  const source = { template, packet, name, about: handoff }
  const asked = askedIn(redactedSource(source, 'recipient'))
  const [answered, closed] = [doNotAsk(asked), doNotReopen(asked)]
  if (answered.length + closed.length === 0) return null
  const repeated = repeatedIn(handoff)
  return { handoffId: id, opportunityName, acceptedAt: decidedAt, answered, closed, repeated }
}

function repeatedIn({ events = [] }: Pick<Handoff, 'events'>): readonly string[] {
  return events.flatMap(({ kind, details }) => {
    const { question } = details
    return kind === 'Repeat_Reported' && typeof question === 'string' ? [question] : []
  })
}
