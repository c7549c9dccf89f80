import type { OverviewEvent } from '#lib/handoff/overview-item.ts'
import type { HandoffRecord } from './record.ts'

/** The steps that say when the customer had a first result: a step of that name, or the one that asks for it. */
const firstResults = ['first-value', 'step-back', 'step-back-enterprise']

type StepEvent = Pick<OverviewEvent, 'handoffId' | 'at' | 'step' | 'reasons'>

/**
 * When a step was done, by the log: the meeting that was arranged for it when that lay before, else the moment it
 * was marked. Null while it is open again, was left out, or was never marked: what is arranged has not happened.
 */
function doneAt(events: readonly StepEvent[], key: string): string | null {
  const ordered = events
    .filter(({ step }) => step?.key === key)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  const last = ordered.findLast(({ step }) => step?.status !== null)
  if (last?.step?.status !== 'done') return null
  const meeting = ordered.findLast(({ step }) => step?.meetingAt !== null)?.step?.meetingAt ?? null
  return meeting !== null && Date.parse(meeting) <= Date.parse(last.at) ? meeting : last.at
}

const earliest = (instants: readonly (string | null)[]): string | null =>
  instants
    .filter((at) => at !== null)
    .toSorted((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null

/** The handoffs with what their log says of kickoff and first result, and of every decline: the row itself forgets why once it is sent again. */
export function withSteps<One extends HandoffRecord>(
  handoffs: readonly One[],
  events: readonly StepEvent[],
): readonly One[] {
  const logs = Map.groupBy(events, ({ handoffId }) => handoffId)
  return handoffs.map((one) => {
    const log = logs.get(one.id) ?? []
    const declines = log.flatMap(({ reasons = [] }) => reasons)
    return {
      ...one,
      declineReasons: declines.length > 0 ? declines : one.declineReasons,
      kickoffAt: one.kickoffAt ?? doneAt(log, 'kickoff'),
      firstValueAt: one.firstValueAt ?? earliest(firstResults.map((key) => doneAt(log, key))),
    }
  })
}
