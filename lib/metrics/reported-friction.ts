import { causeLabel } from '#lib/handoff/friction-report.ts'
import type { OverviewEvent } from '#lib/handoff/overview-item.ts'
import type { Friction } from '#lib/handoff/friction.ts'

/** What was reported to hold handoffs up, at one step and for one cause. */
export interface ReportedFriction {
  readonly key: string
  readonly step: string
  readonly cause: string
  readonly count: number
  /** The words of the newest report that has some; empty where none has. */
  readonly words: string
}

type Report = Pick<OverviewEvent, 'at' | 'friction'>

function counted(key: string, reports: readonly (Friction & { readonly at: string })[]) {
  const newestFirst = reports.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
  const [newest] = newestFirst
  if (!newest) return []
  const { label: step, cause: code, at } = newest
  const words = newestFirst.find((one) => one.words !== '')?.words ?? ''
  return [{ key, step, cause: causeLabel(code), count: reports.length, words, at }]
}

/** Reports of friction counted by step and cause: the most frequent first, equals by the newest. */
export function reportedFriction(events: readonly Report[]): readonly ReportedFriction[] {
  const reports = events.flatMap(({ at, friction }) => (friction ? [{ at, ...friction }] : []))
  const groups = Map.groupBy(reports, ({ step, cause }) => `${step} ${cause}`)
  return [...groups]
    .flatMap(([key, list]) => counted(key, list))
    .toSorted((one, other) => other.count - one.count || Date.parse(other.at) - Date.parse(one.at))
    .map(({ at: _, ...one }) => one)
}
