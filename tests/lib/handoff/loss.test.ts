import { describe, expect, it } from 'vitest'
import type { Answer, Value } from '#lib/handoff/answer.ts'
import { isLoss } from '#lib/handoff/loss.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import { ana, ben } from './builders.ts'

const signed = { by: ana, at: '2026-11-23T10:00:00.000Z' }
const typed = (value: Value): Answer => ({
  kind: 'given',
  value,
  provenance: { from: 'typed' },
  evidence: [],
  ...signed,
})
const person: Value = { type: 'person', userId: ana.userId, name: ana.name }
const other: Value = { type: 'person', userId: ben.userId, name: ben.name }
const dana = { ...noContact, name: 'Dana Cole' }
const ivo = { ...noContact, name: 'Ivo Brandt' }
const words: Value = { type: 'text', text: 'Call them' }
const theirs: Answer = {
  kind: 'given',
  value: { type: 'text', text: 'Mail them' },
  provenance: {
    from: 'salesforce',
    label: 'Next Step',
    asRead: 'Mail them',
    readAt: signed.at,
  },
  evidence: [],
  ...signed,
}

describe('an answer', () => {
  it.each([
    { what: 'a person who is taken away', before: typed(person), next: null, lost: true },
    { what: 'a person who is replaced', before: typed(person), next: typed(other), lost: true },
    { what: 'a contact who is replaced', before: typed(dana), next: typed(ivo), lost: true },
    {
      what: 'a contact of whom more is said',
      before: typed(dana),
      next: typed({ ...dana, note: 'Direct' }),
      lost: false,
    },
    { what: 'text that is deleted in its box', before: typed(words), next: null, lost: false },
    { what: 'text that Salesforce’s replaces', before: typed(words), next: theirs, lost: true },
    { what: 'text that is typed on', before: theirs, next: typed(words), lost: false },
    { what: 'nothing that is answered', before: undefined, next: typed(words), lost: false },
    {
      what: 'a reason why it does not apply, answered after all',
      before: { kind: 'not-applicable', why: 'They have no IT', ...signed } as const,
      next: null,
      lost: true,
    },
    {
      what: 'an empty reason, answered after all',
      before: { kind: 'not-applicable', why: '', ...signed } as const,
      next: null,
      lost: false,
    },
  ])('$what can be undone: $lost', ({ before, next, lost }) => {
    expect(isLoss(before, next)).toBe(lost)
  })
})
