import { expect, it } from 'vitest'
import { textOfDraft } from '#components/handoff/text-of-draft.ts'
import { NOW, ana, draft, given, question, section, template } from '../lib/handoff/builders.ts'

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
  const answers = {
    day: given({ type: 'date', date: '2026-06-15' }),
    worth: given({ type: 'currency', amount: 262_000, currency: 'EUR' }),
    open: { kind: 'unknown-asked' as const, who: 'Ben Bauer', until: '2026-06-16', ...signed },
    tech: { kind: 'not-applicable' as const, why: 'They buy services', ...signed },
  }
  expect(textOfDraft(asked, draft(answers))).toBe(
    [
      'By when\n15 June 2026',
      'Yearly value\n262,000 EUR',
      'Open cases\nBen Bauer, 16 June 2026',
      'Technology\nThey buy services',
    ].join('\n\n'),
  )
})
