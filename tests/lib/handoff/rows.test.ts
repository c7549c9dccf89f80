import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueSchema } from '#lib/handoff/answer.ts'
import { columnsOf } from '#lib/handoff/columns.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { linked, withOneFinalSay } from '#lib/handoff/linked-person.ts'
import { isRowComplete, isRowStarted } from '#lib/handoff/row-entry.ts'
import { linesOf, rowFromText } from '#lib/handoff/row-text.ts'
import { isRowOf, valueOfRows } from '#lib/handoff/row-shape.ts'
import { rowKinds, rowSchemas } from '#lib/handoff/rows.ts'
import { deal } from './builders.ts'

describe('rows of a repeater', () => {
  it.each([...rowKinds])('every cell of %s has a column', (kind) => {
    const cells = Object.keys(emptyRow(kind, 'x')).filter(
      (key) => !/^(id|contactId|recordId)$/.test(key),
    )
    expect(
      columnsOf(kind)
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(cells.toSorted())
    expect(isRowStarted(kind, emptyRow(kind, 'x'))).toBe(false)
    expect(isRowComplete(kind, emptyRow(kind, 'x'))).toBe(false)
  })

  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom('', 'open', 'low', 'unknown', 'other', 'me', '2026-04-01'),
  )

  it('is told from a row of another kind, or with a wrong cell, as its schema tells it', () => {
    const kinds = fc.constantFrom(...rowKinds)
    const change = fc.record({ place: fc.nat(11), cell })
    fc.assert(
      fc.property(kinds, kinds, change, (kind, other, { place, cell: said }) => {
        const blank = emptyRow(other, 'x')
        const key = Object.keys(blank)[place] ?? 'id'
        const row = { ...blank, [key]: said }
        const isOne = rowSchemas[kind].safeParse(row).success
        const isSame = Object.keys(emptyRow(kind, 'x')).every((one) => one in row)
        expect(isRowOf(kind, row)).toBe(isOne && isSame)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([...rowKinds])('of %s make a value, as the schema of values has it', (kind) => {
    const value = valueOfRows(kind, [emptyRow(kind, 'a'), emptyRow(kind, 'b')])
    expect(valueSchema.parse(value)).toEqual(value)
  })

  it('of another kind make none', () => {
    expect(() => valueOfRows('risks', [emptyRow('links', 'a')])).toThrow('no row of risks')
  })

  it('any pasted line becomes a row', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rowKinds), fc.string(), (kind, line) => {
        const row = rowFromText(kind, line, { id: 'x' })
        expect(rowSchemas[kind].parse(row)).toEqual(row)
      }),
    )
  })

  it.each([
    {
      kind: 'commitments',
      line: '- Free training\tDana Cole\tAna\tby 2026-04-01',
      row: { words: 'Free training', toWhom: 'Dana Cole', byWhom: 'Ana', due: '2026-04-01' },
    },
    {
      kind: 'risks',
      line: '- They lose budget | high',
      row: { risk: 'They lose budget', severity: 'high' },
    },
    {
      kind: 'links',
      line: '* Proposal: https://example.com/p?a=1',
      row: { label: 'Proposal', url: 'https://example.com/p?a=1' },
    },
    {
      kind: 'products',
      line: 'Seats\t1 200\t50000',
      row: { name: 'Seats', quantity: 1200, totalPrice: 50_000 },
    },
  ] as const)('“$line” becomes a row of $kind', ({ kind, line, row }) => {
    expect(rowFromText(kind, line, { id: 'x' })).toMatchObject({ id: 'x', ...row })
  })

  it('lines without words are left out', () => {
    expect(linesOf('a\r\n\n| --- | --- |\nb')).toEqual(['a', 'b'])
  })
})

describe('a person in a list', () => {
  const { contactRoles } = deal()
  const [dana] = contactRoles
  const person = { ...emptyRow('people', 'p'), name: 'dana  COLE' }

  it('is the contact of that name, until they are called otherwise', () => {
    const known = linked(person, 'name', contactRoles)
    expect(known).toMatchObject({ contactId: dana?.contactId, role: dana?.role })
    expect(linked({ ...known, name: 'Zoe Quist' }, 'name', contactRoles)).toMatchObject({
      contactId: '',
    })
  })

  it('has the final say alone', () => {
    const [one, two, three] = ['1', '2', '3'].map((id) => emptyRow('people', id))
    if (!one || !two || !three) throw new Error('There are three.')
    const rows = [{ ...one, finalSay: true }, { ...two, finalSay: true }, three]
    const last = { ...two, finalSay: true }
    expect(withOneFinalSay(rows, last)).toMatchObject([
      { finalSay: false },
      { finalSay: true },
      { finalSay: false },
    ])
  })
})
