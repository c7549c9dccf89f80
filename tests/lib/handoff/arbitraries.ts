import fc from 'fast-check'
import type { Answer, Evidence, Value } from '#lib/handoff/answer.ts'
import { valueSchema } from '#lib/handoff/answer.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { columnsOf } from '#lib/handoff/columns.ts'
import type { AnswerType } from '#lib/handoff/question.ts'
import { rowKinds, rowSchemas } from '#lib/handoff/rows.ts'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
import { tiers } from '#lib/handoff/tier.ts'
import { ana, NOW } from './builders.ts'

const words = fc.array(
  fc.constantFrom('the', 'close', 'takes', 'nine', 'days', 'and', 'Dana', 'wants', 'ärger', '…'),
  { minLength: 1, maxLength: 30 },
)

/** Text as people write it, and text as nobody writes it. */
export const texts = fc.oneof(
  words.map((list) => list.join(' ')),
  fc.constantFrom('', ' ', 'N/A', 'tbd', 'none', '---', '@{ref.id}', '<b>&amp;</b>', '🙂🙂'),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

const filled = words.map((list) => list.join(' '))

export const days = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

export const instants = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())

const cellFor = (kind: RowKind, key: string): fc.Arbitrary<string | number | boolean> => {
  const column = columnsOf(kind).find((one) => one.key === key)
  if (!column) return texts
  if (column.input === 'checkbox') return fc.boolean()
  if (column.input === 'number' || column.input === 'money')
    return fc.integer({ min: 0, max: 1000 })
  if (column.input === 'date') return fc.oneof(fc.constant(''), days)
  if (column.options) return fc.constantFrom(...column.options.map(({ value }) => value))
  return texts
}

/** A row of one kind. */
const rows = (kind: RowKind): fc.Arbitrary<Row> => {
  const keys = Object.keys(emptyRow(kind, 'x')).filter((key) => key !== 'id')
  return fc
    .record({
      id: fc.uuid(),
      ...Object.fromEntries(keys.map((key) => [key, cellFor(kind, key)])),
    })
    .map((row) => rowSchemas[kind].parse(row))
}

const isRowKind = (type: AnswerType['type']): type is RowKind =>
  rowKinds.some((kind) => kind === type)

type SingleType = Exclude<AnswerType['type'], RowKind>

const texted = texts.map((text): Value => ({ type: 'text', text }))

const singles: Record<SingleType, fc.Arbitrary<Value>> = {
  text: texted,
  'long-text': texted,
  number: fc.integer().map((number) => ({ type: 'number', number })),
  currency: fc.nat().map((amount) => ({ type: 'currency', amount, currency: 'EUR' })),
  date: days.map((date) => ({ type: 'date', date })),
  picklist: fc.constantFrom('a', 'b', 'c').map((value) => ({ type: 'picklist', value })),
  checkbox: fc.boolean().map((checked) => ({ type: 'checkbox', checked })),
  checklist: fc
    .subarray(['one', 'two', 'three'])
    .map((checked) => ({ type: 'checklist', checked })),
  person: fc.constant({ type: 'person', ...ana }),
  contact: fc.record({
    type: fc.constant('contact'),
    contactId: fc.constantFrom('', '003000000000001AAA', '003000000000002AAA'),
    name: filled,
    title: texts,
    email: fc.constantFrom('', 'dana@example.com'),
    phone: fc.constant(''),
    role: texts,
    note: texts,
    strength: fc.constantFrom('', 'weak', 'medium', 'strong'),
  }),
}

/** A value that fits a question's type. */
function values({ type }: AnswerType): fc.Arbitrary<Value> {
  if (!isRowKind(type)) return singles[type]
  return fc
    .array(rows(type), { maxLength: 4 })
    .map((list) => valueSchema.parse({ type, rows: list }))
}

const about = { by: fc.constant(ana), at: fc.constant(NOW) }

/** An answer to a question of that type, in any of the five kinds. */
export function answers(type: AnswerType): fc.Arbitrary<Answer> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record(
        {
          kind: fc.constant('given' as const),
          value: values(type),
          provenance: fc.constant({ from: 'typed' as const }),
          evidence: fc.constant<Evidence[]>([]),
          tier: fc.constantFrom(...tiers),
          ...about,
        },
        { requiredKeys: ['kind', 'value', 'provenance', 'evidence', 'by', 'at'] },
      ),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('none' as const), ...about }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('unknown-not-asked' as const), ...about }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('unknown-asked' as const),
        who: texts,
        until: fc.oneof(fc.constant('' as const), days),
        ...about,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('not-applicable' as const), why: texts, ...about }),
    },
  )
}

export const answerTypes: fc.Arbitrary<AnswerType> = fc.oneof(
  fc.constantFrom<AnswerType>(
    { type: 'text' },
    { type: 'long-text' },
    { type: 'number' },
    { type: 'currency' },
    { type: 'date' },
    {
      type: 'picklist',
      options: ['a', 'b', 'c'].map((value) => ({ value, label: value })),
    },
    { type: 'checkbox' },
    {
      type: 'checklist',
      items: ['one', 'two', 'three'].map((key) => ({ key, label: key })),
    },
    { type: 'person' },
    { type: 'contact' },
  ),
  fc.constantFrom(...rowKinds).map((type) => ({ type })),
)
