import type { OverviewItem } from '#lib/handoff/overview-item.ts'
import type { Status } from '#lib/handoff/handoff.ts'
import { inboxItem } from './deal.ts'

const DAY = 24 * 3_600_000
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString()

/** A handoff as a manager sees it, submitted so many days ago. */
export function overviewItem(status: Status, place: number, changes: Partial<OverviewItem> = {}) {
  const isDecided = ['accepted', 'in-transition', 'completed', 'declined'].includes(status)
  const item: OverviewItem = {
    ...inboxItem(status, place),
    variant: 'standard',
    submittedAt: ago(place * 3 + 2),
    dueAt: ago(place * 3),
    decidedAt: isDecided ? ago(place * 3 + 1) : null,
    firstViewedAt: place % 3 === 0 ? null : ago(place * 3 + 1.5),
    completeness: 0.6 + (place % 5) / 10,
    clarifications: place % 3,
    resubmissions: place % 4 === 0 ? 1 : 0,
    bypassed: place % 6 === 0,
    decision: status === 'declined' ? 'declined' : isDecided ? 'accepted' : null,
    delayReason: '',
    wonAt: ago(place * 3 + 4),
    completedAt: null,
    firstContactAt: isDecided ? ago(place * 3) : null,
    kickoffAt: null,
    firstValueAt: null,
    stageMovedAt: null,
    lastActivityAt: ago(place % 2 === 0 ? 1 : 30),
    outcome: 'won',
    ratings: isDecided ? { completeness: 2 + (place % 4), promises: 1 + (place % 3) } : {},
    pulse: { repeat: null, delay: null, consistent: null },
    ...changes,
  }
  return item
}

const some: readonly Status[] = ['submitted', 'accepted', 'in-transition', 'declined', 'completed']

/** A team's quarter. */
export const quarter = Array.from({ length: 24 }, (_, place) =>
  overviewItem(some[place % some.length] ?? 'submitted', place),
)

/** What the log says of it. */
export const quarterLog = quarter.flatMap(({ id: handoffId, submittedAt, decidedAt, decision }) => {
  const entry = { handoffId, at: submittedAt ?? '', question: null }
  const sent = { ...entry, kind: 'Submitted', toStatus: 'submitted' as const }
  const question = 'promise.list'
  const kind = 'Clarification_Requested'
  const asked = { ...entry, kind, toStatus: 'clarification' as const, question }
  if (decidedAt === null) return [sent, asked]
  return [sent, asked, { ...entry, kind: 'Accepted', at: decidedAt, toStatus: decision }]
})
