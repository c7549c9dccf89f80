import type { Clocked } from './decision-clock.ts'
import type { Handoff } from './handoff.ts'

/** What the clock of a handoff is read from that was read with its questions and its log, as a row of a list tells it. */
export function clocked(handoff: Handoff): Clocked {
  const { comments = [], events = [], incoming } = handoff
  const givenAt = events.findLast(({ kind }) => kind === 'Reassigned')?.at
  // What somebody asked who had it before stops no clock of whoever has it now.
  const pauses = comments.filter(
    ({ kind, author, writtenAt }) =>
      kind === 'clarification' &&
      (!author || author.userId === incoming?.userId) &&
      writtenAt > (givenAt ?? ''),
  )
  return {
    ...handoff,
    givenAt,
    pauses: pauses.map(({ question, writtenAt: from, resolvedAt: to }) => ({ question, from, to })),
  }
}
