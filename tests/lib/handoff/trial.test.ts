import { describe, expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import { hurdlesOf } from '#lib/handoff/trial.ts'
import { deal, draft, NOW, question, section, template, typed } from './builders.ts'

const needed = (key: string, over: Parameters<typeof question>[0] = {}) =>
  question({
    key,
    label: key,
    requirements: [{ severity: 'blocks-submit', when: { when: 'always' } }],
    ...over,
  })

const circumstances = { deal: deal(), now: NOW }

describe('what a draft would meet as it is', () => {
  it('is each question once, with the gravest that it stands in the way of', () => {
    const accept = needed('why.later', {
      requirements: [{ severity: 'blocks-accept', when: { when: 'always' } }],
    })
    const one = template([section([needed('why.pain'), needed('why.now'), accept])])
    const blank = draft({ 'why.now': typed('Their depot opens in June, and nothing is planned.') })
    expect(hurdlesOf(one, assess(one, blank, circumstances).findings)).toEqual([
      { question: 'why.pain', label: 'why.pain', severity: 'blocks-submit' },
      { question: 'why.later', label: 'why.later', severity: 'blocks-accept' },
    ])
  })

  it('is not who takes over, whom nobody has chosen yet', () => {
    const one = template([section([question()])])
    expect(
      hurdlesOf(one, assess(one, draft({}, { recipient: null }), circumstances).findings),
    ).toEqual([])
  })

  it('is judged by the formulas of the template', async () => {
    const above = (limit: number) =>
      needed('why.pain', {
        requirements: [
          {
            severity: 'blocks-submit',
            when: { when: 'formula', formula: `Amount > ${limit}` },
          },
        ],
      })
    const met = async (limit: number) => {
      const one = template([section([above(limit)])])
      const formulas = await formulasFor(one, { 'Opportunity.Amount': 'currency' })
      return hurdlesOf(one, assess(one, draft(), { ...circumstances, formulas }).findings)
    }
    expect(await met(50_000)).toHaveLength(1)
    expect(await met(70_000)).toEqual([])
  })
})
