import { expect, it } from 'vitest'
import { type LabelOf, logReason, logWords } from '#components/packet/log-words.ts'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'

const kinds = { question: 'Label', step: 'Step', reason: 'Reason' } as const
const labelOf: LabelOf = (key, of) => `${kinds[of ?? 'question']} of ${key}`

const entry = (kind: LoggedEvent['kind'], details: LoggedEvent['details']): LoggedEvent => ({
  id: 'e1',
  kind,
  actor: null,
  at: '2026-11-24T10:00:00.000Z',
  details,
})

it.each([
  { event: entry('Accepted', {}), words: 'accepted it', reason: '' },
  {
    event: entry('Accepted', { amount: 5, coverage: 82 }),
    words: 'accepted it, 82% of the methodology covered',
    reason: '',
  },
  {
    event: entry('Outcome_Recorded', { after: 90, customer: 'at-risk', words: 'They wait.' }),
    words: 'recorded how the customer stands after 90 days: At risk',
    reason: 'They wait.',
  },
  {
    event: entry('Trouble_Traced', { harm: 'lost', cause: 'step', label: 'Kickoff', words: 'So.' }),
    words:
      'traced it to the handoff. The deal was lost: a step came late, or not at all (“Kickoff”)',
    reason: 'So.',
  },
  {
    event: entry('Trouble_Traced', { harm: 'complaint', cause: 'none' }),
    words: 'no longer traces it to the handoff: The customer complained',
    reason: '',
  },
  {
    event: entry('Repeat_Reported', { question: 'why.pain' }),
    words: 'had to ask the customer again about “Label of why.pain”',
    reason: '',
  },
  {
    event: entry('Friction_Reported', {
      step: 'submitted',
      label: 'Waiting for the decision',
      cause: 'NO_TIME',
      words: 'Year end.',
    }),
    words: 'reported what held it up at “Waiting for the decision”: Too much else was due',
    reason: 'Year end.',
  },
  {
    event: entry('Commitment_Changed', { promise: 'SSO', to: 'broken', note: 'It slipped.' }),
    words: 'noted the promise “SSO” as broken',
    reason: 'It slipped.',
  },
  {
    event: entry('Commitment_Changed', { promise: 'SSO', to: 'open', note: '' }),
    words: 'noted the promise “SSO” as open again',
    reason: '',
  },
  {
    event: entry('Declined', { reasons: ['CAPACITY'], words: 'No room until May.' }),
    words: 'declined it: Reason of CAPACITY',
    reason: 'No room until May.',
  },
  {
    event: entry('Rated', { pulse: 'customer', repeat: 2, comment: 'It took weeks.' }),
    words: 'recorded what the customer says of it',
    reason: 'It took weeks.',
  },
  {
    event: entry('Rated', { by: 'outgoing', start: 4, comment: 'He called on day one.' }),
    words: 'rated it',
    reason: 'He called on day one.',
  },
  {
    event: entry('Commented', { saidBack: 'confirmed', about: [] }),
    words: 'confirmed what was said back',
    reason: '',
  },
  {
    event: entry('Commented', { saidBack: 'corrected', about: ['goal'] }),
    words: 'corrected what was said back',
    reason: '',
  },
  {
    event: entry('Commitment_Changed', { promise: 'SSO', to: 'renegotiated', due: '2027-06-01' }),
    words: 'noted the promise “SSO” as renegotiated, due 1 June 2027',
    reason: '',
  },
  {
    event: entry('Accepted', { amount: 5, delayReason: 'I was away' }),
    words: 'accepted it, late: I was away',
    reason: '',
  },
  {
    event: entry('Declined', { reasons: ['SCOPE', 'CAPACITY'], questions: ['tech'] }),
    words: 'declined it: Reason of SCOPE; Reason of CAPACITY',
    reason: '',
  },
  {
    event: entry('Declined', { reasons: ['OLD', 'NEWREASON'], labels: ['Old', 'No capacity'] }),
    words: 'declined it: Old; No capacity',
    reason: '',
  },
  {
    event: entry('Milestone_Changed', { meeting: 'not needed', why: 'They meet monthly.' }),
    words: 'said that a meeting is not needed',
    reason: 'They meet monthly.',
  },
  {
    event: entry('Milestone_Changed', { contact: '2026-11-24T10:00:00Z', note: 'Hello call' }),
    words: 'noted the first contact with the customer',
    reason: 'Hello call',
  },
  {
    event: entry('Phases_Changed', {
      phases: ['shadow 2027-05-04/2027-05-11', 'joint 2027-05-11/2027-06-01'],
    }),
    words: 'planned the phases: shadow from 4 May 2027, joint from 11 May 2027',
    reason: '',
  },
  {
    event: entry('Phases_Changed', { effective: '2027-06-01' }),
    words: 'set the day of ownership to 1 June 2027',
    reason: '',
  },
  {
    event: entry('Phases_Changed', { rearranged: 'days' }),
    words: 'moved the steps along',
    reason: '',
  },
  {
    event: entry('Milestone_Changed', { milestone: 'kickoff', meeting: '2026-12-05T10:00:00Z' }),
    words: 'arranged “Step of kickoff”',
    reason: '',
  },
  {
    event: entry('Milestone_Changed', { milestone: 'pulse', status: 'done' }),
    words: 'finished “Step of pulse”',
    reason: '',
  },
  {
    event: entry('Milestone_Changed', { milestone: 'pulse', status: 'skipped', note: 'Too soon' }),
    words: 'waived “Step of pulse”',
    reason: 'Too soon',
  },
  {
    event: entry('Milestone_Changed', { milestone: 'pulse', status: 'open' }),
    words: 'changed “Step of pulse”',
    reason: '',
  },
  {
    event: entry('Transfer_Done', { from: 'Ana', to: 'Ben', onBehalfOf: 'Ana' }),
    words: 'changed the owner to Ben, in Ana’s place',
    reason: '',
  },
  {
    event: entry('Completed', { reason: 'He is away.', onBehalfOf: 'Ben' }),
    words: 'completed it, in Ben’s place',
    reason: 'He is away.',
  },
  {
    event: entry('Reminded', { clock: 'escalation', waitsFor: 'Ben', escalatedTo: 'Mara' }),
    words: 'found it late; Mara sees that',
    reason: '',
  },
  {
    event: entry('Bypassed', { questions: ['risk'], manager: 'Mara', reason: 'No time left.' }),
    words: 'sent it although something was missing in “Label of risk”; Mara stands behind it',
    reason: 'No time left.',
  },
])('the log says what $event.kind was about: $words', ({ event, words, reason }) => {
  expect(logWords(event, labelOf)).toBe(words)
  expect(logReason(event)).toBe(reason)
})

it.each([
  ['Declined', 'declined it'],
  ['Milestone_Changed', 'changed a milestone'],
  ['Transfer_Done', 'changed the owner'],
  ['Reminded', 'reminded the recipient'],
  ['Phases_Changed', 'planned the phases'],
  ['Commitment_Changed', 'updated a promise'],
] as const)('an entry of %s of which nothing else can be read says: %s', (kind, words) => {
  expect(logWords(entry(kind, {}), labelOf)).toBe(words)
})
