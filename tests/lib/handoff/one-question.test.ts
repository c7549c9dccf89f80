import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import { questionForNow } from '#lib/handoff/one-question.ts'
import { severities } from '#lib/handoff/severity.ts'
import { deal, draft, NOW, question, section, template } from './builders.ts'
import { written } from './template-arbitraries.ts'

const terms = { deal: deal(), now: NOW }
const always = { when: 'always' } as const
const blocks = [{ severity: 'blocks-submit' as const, when: always }]
const warns = [{ severity: 'warns' as const, when: always }]

describe('the one question for now', () => {
  const from = template([
    section([question({ key: 'a', requirements: warns })], { key: 'first', weight: 9 }),
    section(
      [
        question({ key: 'b', requirements: blocks }),
        question({ key: 'c', requirements: blocks }),
        question({ key: 'd', requirements: blocks }),
      ],
      { key: 'second', weight: 3 },
    ),
    section([question({ key: 'e', requirements: blocks })], { key: 'third', weight: 2 }),
  ])
  const now = (putOff: readonly string[]) =>
    questionForNow(from, assess(from, draft(), terms), new Set(putOff))?.question

  it('blocks before it weakens, then brings the handoff furthest, then comes first', () => {
    const order = ['e', 'b', 'c', 'd', 'a']
    expect(order.map((_, place) => now(order.slice(0, place)))).toEqual(order)
    expect(now(order)).toBeUndefined()
  })

  it('is always one that is missing and was not put off, and none stands before it', () => {
    fc.assert(
      fc.property(
        written,
        fc.infiniteStream(fc.boolean()),
        ({ from: asking, draft: one }, coins) => {
          const assessment = assess(asking, one, terms)
          const missing = Object.values(assessment.questions)
            .filter(({ satisfied, findings }) => !satisfied && findings.length > 0)
            .map(({ key }) => key)
          const putOff = new Set(missing.filter(() => coins.next().value))
          const chosen = questionForNow(asking, assessment, putOff)
          const left = missing.filter((key) => !putOff.has(key))
          const key = chosen?.question ?? null
          expect(left.length === 0 ? [null] : left).toContain(key)
          const rank = (of: string) =>
            Math.min(
              ...assessment.findings
                .filter((finding) => finding.question === of)
                .map(({ severity }) => severities.indexOf(severity)),
            )
          expect(rank(key ?? '')).toBe(Math.min(...left.map(rank)))
        },
      ),
    )
  })
})
