import type { HandoffChanges, Plan } from '#lib/handoff/plan.ts'
import type { Part } from '#lib/salesforce/composite.ts'
import { deployedNames, namesIn } from '#lib/salesforce/names.ts'
import { transactionOf } from '#lib/salesforce/transaction.ts'
import {
  ana,
  ben,
  given,
  mara,
  NOW,
  question,
  section,
  template,
  typed,
} from '../lib/handoff/builders.ts'
import { submission } from '../lib/salesforce/plans.ts'

const HOUR = 60 * 60 * 1000
const later = (hours: number) => new Date(Date.parse(NOW) + hours * HOUR).toISOString()

/** The template that all of it is written with. */
const written = template([
  section([
    question(),
    question({
      key: 'reason',
      answer: { type: 'picklist', options: [{ value: 'promotion', label: 'Promotion' }] },
    }),
  ]),
])

const said = { about: 'goal' as const, prompt: 'What do they want?', words: 'To close faster' }
const places = { team: [], grants: [] }
const milestone = {
  key: 'report',
  label: 'Write the report',
  kind: 'task' as const,
  owner: 'incoming' as const,
  required: true,
  anchor: 'accepted' as const,
  at: later(48),
  day: '2026-03-12',
  status: 'open' as const,
  touched: false,
}

/** Every change that a plan can make to a handoff. */
const changes: Required<HandoffChanges> = {
  status: 'submitted',
  kind: 'ae-csm',
  variant: 'standard',
  template: { key: written.key, version: written.version },
  opportunityId: '006000000000001AAA',
  accountId: '001000000000001AAA',
  outgoing: ana,
  incoming: ben,
  manager: mara,
  completeness: 0.8,
  coverage: 0.7,
  quality: 60,
  submittedAt: NOW,
  dueAt: later(24),
  decision: 'accepted',
  decidedAt: later(20),
  declineReasons: ['OTHER'],
  declineOutcome: 'recycle',
  recycleUntil: '2026-03-25',
  decisionComment: 'Well written',
  delayReason: 'I was away',
  bypassReason: 'It cannot wait',
  clarificationCount: 2,
  clarificationDueAt: later(30),
  resubmissionCount: 3,
  summary: 'All in a few words',
  saidBack: { v: 1, by: ben, at: later(20), said: [said], verdict: null },
  firstViewedAt: later(2),
  reviewed: { why: later(3) },
  ratings: {
    completeness: 2,
    promises: 3,
    sentiment: 4,
    context: 5,
    stakeholders: 3,
    start: 4,
    manager: 2,
  },
  ratingComment: 'Could be shorter',
  pulse: { repeat: 2, delay: 3, consistent: 4, comment: 'It went well' },
  chaseCount: 4,
  completedAt: later(200),
  previousHandoffId: 'a00000000000009AAA',
  transition: { v: 1, phases: [], milestones: [milestone] },
  effectiveDate: '2026-03-18',
  transitionEnd: '2026-03-19',
  communicationOwner: ana,
  firstCustomerContactAt: later(40),
  transfer: {
    v: 1,
    count: 1,
    at: later(50),
    by: ana,
    reason: '',
    from: ana,
    to: ben,
    ...places,
    moved: [],
    credits: [],
    waits: places,
    undone: null,
  },
}

const event = {
  operationKey: 'op',
  kind: 'Declined' as const,
  fromStatus: 'submitted' as const,
  toStatus: 'declined' as const,
  actor: ben,
  at: later(20),
  details: { labels: ['It is not clear'], reasons: ['OTHER'] },
}

const asked = {
  key: 'c1',
  kind: 'clarification' as const,
  question: 'why.pain',
  section: 'why',
  body: 'Since when?',
  author: ben,
  dueAt: later(30),
  inReplyTo: null,
}

const promise = {
  id: 'r1',
  words: 'Reports in German',
  toWhom: 'Dana',
  byWhom: 'Ana',
  due: '2026-03-30',
  source: 'The last call',
  inContract: 'no' as const,
  stretch: true,
}

/** A plan that writes whatever any plan can write. */
const plan: Plan = submission({
  handoff: changes,
  packet: {
    v: 1,
    template: { key: written.key, version: written.version },
    variant: 'standard',
    answers: {
      'why.pain': typed('It hurts'),
      reason: given({ type: 'picklist', value: 'promotion' }),
    },
  },
  events: [event],
  opportunity: { status: 'submitted', readiness: 0.8 },
  comments: [
    asked,
    { ...asked, key: 'c2', kind: 'answer', body: 'Since May', inReplyTo: 'a02000000000001AAA' },
  ],
  resolved: [{ commentId: 'a02000000000001AAA', by: ana, at: later(28) }],
  commitments: [{ key: 'p1', position: 1, row: promise, surprise: true }],
  ledger: [
    {
      commitmentId: 'a03000000000001AAA',
      state: 'renegotiated',
      note: 'Later is fine',
      due: '2026-04-02',
    },
  ],
})

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

const { parts } = transactionOf(plan, {
  names: namesIn({}),
  knownCommitments: new Set(),
  mirror: true,
})

/** The rows that a part of the transaction writes. */
function rowsOf({ path, body }: Part): readonly Row[] {
  if (!isRow(body)) return []
  if (Array.isArray(body['records'])) return body['records'].filter(isRow)
  const [, key, value] = /\/sobjects\/\w+\/(\w+__c)\/([^/]+)$/.exec(path) ?? []
  return [key === undefined ? body : { ...body, [key]: value }]
}

const rowsIn = (id: string): readonly Row[] =>
  parts.filter((part) => part.id === id).flatMap(rowsOf)

/** What one call of ours writes at most, by the object. */
export const rows: Readonly<Record<string, readonly Row[]>> = {
  [deployedNames.handoff.object]: rowsIn('handoff'),
  [deployedNames.event.object]: rowsIn('event'),
  [deployedNames.comment.object]: [...rowsIn('comments'), ...rowsIn('resolved')],
  [deployedNames.commitment.object]: [...rowsIn('commitments'), ...rowsIn('ledger')],
  [deployedNames.opportunity.object]: rowsIn('opportunity'),
}
