import { describe, expect, it } from 'vitest'
import type { QuestionAssessment } from '#lib/handoff/assessment.ts'
import { gateBlanks } from '#lib/handoff/gate-blanks.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { templateByKey } from '#lib/templates/all.ts'

function territory() {
  const template = templateByKey('territory')
  if (!template) throw new Error('no such template')
  return template
}

/** How a question stands that blocks and was not answered. */
const open = (key: string, changes: Partial<QuestionAssessment> = {}) =>
  [
    key,
    {
      key,
      section: '',
      asked: true,
      demand: { severity: 'blocks-submit', atLeast: 1 },
      answered: false,
      satisfied: false,
      inScope: true,
      findings: [],
      ...changes,
    },
  ] satisfies [string, QuestionAssessment]

const blanksOf = (...standing: readonly (readonly [string, QuestionAssessment])[]) =>
  gateBlanks(territory(), { questions: Object.fromEntries(standing) }).map(({ key }) => key)

describe('what a record leaves open at the gates', () => {
  it('is not what was answered, only warns, is not asked, or is for the manager to say', () => {
    expect(
      blanksOf(
        open('first3'),
        open('advice', { satisfied: true }),
        open('status', { demand: { severity: 'warns', atLeast: 1 } }),
        open('momentum', { asked: false }),
        open('unfinished', { demand: null }),
        open('reason'),
        open('reason.effective'),
      ),
    ).toEqual(['first3'])
  })

  it('takes a question of each section in turn, the weightiest section first', () => {
    const template = territory()
    const everything = questionsOf(template).map(({ key }) => open(key))
    const blanks = gateBlanks(template, { questions: Object.fromEntries(everything) })
    const sections = blanks.map(({ section }) => section)
    const weighed = template.sections
      .toSorted((one, other) => other.weight - one.weight)
      .map(({ title }) => title)
      .filter((title) => sections.includes(title))
    expect(sections.slice(0, weighed.length)).toEqual(weighed)
    expect(new Set(blanks.map(({ key }) => key)).size).toBe(blanks.length)
  })
})
