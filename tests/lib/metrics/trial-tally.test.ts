import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { severities } from '#lib/handoff/severity.ts'
import { blockingIn, tally, type TriedDeal } from '#lib/metrics/trial-tally.ts'

const hurdle = (question: string, severity: (typeof severities)[number]) => ({
  question,
  label: question.toUpperCase(),
  severity,
})

const deal = (name: string, ...hurdles: TriedDeal['hurdles']): TriedDeal => ({
  opportunityId: name,
  name,
  hurdles,
})

describe('the tally of a template on past deals', () => {
  it('counts the deals that each question would have stopped, the worst first', () => {
    const one = deal('one', hurdle('why', 'blocks-submit'), hurdle('who', 'blocks-submit'))
    const two = deal('two', hurdle('who', 'blocks-submit'), hurdle('why', 'warns'))
    const three = deal('three', hurdle('how', 'blocks-accept'))
    expect(tally([one, two, three])).toEqual({
      ready: [three],
      blocking: [
        { question: 'who', label: 'WHO', deals: [one, two] },
        { question: 'why', label: 'WHY', deals: [one] },
      ],
      milder: [
        { question: 'why', label: 'WHY', deals: [two] },
        { question: 'how', label: 'HOW', deals: [three] },
      ],
    })
  })

  it('of no deals says nothing', () => {
    expect(tally([])).toEqual({ ready: [], blocking: [], milder: [] })
  })

  const hurdles = fc.uniqueArray(
    fc.record({
      question: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
      label: fc.constant('Label'),
      severity: fc.constantFrom(...severities),
    }),
    { selector: ({ question }) => question },
  )
  const deals = fc
    .array(hurdles, { maxLength: 20 })
    .map((all) => all.map((each, at) => deal(String(at), ...each)))

  it('accounts for every deal and every hurdle once', () => {
    fc.assert(
      fc.property(deals, (all) => {
        const { ready, blocking, milder } = tally(all)
        const stopped = new Set(blocking.flatMap((obstacle) => obstacle.deals))
        expect(ready.length + stopped.size).toBe(all.length)
        expect(ready.some((one) => stopped.has(one))).toBe(false)
        const counted = [...blocking, ...milder].reduce((sum, each) => sum + each.deals.length, 0)
        expect(counted).toBe(all.reduce((sum, each) => sum + each.hurdles.length, 0))
        expect(blocking.reduce((sum, each) => sum + each.deals.length, 0)).toBe(
          all.reduce((sum, each) => sum + blockingIn(each).length, 0),
        )
      }),
    )
  })

  it('names each question once, with as many deals as the one before it or fewer', () => {
    fc.assert(
      fc.property(deals, (all) => {
        for (const part of [tally(all).blocking, tally(all).milder]) {
          const counts = part.map((each) => each.deals.length)
          expect(counts).toEqual(counts.toSorted((one, other) => other - one))
          expect(new Set(part.map(({ question }) => question)).size).toBe(part.length)
        }
      }),
    )
  })
})
