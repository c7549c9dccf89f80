import { describe, expect, it } from 'vitest'
import { knownTemplates } from '#lib/handoff/shelf.ts'
import { shelving } from '#lib/handoff/shelving.ts'
import { builtInTemplates } from '#lib/templates/all.ts'

const known = knownTemplates({ builtIn: builtInTemplates, shelved: [] })
const nothing = { types: {}, locked: [] }

describe.each(builtInTemplates)('$key, saved as a file', (template) => {
  it('can be imported again as it is', async () => {
    const saved = JSON.stringify(template, null, 2)
    expect(await shelving(saved, known, nothing)).toMatchObject({ outcome: 'fit' })
  })

  it('needs a higher version once it says something else', async () => {
    const changed = JSON.stringify({ ...template, name: 'Ours' })
    expect(await shelving(changed, known, nothing)).toMatchObject({
      outcome: 'faulty',
      problems: [{ path: 'version' }],
    })
  })
})
