import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Draft } from '#lib/handoff/draft.ts'
import { spliceBetween } from '#lib/handoff/splice.ts'
import { answered, withRetyped } from '#lib/storage/draft-changes.ts'
import { draft, given, NOW } from '../handoff/builders.ts'

const written = (text: string) => given({ type: 'text', text })

/** One change in one of two tabs: a text for a question, sent whole or as what was typed within it. */
const changes = fc.array(
  fc.record({
    tab: fc.constantFrom('one', 'other'),
    question: fc.constantFrom('a', 'b', 'c'),
    text: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
    isWithin: fc.boolean(),
  }),
  { maxLength: 20 },
)

interface Known {
  readonly question: string
  readonly text: string
  readonly since: { readonly revision: number; readonly savedAt: string }
}

it('a draft edited in two tabs holds the last word on each question, whichever tab it came from', () => {
  fc.assert(
    fc.property(changes, (all) => {
      let stored: Draft = draft()
      const last = new Map<string, string>()
      const known = new Map<string, Known>()
      for (const [at, { tab, question, text, isWithin }] of all.entries()) {
        const savedAt = new Date(Date.parse(NOW) + at * 1000).toISOString()
        const before = known.get(tab)
        const change = { draftKey: stored.key, question, answer: written(text) }
        const retyping = before?.question === question &&
          isWithin && {
            question,
            since: before.since,
            splice: spliceBetween(before.text, text),
            at: savedAt,
          }
        const within = retyping ? withRetyped(stored, retyping, savedAt) : null
        const next: Draft = within ?? answered(stored, change, savedAt)
        expect(next.revision).toBe(stored.revision + 1)
        stored = next
        last.set(question, text)
        known.set(tab, { question, text, since: { revision: next.revision, savedAt } })
      }
      const texts = Object.entries(stored.answers).map(([key, answer]) => [
        key,
        answer.kind === 'given' && answer.value.type === 'text' ? answer.value.text : null,
      ])
      expect(new Map(texts.map(([key, text]) => [String(key), text]))).toEqual(last)
    }),
  )
})
