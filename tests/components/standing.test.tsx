import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Standing } from '#components/packet/standing.tsx'
import { ben, handoff, mara, NOW } from '../lib/handoff/builders.ts'

afterEach(cleanup)

const said = { decisionComment: 'No room until May.' }

it.each([
  { status: 'declined', shown: true },
  { status: 'submitted', shown: false },
] as const)('what was said with a decision stands with it: $status', ({ status, shown }) => {
  const given = handoff({ status, ...said })
  const formats = { locale: 'en-GB', timeZone: 'UTC' }
  render(<Standing handoff={given} template={undefined} formats={formats} now={Date.now()} />)
  expect(screen.queryByText(said.decisionComment) !== null).toBe(shown)
})

it('the clock of a decision is later by the time in which the sender owed an answer, as in the inbox', () => {
  const asked = {
    id: 'c1',
    kind: 'clarification',
    question: 'deal.stage',
    section: null,
    body: 'Since when?',
    author: ben,
    writtenAt: '2026-03-10T10:00:00.000Z',
    dueAt: null,
    resolvedAt: '2026-03-12T10:00:00.000Z',
    resolvedBy: null,
    inReplyTo: null,
  } as const
  const given = handoff({
    status: 'submitted',
    incoming: ben,
    submittedAt: '2026-03-10T09:00:00.000Z',
    dueAt: '2026-03-12T09:00:00.000Z',
    comments: [asked],
  })
  const now = Date.parse('2026-03-12T12:00:00.000Z')
  const shown = { template: undefined, formats: { locale: 'en-GB', timeZone: 'UTC' }, now }
  const shownClock = () => screen.getByText(/^Decision/).textContent
  const { rerender } = render(<Standing handoff={given} {...shown} />)
  expect(shownClock()).toMatch(/^Decision due in 13 business hours · Fri 13 Mar/)
  const others = { ...given, comments: [{ ...asked, author: mara }] }
  rerender(<Standing handoff={others} {...shown} />)
  expect(shownClock()).toMatch(/^Decision late by 3 business hours · Thu 12 Mar/)
})

it('a reason that only the recipient’s newer template knows is called as the recipient read it', () => {
  const reasons = { reasons: ['NEWREASON'], labels: ['No capacity'] }
  const declined = { id: 'e1', kind: 'Declined', actor: ben, at: NOW, details: reasons } as const
  const given = handoff({
    status: 'declined',
    declineReasons: ['NEWREASON', 'SET_BY_HAND'],
    events: [declined],
  })
  const formats = { locale: 'en-GB', timeZone: 'UTC' }
  render(<Standing handoff={given} template={undefined} formats={formats} now={Date.now()} />)
  expect(screen.getByText(/^Reasons/).textContent).toBe('Reasons: No capacity; SET_BY_HAND')
})

it.each([
  { until: '2026-03-13', words: 'Declined: rests for now', outcome: /^It rests until/ },
  { until: '2026-03-12', words: 'Declined: the rest is over', outcome: /^It was to rest until/ },
])('what rests until $until is “$words” on 12 March', ({ until, words, outcome }) => {
  const back = { declineOutcome: 'recycle', recycleUntil: until } as const
  const given = handoff({ status: 'declined', ...back })
  const now = Date.parse('2026-03-12T12:00:00.000Z')
  const formats = { locale: 'en-GB', timeZone: 'UTC' }
  render(<Standing handoff={given} template={undefined} formats={formats} now={now} />)
  expect(screen.getByText(words)).toBeDefined()
  expect(screen.getByText(outcome)).toBeDefined()
})
