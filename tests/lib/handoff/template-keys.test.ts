import { describe, expect, it } from 'vitest'
import type { Question } from '#lib/handoff/question.ts'
import { checkTemplate } from '#lib/handoff/template-check.ts'
import type { Template } from '#lib/handoff/template.ts'
import { question, section, template } from './builders.ts'

const problemsOf = (over: Partial<Question>, whole: Partial<Template> = {}) => {
  const checked = checkTemplate(template([section([question(over)])], whole))
  return checked.outcome === 'faulty' ? checked.problems : []
}

describe('a template is refused', () => {
  it('with a choice that a picklist offers twice', () => {
    const options = ['A', 'B'].map((label) => ({ value: 'a', label }))
    const at = 'sections[0].questions[0].answer.options'
    expect(problemsOf({ answer: { type: 'picklist', options } })).toEqual([
      { path: `${at}[1].value`, sentence: `The option “a” stands at ${at}[0].value already.` },
    ])
  })

  it('with two reasons to decline of the same code', () => {
    const declineReasons = ['A', 'B'].map((label) => ({
      code: 'X',
      label,
      goesTo: 'sender' as const,
    }))
    expect(problemsOf({}, { declineReasons })).toMatchObject([{ path: 'declineReasons[1].code' }])
  })
})
