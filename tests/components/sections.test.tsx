import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Sections } from '#components/handoff/sections.tsx'
import type { Variant } from '#lib/handoff/variant.ts'
import { createAssessor } from '#lib/handoff/assessor.ts'
import { deal, draft, NOW, question, section, template } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const asking = template([section([question({ variants: ['enterprise'] })])], {
  variants: ['standard', 'enterprise'],
})

function sectionsIn(variant: Variant) {
  const assessment = createAssessor(asking)(draft({}, { variant }), { deal: deal(), now: NOW })
  const rest = { answers: {}, first: null, onAnswer: () => undefined }
  inSetting(<Sections template={asking} {...{ assessment, ...rest }} />)
}

describe('the questions of a draft', () => {
  it('are those of its variant', () => {
    sectionsIn('enterprise')
    expect(screen.getByRole('textbox', { name: 'Problem to solve' })).toBeDefined()
  })

  it('are said to be none where a variant asks nothing', () => {
    sectionsIn('standard')
    expect(screen.getByRole('status').textContent).toMatch(/asks nothing here/)
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
