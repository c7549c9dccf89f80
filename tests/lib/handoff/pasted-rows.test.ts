import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '#lib/handoff/columns.ts'
import { isList, rowsFromText } from '#lib/handoff/pasted-rows.ts'
import { plainReading } from '#lib/handoff/row-text.ts'
import { cellOf } from '#lib/handoff/row-entry.ts'
import { rowKinds, rowSchemas } from '#lib/handoff/rows.ts'

const pasting = () => {
  let next = 0
  return { newId: () => `new-${(next += 1)}`, reading: plainReading }
}
const rows = (kind: (typeof rowKinds)[number], text: string) => rowsFromText(kind, text, pasting())

describe('a pasted text', () => {
  it.each([
    { as: 'lines', text: 'They may leave\r\nNo budget\n' },
    { as: 'bullets', text: '• They may leave\n• No budget' },
    { as: 'bullets of Word', text: '•\tThey may leave\r\no\tNo budget\r\n' },
    { as: 'bullets of Word in its own letters', text: '\uF0B7\tThey may leave\n\uF0A7\tNo budget' },
    { as: 'letters of Word', text: 'a.\tThey may leave\nb.\tNo budget' },
    { as: 'dashes of Word', text: '-\tThey may leave\n-\tNo budget' },
    {
      as: 'bullets of mail programs',
      text: '·\u00A0\u00A0 They may leave\no\u00A0\u00A0 No budget',
    },
    { as: 'bullets of chats', text: '■ They may leave\n    ▪︎ No budget' },
    { as: 'numbers', text: '1. They may leave\n2) No budget' },
    { as: 'numbers further in', text: '  1. They may leave\n  2. No budget' },
    { as: 'numbers in cells', text: '1. They may leave\thigh\n2. No budget\tlow' },
    { as: 'numbers in brackets', text: '(1) They may leave\n(2) No budget' },
    { as: 'boxes to tick', text: '- [ ] They may leave\n- [x] No budget' },
    { as: 'lines that go on', text: '- They may\n  leave\n- No budget' },
    { as: 'a sheet of one column with a heading', text: 'Risk\nThey may leave\nNo budget' },
    { as: 'a table in Markdown', text: '| Risk |\n| --- |\n| They may leave |\n| No budget |' },
  ])('of $as becomes rows', ({ text }) => {
    expect(rows('risks', text)).toMatchObject([{ risk: 'They may leave' }, { risk: 'No budget' }])
  })

  it.each([
    { text: '12. Mai: Kickoff', risks: ['12. Mai: Kickoff'] },
    { text: '12. Mai: Kickoff\n15. Mai: Review', risks: ['12. Mai: Kickoff', '15. Mai: Review'] },
    { text: '1. Mai: Kickoff\n15. Mai: Review', risks: ['1. Mai: Kickoff', '15. Mai: Review'] },
    { text: 'Kickoff\n1. Mai: Review', risks: ['Kickoff', '1. Mai: Review'] },
    {
      text: '- 12. Mai: Kickoff\n- 15. Mai: Review',
      risks: ['12. Mai: Kickoff', '15. Mai: Review'],
    },
    { text: '12. Mai\thigh\n15. Mai\tlow', risks: ['12. Mai', '15. Mai'] },
    { text: '- Kickoff on\n  12. Mai\n- Review', risks: ['Kickoff on 12. Mai', 'Review'] },
    { text: '1. They may leave', risks: ['They may leave'] },
    { text: '1) They may leave', risks: ['They may leave'] },
  ])('takes a number in front for the list’s own only when they count up: “$text”', (one) => {
    expect(rows('risks', one.text)).toMatchObject(one.risks.map((risk) => ({ risk })))
  })

  it.each([
    'o cliente decide\no prazo é curto',
    '§ 5 BDSG\n§ 6 BDSG',
    'z. B. ein Umzug\nd. h. ein Verzug',
  ])('leaves what only looks like a mark in its words: “%s”', (text) => {
    expect(rows('risks', text)).toMatchObject(text.split('\n').map((risk) => ({ risk })))
  })

  it('keeps the cells of a sheet whose first one is a mark', () => {
    const [row] = rows('people', '✓\tHead of Planning\tadvocate')
    expect(row).toMatchObject({ title: 'Head of Planning' })
  })

  it.each([
    { text: 'Recording https://zoom.us/rec/1, with Dana', label: 'Recording, with Dana' },
    { text: 'Recording: https://zoom.us/rec/1.', label: 'Recording' },
    { text: 'Recording (https://zoom.us/rec/1)', label: 'Recording' },
    { text: '(Recording: https://zoom.us/rec/1)', label: '(Recording:)' },
    { text: 'Recording\thttps://zoom.us/rec/1;', label: 'Recording' },
    { text: 'Is it https://zoom.us/rec/1?!', label: 'Is it?!' },
    { text: 'https://zoom.us/rec/1,', label: 'https://zoom.us/rec/1' },
  ])('takes the address out of “$text” without what follows it', ({ text, label }) => {
    expect(rows('links', text)).toMatchObject([{ label, url: 'https://zoom.us/rec/1' }])
  })

  it('keeps the brackets and the query of an address', () => {
    for (const url of ['https://example.com/Ledger_(software)', 'https://example.com/p?a=1,2']) {
      expect(rows('links', `Page: ${url}.`)).toMatchObject([{ label: 'Page', url }])
    }
  })

  it('keeps an initial that looks like a letter of a list', () => {
    expect(rows('people', 'A. Schmidt')).toMatchObject([{ name: 'A. Schmidt' }])
  })

  it('reads cells in quotes, with the line ends and quotes inside', () => {
    expect(rows('risks', '"They ""may""\nleave"\thigh\r\nNo budget\tlow')).toMatchObject([
      { risk: 'They "may"\nleave', severity: 'high' },
      { risk: 'No budget', severity: 'low' },
    ])
  })

  it('goes by the headings, in whatever order', () => {
    const text = 'Status\tCompetitor\tPrice\nIncumbent\tLedgerly\t90k'
    expect(rows('competitors', text)).toMatchObject([
      { name: 'Ledgerly (90k)', status: 'incumbent' },
    ])
  })

  it('keeps what a column cannot hold as words', () => {
    expect(rows('commitments', 'SSO\tDana\tAna\tend of Q3')).toMatchObject([
      { words: 'SSO (Due: end of Q3)', toWhom: 'Dana', due: '' },
    ])
  })

  it.each([
    { cells: '2\t€1,000', row: { name: 'Support', quantity: 2, totalPrice: 1000 } },
    { cells: '2\t1,000.50 EUR', row: { name: 'Support', quantity: 2, totalPrice: 1000.5 } },
    { cells: '1,200\tabout €5', row: { name: 'Support (Total price: about €5)', quantity: 1200 } },
    { cells: '\t1€50', row: { name: 'Support (Total price: 1€50)' } },
    { cells: '1\t€', row: { name: 'Support (Total price: €)', quantity: 1 } },
    { cells: '1,5\t$9', row: { name: 'Support (Quantity: 1,5)', totalPrice: 9 } },
  ])('reads the numbers of “$cells”', ({ cells, row }) => {
    expect(rows('products', `Support\t${cells}`)).toMatchObject([row])
  })

  it('loses no word, whatever the list is of', () => {
    const word = fc.stringMatching(/^[b-zäöü]{3,9}$/)
    fc.assert(
      fc.property(
        fc.constantFrom(...rowKinds),
        fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 }),
        (kind, lines) => {
          const made = rows(kind, lines.map((cells) => cells.join('\t')).join('\n'))
          const held = JSON.stringify(
            made.map((row) => columnsOf(kind).map(({ key }) => cellOf(row, key))),
          )
          for (const cell of lines.flat()) expect(held).toContain(cell)
        },
      ),
    )
  })

  it('always becomes rows that can be stored', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rowKinds), fc.string({ unit: 'binary' }), (kind, text) => {
        for (const row of rows(kind, text)) expect(rowSchemas[kind].parse(row)).toEqual(row)
      }),
    )
  })

  it.each([
    { text: 'one\ntwo', list: false },
    { text: '- one\n- two', list: true },
    { text: 'one\ttwo\nthree\tfour', list: true },
    { text: '- one', list: false },
    { text: '1. one\n2. two', list: true },
    { text: '12. Mai\n15. Mai', list: false },
  ])('“$text” is taken for a list: $list', ({ text, list }) => {
    expect(isList(text)).toBe(list)
  })
})
