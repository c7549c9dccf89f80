import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import { changeTemplate, leftOver } from '#lib/handoff/change-template.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { tierOf } from '#lib/handoff/redaction.ts'
import { tiers } from '#lib/handoff/tier.ts'
import { draft, given, question, section, template, typed } from './builders.ts'
import { templates, written } from './template-arbitraries.ts'

const variant = 'standard' as const
const words = (answer: Answer | undefined) =>
  answer?.kind === 'given' ? JSON.stringify(answer.value) : JSON.stringify(answer)

describe('a draft whose template is changed', () => {
  it('loses no answer', () => {
    fc.assert(
      fc.property(written, templates, ({ from, draft: one }, to) => {
        const { answers } = changeTemplate(one, { from, to, variant })
        const kept = new Set(Object.values(answers).map(words))
        for (const answer of Object.values(one.answers)) expect(kept).toContain(words(answer))
      }),
    )
  })

  it('stays as it is under the same template', () => {
    fc.assert(
      fc.property(written, ({ from, draft: one }) => {
        const same = changeTemplate(one, { from, to: from, variant: one.variant })
        expect(same.answers).toEqual(one.answers)
      }),
    )
  })

  it('says what it said when it is changed back', () => {
    fc.assert(
      fc.property(written, templates, ({ from, draft: one }, to) => {
        const there = changeTemplate(one, { from, to, variant })
        const back = changeTemplate(there, { from: to, to: from, variant: one.variant })
        const said = questionsOf(from).filter(({ key }) => key in one.answers)
        for (const { key } of said)
          expect(words(back.answers[key])).toEqual(words(one.answers[key]))
      }),
    )
  })

  it('shows nothing to a wider circle than before', () => {
    fc.assert(
      fc.property(written, templates, ({ from, draft: one }, to) => {
        const { answers } = changeTemplate(one, { from, to, variant })
        const questions = new Map(questionsOf(from).map((each) => [each.key, each]))
        for (const each of questionsOf(to)) {
          const after = answers[each.key]
          const before = one.answers[each.key]
          const was = questions.get(each.key)
          if (!was || !before || after?.kind !== 'given' || words(after) !== words(before)) continue
          const [now, then] = [tierOf(each, after), tierOf(was, before)]
          expect(tiers.indexOf(now)).toBeLessThanOrEqual(tiers.indexOf(then))
        }
      }),
    )
  })

  const covers = ['MEDDPICC.metrics']
  const from = template([section([question({ key: 'why.metrics', covers, tier: 'recipient' })])])
  const to = template([
    section([question({ key: 'other' }), question({ key: 'success', covers, tier: 'everyone' })]),
  ])

  it('answers the question that asks for the same in other words, in the same circle', () => {
    const one = draft({ 'why.metrics': typed('Four days instead of ten') })
    const { answers } = changeTemplate(one, { from, to, variant })
    expect(answers['success']).toEqual({
      ...typed('Four days instead of ten'),
      tier: 'recipient',
    })
    expect(answers['other']).toBeUndefined()
    expect(leftOver(to, answers)).toEqual([])
  })

  it('shows what has no question any more, unless it came from Salesforce', () => {
    const fromSalesforce = given(
      { type: 'text', text: 'Closed Won' },
      { provenance: { from: 'salesforce', label: 'Stage', asRead: 'Closed Won', readAt: '2026' } },
    )
    const one = draft({ gone: typed('Kept'), stage: fromSalesforce })
    const { answers } = changeTemplate(one, { from, to, variant })
    expect(leftOver(to, answers)).toEqual(['gone'])
    expect(answers['stage']).toEqual(fromSalesforce)
  })
})
