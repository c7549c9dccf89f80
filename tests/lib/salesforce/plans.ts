import type { Plan, PlannedCommitment, PlannedEvent } from '#lib/handoff/plan.ts'

const ana = { userId: '005Hs00000006RMIAY', name: 'Ana Ferreira' }
const ben = { userId: '005Hs00000009zzZAA', name: 'Ben' }

export const submitted: PlannedEvent = {
  operationKey: 'op-1',
  kind: 'Submitted',
  fromStatus: null,
  toStatus: 'submitted',
  actor: ana,
  at: '2026-11-23T12:00:00.000Z',
  details: { to: 'Ben' },
}

export const promise: PlannedCommitment = {
  key: 'promise-1',
  position: 1,
  row: {
    id: 'r1',
    words: 'Migration by March',
    toWhom: 'Ines',
    byWhom: 'us',
    due: '',
    source: 'call',
    inContract: 'no',
    stretch: true,
  },
}

/** A first submission with everything a plan can hold. */
export function submission(parts: Partial<Plan> = {}): Plan {
  return {
    operationKey: 'op-1',
    clientKey: 'key-1',
    handoffId: null,
    opportunityId: '006Hs0000000847IAA',
    unmodifiedSince: '2026-11-22T07:25:37.000Z',
    events: [submitted],
    handoff: {
      status: 'submitted',
      kind: 'ae-csm',
      variant: 'standard',
      template: { key: 'ae-csm', version: '1.0.0' },
      opportunityId: '006Hs0000000847IAA',
      accountId: '001Hs00000006O7IAI',
      outgoing: ana,
      incoming: ben,
      completeness: 0.823,
      coverage: null,
      summary: 'All there is to know',
    },
    packet: {
      v: 1,
      template: { key: 'ae-csm', version: '1.0.0' },
      variant: 'standard',
      answers: {},
    },
    fieldChanges: [
      {
        path: 'Opportunity.NextStep',
        label: 'Opportunity › Next Step',
        before: 'Old',
        after: 'New',
        question: 'next.step',
      },
    ],
    opportunity: { status: 'submitted', readiness: 0.823 },
    commitments: [promise],
    ledger: [],
    comments: [],
    resolved: [],
    tasks: [],
    taskChanges: [],
    contactRoles: [],
    shareWith: [ben],
    inWords: [],
    ...parts,
  }
}
