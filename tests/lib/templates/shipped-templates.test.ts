import { describe, expect, it } from 'vitest'
import type { Condition } from '#lib/handoff/condition.ts'
import { templateSchema } from '#lib/handoff/template.ts'
import type { Template } from '#lib/handoff/template.ts'
import { builtInTemplates, templateByKey } from '#lib/templates/all.ts'

const questionsOf = (template: Template) =>
  template.sections.flatMap((section) => section.questions)

function questionsNamedBy(condition: Condition): string[] {
  if ('of' in condition) return [condition.of].flat().flatMap(questionsNamedBy)
  return 'question' in condition ? [condition.question] : []
}

const conditionsOf = (template: Template): Condition[] => [
  template.appliesWhen,
  ...template.variantWhen.map(({ when }) => when),
  ...questionsOf(template).flatMap(({ requirements }) => requirements.map(({ when }) => when)),
  ...template.milestones.flatMap(({ when }) => when ?? []),
]

const referencesOf = (template: Template): string[] => [
  ...conditionsOf(template).flatMap(questionsNamedBy),
  ...template.declineReasons.flatMap(({ questions }) => questions ?? []),
]

const mappedKeysOf = (template: Template) =>
  questionsOf(template).flatMap(({ prefill }) =>
    (prefill ?? []).flatMap((source) => (source.from === 'mapped' ? source.key : [])),
  )

const repeated = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) !== at)

describe.each(builtInTemplates.map((template) => [template.key, template] as const))(
  'the shipped template %s',
  (key, template) => {
    it('follows the schema', () => {
      expect(templateSchema.parse(template)).toEqual(template)
    })

    it('survives being written as JSON', () => {
      expect(templateSchema.parse(JSON.parse(JSON.stringify(template)))).toEqual(template)
    })

    it('is found by its key', () => {
      expect(templateByKey(key)).toBe(template)
    })

    it('asks for the day from which its steps are planned, in every variant', () => {
      const planned = [...template.milestones, ...template.phases]
      if (planned.every(({ anchor }) => anchor !== 'effective')) return
      const days = questionsOf(template).filter((question) => question.key.endsWith('.effective'))
      expect(days).toMatchObject([
        { answer: { type: 'date' }, requirements: [{ severity: 'blocks-submit' }] },
      ])
      expect(days[0]?.variants).toBeUndefined()
    })

    it.each(['standard', 'enterprise'] as const)(
      'has both sides meet the customer together: %s',
      (variant) => {
        const meetings = template.milestones.filter(
          ({ kind, required, variants = [variant] }) =>
            kind === 'joint-call' && required && variants.includes(variant),
        )
        expect(meetings).not.toEqual([])
      },
    )

    it('gives every question help and an example in a sentence', () => {
      for (const { help, example } of questionsOf(template)) {
        expect(help.length).toBeGreaterThan(15)
        expect(example.length).toBeGreaterThan(4)
        expect(example).not.toBe(help)
      }
    })

    it('uses every key once', () => {
      expect(repeated(questionsOf(template).map((question) => question.key))).toEqual([])
      expect(repeated(template.sections.map((section) => section.key))).toEqual([])
      expect(repeated(template.milestones.map((milestone) => milestone.key))).toEqual([])
      expect(repeated(template.declineReasons.map((reason) => reason.code))).toEqual([])
      expect(repeated(template.checklists.map((checklist) => checklist.role))).toEqual([])
      expect(
        repeated(template.checklists.flatMap(({ items }) => items.map((item) => item.key))),
      ).toEqual([])
    })

    it('refers only to questions it has', () => {
      const keys = new Set(questionsOf(template).map((question) => question.key))
      expect(referencesOf(template).filter((reference) => !keys.has(reference))).toEqual([])
    })

    it('lists every mapped field in its mapping', () => {
      const missing = mappedKeysOf(template).filter((mapped) => !(mapped in template.mapping))
      expect(missing).toEqual([])
    })

    it('weighs a hundred in all', () => {
      expect(template.sections.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
    })

    it('sets a least length only where text is written', () => {
      const measured = questionsOf(template).filter(({ minLength }) => minLength !== undefined)
      for (const { answer } of measured) expect(['text', 'long-text']).toContain(answer.type)
    })

    it('schedules milestones and phases only for variants it has', () => {
      const variants = [...template.milestones, ...template.phases].flatMap(
        (planned) => planned.variants ?? [],
      )
      expect(variants.filter((variant) => !template.variants.includes(variant))).toEqual([])
    })
  },
)

describe('the templates together', () => {
  it('have one key each', () => {
    expect(repeated(builtInTemplates.map((template) => template.key))).toEqual([])
  })

  it('have none under an unknown key', () => {
    expect(templateByKey('nobody')).toBeUndefined()
  })
})
