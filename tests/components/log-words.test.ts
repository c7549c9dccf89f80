import { expect, it } from 'vitest'
import { logReason, logWords } from '#components/packet/log-words.ts'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'

const entry = (kind: LoggedEvent['kind'], details: LoggedEvent['details']): LoggedEvent => ({
  id: 'e1',
  kind,
  actor: null,
  at: '2026-11-24T10:00:00.000Z',
  details,
})

it.each([
  {
    event: entry('Repeat_Reported', { question: 'why.pain' }),
    words: 'had to ask the customer again about “Label of why.pain”',
    reason: '',
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
    words: 'declined it',
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
    event: entry('Milestone_Changed', { meeting: 'not needed', why: 'They meet monthly.' }),
    words: 'changed a milestone',
    reason: 'They meet monthly.',
  },
  {
    event: entry('Bypassed', { questions: ['risk'], manager: 'Mara', reason: 'No time left.' }),
    words: 'sent it although something was missing in “Label of risk”; Mara stands behind it',
    reason: 'No time left.',
  },
])('the log says what $event.kind was about: $words', ({ event, words, reason }) => {
  expect(logWords(event, (question) => `Label of ${question}`)).toBe(words)
  expect(logReason(event)).toBe(reason)
})
