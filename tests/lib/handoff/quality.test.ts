import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import { qualityScore } from '#lib/handoff/score.ts'
import { deal, draft, NOW, question, section, template, typed } from './builders.ts'
import { written } from './template-arbitraries.ts'

const circumstances = { deal: deal(), now: NOW }

it('quality is never above the score, and as much where nothing is to be said', () => {
  fc.assert(
    fc.property(written, ({ from, draft: one }) => {
      const assessment = assess(from, one, circumstances)
      const quality = qualityScore(from, assessment)
      expect(quality).toBeGreaterThanOrEqual(0)
      expect(quality).toBeLessThanOrEqual(Math.round(assessment.score * 100))
      const questions = Object.fromEntries(
        Object.entries(assessment.questions).map(([key, each]) => [key, { ...each, findings: [] }]),
      )
      const spotless = qualityScore(from, { ...assessment, questions })
      expect(spotless).toBe(Math.round(assessment.score * 100))
    }),
  )
})

it('a thin answer counts for completeness, and not for quality', () => {
  const always = { when: 'always' } as const
  const asked = template([
    section([
      question({ key: 'a', requirements: [{ severity: 'blocks-submit', when: always }] }),
      question({
        key: 'b',
        minLength: 80,
        requirements: [{ severity: 'blocks-submit', when: always }],
      }),
    ]),
  ])
  const thin = draft({
    a: typed('They lose nine days at each close of a month.'),
    b: typed('Nine days.'),
  })
  const assessment = assess(asked, thin, circumstances)
  expect(assessment.score).toBe(1)
  expect(qualityScore(asked, assessment)).toBe(50)
})
