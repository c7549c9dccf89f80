import { cleanup, screen, within } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { WhatCounts } from '#components/handoff/what-counts.tsx'
import { assess } from '#lib/handoff/completeness.ts'
import { sharesOfScore } from '#lib/handoff/score-shares.ts'
import { deal, draft, NOW, question, section, template, typed } from '../lib/handoff/builders.ts'
import { written } from '../lib/handoff/template-arbitraries.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const circumstances = { deal: deal(), now: NOW }
const demanded = (severity: 'blocks-submit' | 'blocks-accept' | 'warns') => [
  { severity, when: { when: 'always' as const } },
]

const asked = template([
  section(
    [
      question({ key: 'why', label: 'Why they buy', requirements: demanded('blocks-submit') }),
      question({ key: 'who', label: 'Who decides', requirements: demanded('blocks-accept') }),
      question({ key: 'pets', label: 'Their pets', requirements: [] }),
    ],
    { key: 'people', title: 'People', weight: 3 },
  ),
  section([question({ key: 'risk', label: 'Risks', requirements: demanded('warns') })], {
    key: 'risks',
    title: 'Risks and unknowns',
    weight: 1,
  }),
])

const shown = (given: Parameters<typeof draft>[0]) => {
  const assessment = assess(asked, draft(given), circumstances)
  inSetting(<WhatCounts template={asked} assessment={assessment} />)
  return (name: string) =>
    within(screen.getByRole('region', { name, hidden: true }))
      .getAllByRole('listitem', { hidden: true })
      .map(({ textContent }) => textContent)
}

it('everything that counts is listed, done or not, with what demands it', () => {
  const lines = shown({ why: typed('They lose two days at each close of a month.') })
  expect(lines('People')).toEqual([
    'Done: Why they buy needed before you submit',
    'Missing: Who decides needed before it is accepted',
  ])
  expect(lines('Risks and unknowns')).toEqual(['Missing: Risks worth adding'])
})

it('what is answered without being asked for counts too', () => {
  const lines = shown({ pets: typed('Two dogs, and a parrot that speaks.') })
  expect(lines('People')).toContain('Done: Their pets added by you')
})

it('each section tells its share of the score', () => {
  shown({})
  const told = screen.getAllByText(/of the score$/).map(({ textContent }) => textContent)
  expect(told).toEqual(['0 of 2 · 75% of the score', '0 of 1 · 25% of the score'])
})

it('the shares of the sections, each with what is done of it, add up to the score', () => {
  fc.assert(
    fc.property(written, ({ from, draft: one }) => {
      const { score, sections } = assess(from, one, circumstances)
      const shares = sharesOfScore(from, sections)
      const all = shares.reduce((sum, share) => sum + share, 0)
      const reached = shares.reduce((sum, share, at) => sum + share * (sections[at]?.score ?? 0), 0)
      // Where nothing counts, nothing is left to do.
      expect(all === 0 ? 1 : reached).toBeCloseTo(score, 9)
    }),
  )
})
