import { describe, expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import type { Value } from '#lib/handoff/answer.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { fieldChanges } from '#lib/handoff/field-changes.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import type { FieldValue } from '#lib/handoff/primitives.ts'
import type { AnswerType } from '#lib/handoff/question.ts'
import { ana, ben, deal, draft, given, NOW, question, section, template } from './builders.ts'

const path = 'Opportunity.Signed_At__c'
const held = (value: FieldValue, timeZone?: string) =>
  deal({ fields: { ...deal().fields, [path]: value }, timeZone })

interface Writing {
  readonly value: Value
  readonly answer: AnswerType
  readonly type: string
  readonly record: ReturnType<typeof held>
}

function written({ value, answer, type, record }: Writing) {
  const asked = template([section([question({ key: 'a', answer, writeTo: path })])])
  const org = { deal: record, types: { [path]: type } }
  return fieldChanges(inOrg(asked, org), draft({ a: given(value) }), org).map(({ after }) => after)
}

describe('a day that is written into a field that holds moments', () => {
  const day = { type: 'date', date: '2026-03-29' } as const
  const write = (record: Writing['record']) =>
    written({ value: day, answer: { type: 'date' }, type: 'datetime', record })

  it.each([
    { timeZone: 'Europe/Berlin', at: '2026-03-28T23:00:00.000+0000' },
    { timeZone: 'America/Los_Angeles', at: '2026-03-29T07:00:00.000+0000' },
    { timeZone: undefined, at: '2026-03-29T00:00:00.000+0000' },
  ])('is its start where the user is: $timeZone', ({ timeZone, at }) => {
    expect(write(held(null, timeZone))).toEqual([at])
    expect(write(held(at, timeZone))).toEqual([])
  })

  it('changes nothing when a moment of that day stands there', () => {
    expect(write(held('2026-03-29T06:30:00.000+0000', 'America/Los_Angeles'))).toHaveLength(1)
    expect(write(held('2026-03-29T07:30:00.000+0000', 'America/Los_Angeles'))).toEqual([])
  })

  it.each([
    { now: '2026-03-29T10:00:00.000+0000', isOther: false },
    { now: '2026-03-30T10:00:00.000+0000', isOther: true },
  ])('is measured by the day when somebody else has written it: $now', ({ now, isOther }) => {
    const asked = template([
      section([question({ key: 'a', answer: { type: 'date' }, writeTo: path })]),
    ])
    const mine = draft(
      { a: given(day) },
      { baseline: { lastModifiedAt: NOW, fields: { [path]: null } } },
    )
    const circumstances = { deal: held(now, 'Europe/Berlin'), types: { [path]: 'datetime' } }
    const { findings } = assess(asked, mine, { ...circumstances, now: NOW })
    expect(findings.some(({ rule }) => rule === 'changed-meanwhile')).toBe(isOther)
  })
})

describe('an answer that is written into a text field', () => {
  const options = [{ value: 'q2', label: 'Second quarter' }]
  const items = [
    { key: 'sso', label: 'Single sign-on' },
    { key: 'audit', label: 'Audit trail, signed' },
  ]
  const choices: Value = { type: 'checklist', checked: ['sso', 'audit'] }
  const cases: readonly (Omit<Writing, 'record' | 'type'> & {
    in: string
    own: string
    else: FieldValue
  })[] = [
    {
      value: { type: 'person', userId: ben.userId, name: ben.name },
      answer: { type: 'person' },
      own: 'reference',
      in: ben.name,
      else: ben.userId,
    },
    {
      value: { type: 'picklist', value: 'q2' },
      answer: { type: 'picklist', options },
      own: 'picklist',
      in: 'Second quarter',
      else: 'q2',
    },
    {
      value: choices,
      answer: { type: 'checklist', items },
      own: 'multipicklist',
      in: 'Single sign-on; Audit trail, signed',
      else: 'sso;audit',
    },
    {
      value: { type: 'checkbox', checked: true },
      answer: { type: 'checkbox' },
      own: 'boolean',
      in: 'Yes',
      else: true,
    },
    {
      value: { type: 'number', number: 12 },
      answer: { type: 'number' },
      own: 'double',
      in: '12',
      else: 12,
    },
  ]

  it.each(cases)('says what people read: $in', ({ value, answer, own, in: text, else: raw }) => {
    const record = held(null)
    expect(written({ value, answer, type: 'textarea', record })).toEqual([text])
    expect(written({ value, answer, type: own, record })).toEqual([raw])
  })

  it.each(cases)('is read from it again: $in', ({ value, answer, in: text }) => {
    const asked = question({ key: 'a', answer, prefill: [{ from: 'field', field: path }] })
    const team = [{ userId: ben.userId, name: ben.name, role: 'Sales Engineer' }]
    const read = prefill(
      template([section([asked])]),
      { ...held(text), team },
      { by: ana, at: NOW },
    )
    expect(read['a']).toMatchObject({ value })
  })
})

describe('an answer that names somebody', () => {
  it('is not written into a field that leads to a record: Salesforce would refuse all of the handoff', () => {
    const value: Value = { ...noContact, name: 'Dana Cole' }
    const one = { value, answer: { type: 'contact' }, record: held(null) } as const
    expect(written({ ...one, type: 'lookup' })).toEqual([])
    expect(written({ ...one, type: 'string' })).toEqual(['Dana Cole'])
  })
})

describe('a text that is written into a field that holds times of day', () => {
  const write = (text: string, now: FieldValue = null) =>
    written({
      value: { type: 'text', text },
      answer: { type: 'text' },
      type: 'time',
      record: held(now),
    })

  it.each([
    { text: '15:45', time: '15:45:00.000Z' },
    { text: ' 09:05 ', time: '09:05:00.000Z' },
    { text: '15:45:30.500Z', time: '15:45:30.500Z' },
  ])('is a time as Salesforce writes it: “$text”', ({ text, time }) => {
    expect(write(text)).toEqual([time])
    expect(write(text, time)).toEqual([])
  })
})

describe('a list that is written into a text field', () => {
  it('reads there as people write: no codes, no days of computers', () => {
    const row = { ...emptyRow('commitments', 'c'), words: 'Training', due: '2026-06-15' }
    expect(
      written({
        value: { type: 'commitments', rows: [{ ...row, toWhom: 'Dana Cole' }] },
        answer: { type: 'commitments' },
        type: 'textarea',
        record: held(null),
      }),
    ).toEqual(['“Training”, to Dana Cole, due 15 June 2026'])
  })
})
