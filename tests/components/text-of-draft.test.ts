import { expect, it } from 'vitest'
import { textOfDraft } from '#components/handoff/text-of-draft.ts'
import {
  NOW,
  ana,
  ben,
  draft,
  given,
  question,
  section,
  template,
} from '../lib/handoff/builders.ts'

it('what is copied of a draft reads as people write, and leaves out nothing that was written', () => {
  const asked = template([
    section([
      question({ key: 'day', label: 'By when', answer: { type: 'date' } }),
      question({ key: 'worth', label: 'Yearly value', answer: { type: 'currency' } }),
      question({ key: 'open', label: 'Open cases' }),
      question({ key: 'tech', label: 'Technology' }),
      question({ key: 'left', label: 'Left' }),
    ]),
  ])
  const signed = { evidence: [], by: ana, at: NOW }
  const pinned = {
    id: 'e1',
    kind: 'call' as const,
    title: 'Kickoff call',
    recordId: '',
    at: '',
    url: '',
  }
  const answers = {
    day: given(
      { type: 'date', date: '2026-06-15' },
      { evidence: [{ ...pinned, quote: 'By June' }] },
    ),
    worth: given({ type: 'currency', amount: 262_000, currency: 'EUR' }),
    open: { kind: 'unknown-asked' as const, who: 'Ben Bauer', until: '2026-06-16', ...signed },
    tech: { kind: 'not-applicable' as const, why: 'They buy services', ...signed },
  }
  expect(
    textOfDraft(asked, draft(answers, { bypass: { reason: 'The customer waits', manager: ben } })),
  ).toBe(
    [
      'By when\n15 June 2026\nKickoff call: By June',
      'Yearly value\n262,000 EUR',
      'Open cases\nBen Bauer, 16 June 2026',
      'Technology\nThey buy services',
      'The customer waits',
    ].join('\n\n'),
  )
})
