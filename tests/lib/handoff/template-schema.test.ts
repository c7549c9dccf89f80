import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createFormulaEngine } from '#lib/handoff/sformula-engine.ts'
import { checkTemplate } from '#lib/handoff/template-check.ts'
import { formulaQuestions } from '#lib/handoff/template-formulas.ts'
import { templateJsonSchema } from '#lib/handoff/template-json-schema.ts'
import { builtInTemplates } from '#lib/templates/all.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

describe('the JSON Schema for editors', () => {
  it('is in step with the schema that the extension checks with', () => {
    const made: unknown = JSON.parse(JSON.stringify(templateJsonSchema()))
    expect(read('lib/templates/template.schema.json')).toEqual(made)
  })

  it('names conditions and questions', () => {
    expect(templateJsonSchema()).toMatchObject({
      $defs: { condition: {}, question: {} },
      additionalProperties: false,
    })
  })
})

describe('a shipped template', () => {
  it.each([...builtInTemplates])('$key has nothing wrong with it', (template) => {
    const engine = createFormulaEngine({ questions: formulaQuestions(template) })
    const checked = checkTemplate(JSON.parse(JSON.stringify(template)), engine)
    expect(checked).toEqual({ outcome: 'sound', template })
  })
})

it('a decline reason with a code in small letters is told how codes are spelled', () => {
  const declineReasons = [{ code: 'no budget', label: 'No budget', goesTo: 'sender' }]
  expect(checkTemplate({ ...builtInTemplates[0], declineReasons })).toMatchObject({
    problems: [
      {
        path: 'declineReasons[0].code',
        sentence: expect.stringContaining('codes are like NO_BUDGET'),
      },
    ],
  })
})
