import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTemplate } from '#lib/handoff/template-check.ts'
import { knownTemplates } from '#lib/handoff/shelf.ts'
import { NOW } from './builders.ts'
import { wholeTemplates } from './whole-template.ts'

describe('any template', () => {
  it('is the same after it was written as JSON and read again, and lies on the shelf under its version', () => {
    fc.assert(
      fc.property(wholeTemplates, (template) => {
        fc.pre(checkTemplate(template).outcome === 'sound')
        const { key, version, status } = template
        const text = JSON.stringify(template, null, 2)
        expect(checkTemplate(JSON.parse(text))).toEqual({ outcome: 'sound', template })
        const row = { text, status, from: 'import' as const, at: NOW }
        const known = knownTemplates({ builtIn: [], shelved: [row] })
        expect(known.of({ key, version })).toEqual(template)
        expect(known.offered).toHaveLength(status === 'active' ? 1 : 0)
      }),
      { numRuns: 60 },
    )
  })
})
