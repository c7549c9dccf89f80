import { describe, expect, it } from 'vitest'
import { knownTemplates } from '#lib/handoff/shelf.ts'
import { NOW, question, section, template } from './builders.ts'

const asked = [section([question()])]
const shelved = ['1.9.0', '1.10.0', '1.2.0'].map((version) => ({
  text: JSON.stringify(template(asked, { key: 'acme', version })),
  status: 'archived' as const,
  from: 'import' as const,
  at: NOW,
}))

describe('a handoff whose version of a template is gone', () => {
  it('is read with the newest of that key, also where all of them are archived', () => {
    const known = knownTemplates({ builtIn: [], shelved })
    expect(known.offered).toEqual([])
    expect(known.of({ key: 'acme', version: '1.0.0' })?.version).toBe('1.10.0')
    expect(known.of({ key: 'acme', version: '1.2.0' })?.version).toBe('1.2.0')
  })

  it('is read with the one in use where there is one', () => {
    const [old, ...others] = shelved
    const used = old ? [{ ...old, status: 'active' as const }] : []
    const known = knownTemplates({ builtIn: [], shelved: [...others, ...used] })
    expect(known.of({ key: 'acme', version: '1.0.0' })?.version).toBe('1.9.0')
  })
})
