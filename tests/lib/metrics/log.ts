import type { OverviewEvent } from '#lib/handoff/overview-item.ts'

/** An entry of the log; what a test does not name does not matter to it. */
export function entry(over: Partial<OverviewEvent> = {}): OverviewEvent {
  return {
    handoffId: 'a1',
    kind: 'Viewed',
    at: '2027-05-04T09:00:00Z',
    toStatus: null,
    question: null,
    ...over,
  }
}
