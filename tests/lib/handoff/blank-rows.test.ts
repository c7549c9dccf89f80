import { describe, expect, it } from 'vitest'
import { answerLines } from '#lib/handoff/answer-lines.ts'
import { fullBrief } from '#lib/handoff/brief.ts'
import { assess } from '#lib/handoff/completeness.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { rowKinds, type RowKind } from '#lib/handoff/rows.ts'
import { valueOfRows } from '#lib/handoff/row-shape.ts'
import { summary } from '#lib/handoff/summary.ts'
import { saysSomething } from '#lib/handoff/value-text.ts'
import { ana, ben, deal, draft, given, NOW, question, section, template } from './builders.ts'

const blankOf = (type: RowKind) => given(valueOfRows(type, [emptyRow(type, 'r1')]))
const about = {
  opportunityName: 'New business',
  accountName: 'Harbor Foods',
  amount: null,
  currency: 'EUR',
  outgoing: ana,
  incoming: ben,
}

describe.each(rowKinds)('a row of %s that somebody has added and left', (type) => {
  const asked = question({ key: 'list', label: 'A list', answer: { type }, brief: 'success' })
  const from = template([section([asked])])
  const answers = { list: blankOf(type) }

  it('is no answer', () => {
    expect(saysSomething(answers.list)).toBe(false)
    const { questions, inScope } = assess(from, draft(answers), { deal: deal(), now: NOW })
    expect([questions['list']?.answered, inScope]).toEqual([false, 0])
  })

  it('is read by nobody', () => {
    expect(answerLines(asked, answers.list)).toEqual([])
    const packet = { v: 1, template: from, variant: 'standard', answers } as const
    const source = { template: from, packet, name: 'HO-1', about }
    expect(fullBrief(source, 'recipient').parts).toEqual([])
    expect(summary(source, 'recipient')).not.toContain('A list')
  })
})

it('a row that says anything is told, also where its first words are missing, and one beside it that says nothing is not', () => {
  const asked = question({ answer: { type: 'successCriteria' } })
  const rows = [
    { ...emptyRow('successCriteria', 'r1'), target: 'Four days' },
    emptyRow('successCriteria', 'r2'),
  ]
  expect(answerLines(asked, given({ type: 'successCriteria', rows }))).toMatchObject([
    { row: 'r1', text: 'target Four days; our assumption' },
  ])
})
