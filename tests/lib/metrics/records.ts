import type { HandoffRecord } from '#lib/metrics/record.ts'

/** An accepted handoff with all its moments; what a test does not name does not matter to it. */
export function record(over: Partial<HandoffRecord> = {}): HandoffRecord {
  return {
    id: 'a1',
    name: 'HO-00001',
    kind: 'ae-csm',
    variant: 'standard',
    status: 'accepted',
    outgoing: { userId: '005000000000001AAA', name: 'Ana Alvarez' },
    incoming: { userId: '005000000000002AAA', name: 'Ben Bauer' },
    amount: 1000,
    completeness: 1,
    bypassed: false,
    clarifications: 0,
    resubmissions: 0,
    declineReasons: [],
    wonAt: '2027-05-03T09:00:00Z',
    submittedAt: '2027-05-04T09:00:00Z',
    firstViewedAt: '2027-05-04T10:00:00Z',
    dueAt: '2027-05-06T09:00:00Z',
    pauses: [],
    decidedAt: '2027-05-05T11:00:00Z',
    decision: 'accepted',
    completedAt: null,
    firstContactAt: '2027-05-06T11:00:00Z',
    kickoffAt: '2027-05-10T09:00:00Z',
    firstValueAt: null,
    stageMovedAt: null,
    lastActivityAt: '2027-05-20T09:00:00Z',
    outcome: null,
    ratings: {},
    pulse: { repeat: null, delay: null, consistent: null },
    ...over,
  }
}
