import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LeftAnswers } from '#components/handoff/left-answers.tsx'
import type { Answers } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { Template } from '#lib/handoff/template.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { sdrAe } from '#lib/templates/sdr-ae.ts'
import { ana } from '../gallery/deal.ts'

afterEach(cleanup)

const at = '2026-11-23T10:00:00.000Z'

const said = (text: string): Answers[string] => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by: ana,
  at,
})

const own: Question = {
  key: 'own.goal',
  label: 'Our own goal',
  help: 'Help.',
  example: 'Example.',
  answer: { type: 'number' },
  tier: 'everyone',
  requirements: [],
}

const bare: Template = {
  ...sdrAe,
  sections: [{ key: 'own', title: 'Own', weight: 1, questions: [own] }],
}

describe('answers without a question', () => {
  it.each([
    { key: 'deal.nonstandard', heading: 'Non-standard terms and discounts' },
    { key: 'deal.nonstandard_was_was', heading: 'Non-standard terms and discounts' },
    { key: 'own.goal_was', heading: 'Our own goal' },
    { key: 'somebody.elses', heading: 'somebody.elses' },
  ])('of $key stand under “$heading”', ({ key, heading }) => {
    render(
      <LeftAnswers template={bare} known={[aeCsm]} answers={{ [key]: said('Twelve months') }} />,
    )
    expect(screen.getByRole('term').textContent).toBe(heading)
    expect(screen.getByRole('definition').textContent).toBe('Twelve months')
  })

  it('are called as the company’s own template calls them, also where Segue has the same question', () => {
    const asked = { ...own, key: 'deal.nonstandard', label: 'Our terms' }
    const sections = [{ key: 'own', title: 'Own', weight: 1, questions: [asked] }]
    const known = [aeCsm, { ...aeCsm, sections }]
    render(<LeftAnswers template={bare} known={known} answers={{ [asked.key]: said('Net 60') }} />)
    expect(screen.getByRole('term').textContent).toBe('Our terms')
  })
})
