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

  it.each(['constructor', 'toString', 'hasOwnProperty'])(
    'with a question by the key “%s”, which would count as answered before anybody has',
    (key) => {
      const sentence = `“${key}” cannot be a key. Add a word to it, such as “the.${key}”.`
      expect(problemsOf({ key })).toEqual([{ path: 'sections[0].questions[0].key', sentence }])
    },
  )

  it.each(['price_was', 'why.pain_was_was'])(
    'with a question by the key “%s”, under which an answer of another one would wait',
    (key) => {
      const sentence = `“${key}” cannot be a key: answers that no question takes any longer wait under keys that end in “_was”.`
      expect(problemsOf({ key })).toEqual([{ path: 'sections[0].questions[0].key', sentence }])
    },
  )

  it.each(['prämie', 'Premium', 'the premium'])(
    'with a question by the key “%s”, and the sentence says of which letters keys are',
    (key) => {
      const [problem] = problemsOf({ key })
      expect(problem?.path).toBe('sections[0].questions[0].key')
      expect(problem?.sentence).toMatch(/letters a to z, digits and dots, the first .* small/)
    },
  )

  it('with a section, or a rating by such a key', () => {
    const key = 'constructor'
    const whole = { ratingAxes: [{ key, label: 'How was it?' }] }
    expect(problemsOf({}, whole)).toMatchObject([{ path: 'ratingAxes[0].key' }])
    expect(problemsOf({}, { sections: [section([question({})], { key })] })).toMatchObject([
      { path: 'sections[0].key' },
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
