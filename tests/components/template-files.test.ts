import { describe, expect, it } from 'vitest'
import { templateFiles } from '#components/hooks/template-files.ts'
import { builtInTemplates } from '#lib/templates/all.ts'

describe('the templates a surface loads', () => {
  it('are all that are built in', () => {
    expect(Object.keys(templateFiles).toSorted()).toEqual(
      builtInTemplates.map(({ key }) => key).toSorted(),
    )
  })

  it.each(builtInTemplates)('$key is found under its own key', async (template) => {
    expect(await templateFiles[template.key]?.()).toBe(template)
  })
})
