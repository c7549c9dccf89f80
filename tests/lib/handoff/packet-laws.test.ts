import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import { answerLines } from '#lib/handoff/answer-lines.ts'
import { changesSince } from '#lib/handoff/brief-changes.ts'
import type { Chapter } from '#lib/handoff/brief-source.ts'
import { packetSchema } from '#lib/handoff/handoff.ts'
import { packetLength } from '#lib/handoff/packet.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { Template } from '#lib/handoff/template.ts'
import { variants } from '#lib/handoff/variant.ts'
import { storedJson } from '#lib/salesforce/literal-text.ts'
import { answersTo, shippedTemplates } from './packet-arbitrary.ts'

type Variant = Chapter['packet']['variant']
const chapterOf = (
  template: Template,
  variant: Variant,
  answers: Readonly<Record<string, Answer>>,
): Chapter => {
  const { key, version } = template
  return { template, packet: { v: 1, template: { key, version }, variant, answers }, name: 'HO-1' }
}

/** Two handoffs of one template, one after the other. */
const pairs = shippedTemplates.chain((template) =>
  fc
    .record({
      one: answersTo(template),
      other: answersTo(template),
      variant: fc.constantFrom(...variants),
    })
    .map(({ one, other, variant }) => ({
      one: chapterOf(template, variant, one),
      other: chapterOf(template, variant, other),
    })),
)

const textsOf = ({ packet }: Chapter, question: Parameters<typeof answerLines>[0]) =>
  answerLines(question, packet.answers[question.key]).map(({ text }) => text)

describe('what has changed since the handoff before', () => {
  it('is nothing between a handoff and itself', () => {
    fc.assert(
      fc.property(pairs, ({ one }) => {
        expect(changesSince(one, one)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('lies in the same questions read either way, and leaves nothing out', () => {
    fc.assert(
      fc.property(pairs, ({ one, other }) => {
        const said = questionsOf(one.template).filter(
          (question) => textsOf(one, question).length > 0 && textsOf(other, question).length > 0,
        )
        const [there, back] = [changesSince(one, other), changesSince(other, one)]
        for (const question of said) {
          const told = there.filter((line) => line.question === question.key)
          expect(told.length > 0).toBe(back.some((line) => line.question === question.key))
          const [before, after] = [textsOf(one, question), textsOf(other, question)]
          const differing = [
            ...after.filter((text) => !before.includes(text)),
            ...before.filter((text) => !after.includes(text)),
          ]
          for (const text of differing)
            expect(told.some((line) => line.text.includes(text))).toBe(true)
          expect(told.length > 0).toBe(differing.length > 0)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a packet as Salesforce stores it', () => {
  it('is the same when it is read again, as long as was foreseen, and holds nothing that a call would replace', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('', '@{', '{@{deal.Id}}'), ({ one }, more) => {
        const packet = { ...one.packet, template: { ...one.packet.template, key: `k${more}` } }
        const stored = storedJson(packet)
        expect(stored).not.toContain('@{')
        expect(packetSchema.parse(JSON.parse(stored))).toEqual(packet)
        expect(packetLength(packet)).toBe(JSON.stringify(packet).length)
      }),
      { numRuns: 40 },
    )
  })
})
