import { describe, expect, it } from 'vitest'
import { answerLines } from '#lib/handoff/answer-lines.ts'
import { mailLink } from '#lib/handoff/mail-link.ts'
import { escapeMarkdown } from '#lib/handoff/markdown.ts'
import { rowsFromText } from '#lib/handoff/pasted-rows.ts'
import { plainReading } from '#lib/handoff/row-text.ts'
import { spokenLines } from '#lib/handoff/transcript.ts'
import { fieldValueOf } from '#lib/handoff/written-value.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { given, question, typed } from './builders.ts'

const ends = [
  { end: '\r\n', name: 'CRLF' },
  { end: '\r', name: 'CR' },
  { end: '\v', name: 'PowerPoint' },
  { end: '\f', name: 'a page' },
  { end: '\u0085', name: 'NEL' },
  { end: '\u2028', name: 'a line of Unicode' },
  { end: '\u2029', name: 'a paragraph of Unicode' },
]

describe.each(ends)('the end of a line as $name writes it', ({ end }) => {
  const text = `Two depots${end}One planner`
  const broken = 'Two depots\nOne planner'

  it('parts the words of an answer', () => {
    expect(answerLines(question(), typed(text))).toMatchObject([{ text: broken }])
  })

  it('parts the words of a row and of a person', () => {
    const risk = { ...emptyRow('risks', 'r1'), risk: text, mitigation: text }
    const rows = answerLines(
      question({ answer: { type: 'risks' } }),
      given({ type: 'risks', rows: [risk] }),
    )
    expect(rows[0]?.text).toBe(`${broken} (medium); ${broken}`)
  })

  it('parts the words in a field of Salesforce', () => {
    const asked = question({ writeTo: 'Opportunity.Description' })
    const forms = { types: { 'Opportunity.Description': 'textarea' }, deal: {} }
    expect(fieldValueOf({ type: 'text', text }, asked, forms)).toBe(broken)
  })

  it('parts the words of a mail, of a calendar and of Markdown', () => {
    const mail = { to: ['dana@example.com'], cc: [], subject: 'Kickoff', body: text }
    expect(mailLink(mail).address).toContain('Two%20depots%0D%0AOne')
    expect(escapeMarkdown(text)).toBe('Two depots / One planner')
  })

  it('ends a line of a transcript', () => {
    const lines = spokenLines(`Dana: Two depots${end}Ben: One planner`, 'text')
    expect(lines.map((line) => `${line.speaker}: ${line.text}`)).toEqual([
      'Dana: Two depots',
      'Ben: One planner',
    ])
  })

  it('makes no row of its own within a cell, and parts the words in it', () => {
    const pasting = { newId: () => 'r1', reading: plainReading }
    const [row, ...more] = rowsFromText('risks', `"${text}"\thigh\t"${text}"`, pasting)
    expect(row).toMatchObject({
      risk: broken,
      severity: 'high',
      mitigation: 'Two depots One planner',
    })
    expect(more).toEqual([])
  })
})

describe('a line that ends within an item of a list', () => {
  it.each(ends.filter(({ end }) => !/[\r\n]/.test(end)))('stays in it: $name', ({ end }) => {
    const pasting = { newId: () => 'r1', reading: plainReading }
    const list = `- They may${end}leave\n- No budget`
    expect(rowsFromText('risks', list, pasting)).toMatchObject([
      { risk: 'They may\nleave' },
      { risk: 'No budget' },
    ])
  })
})
