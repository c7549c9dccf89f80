import { describe, expect, it } from 'vitest'
import { methodologyCoverage } from '#lib/handoff/methodology.ts'
import { templateSchema } from '#lib/handoff/template.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { coverage } from '#lib/templates/coverage.ts'
import { packs, withMethodology } from '#lib/templates/packs.ts'

const packNames = ['MEDDPICC', 'MEDDIC', 'BANT', 'SPICED'] as const

const pairs = builtInTemplates.flatMap((template) =>
  packNames.map((pack) => ({ key: template.key, pack, template })),
)

describe('a methodology', () => {
  it.each(pairs)('$pack on $key has a question for each letter', ({ template, pack }) => {
    const switched = withMethodology(template, pack)
    expect(templateSchema.parse(switched)).toEqual(switched)
    const [covered] = methodologyCoverage(switched, { answers: {}, variant: 'enterprise' })
    expect(covered?.letters.map(({ key }) => key).toSorted()).toEqual(
      packs[pack].map(({ name }) => `${pack}.${name}`).toSorted(),
    )
  })

  it.each(pairs)('$pack on $key adds no key twice', ({ template, pack }) => {
    const { sections } = withMethodology(withMethodology(template, pack), pack)
    const keys = sections.flatMap(({ questions }) => questions.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(sections.map(({ key }) => key)).size).toBe(sections.length)
  })

  it('can be switched off', () => {
    for (const template of builtInTemplates) {
      expect(withMethodology(template, null).methodology).toEqual([])
    }
  })

  it('has letters that subjects of questions name', () => {
    const letters = packNames.flatMap((pack) => packs[pack].map(({ name }) => `${pack}.${name}`))
    expect(Object.values(coverage).flat().toSorted()).toEqual(letters.toSorted())
  })
})
