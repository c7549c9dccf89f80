import { describe, expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import type { Answers } from '#lib/handoff/answer.ts'
import { fieldChanges } from '#lib/handoff/field-changes.ts'
import { inOrg, lettersOf } from '#lib/handoff/mapped.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import { ana, deal, draft, NOW, question, section, template, typed } from './builders.ts'

const field = 'Opportunity.Decision_Process__c'
const letter = 'meddpicc.decisionProcess'
const ask = (key: string, over = {}) =>
  question({ key, prefill: [{ from: 'mapped', key: letter }], ...over })
const plain = template([section([ask('decision.process'), ask('decision.again')])], {
  mapping: { [letter]: null },
})
const org = { mapping: { [letter]: field }, types: { [field]: 'textarea' } }
const held = (value: string) => deal({ fields: { ...deal().fields, [field]: value } })

describe('a letter that an admin has given a field', () => {
  const mapped = inOrg(plain, org)

  it('is filled from the field', () => {
    const answers = prefill(mapped, held('Board in May'), { by: ana, at: NOW })
    expect(answers['decision.process']).toMatchObject({
      value: { text: 'Board in May' },
      provenance: { from: 'salesforce', field },
    })
  })

  it('is written back to it by the first question that asks for it', () => {
    const written = draft({
      'decision.process': typed('Board in June'),
      'decision.again': typed('The board, again'),
    })
    expect(fieldChanges(mapped, written, { deal: held('Board in May') })).toEqual([
      expect.objectContaining({
        path: field,
        before: 'Board in May',
        after: 'Board in June',
        question: 'decision.process',
      }),
    ])
    expect(fieldChanges(plain, written, { deal: held('Board in May') })).toEqual([])
  })

  it('is a conflict when somebody else changed the field meanwhile', () => {
    const written = draft(
      { 'decision.process': typed('Board in June') },
      { baseline: { lastModifiedAt: NOW, fields: { [field]: 'Board in May' } } },
    )
    const found = assess(mapped, written, { deal: held('Board in July'), now: NOW }).findings
    expect(found).toContainEqual(expect.objectContaining({ rule: 'changed-meanwhile' }))
  })
})

describe('a field that cannot take the answer', () => {
  it.each([
    { why: 'is of another type', over: { types: { [field]: 'boolean' } } },
    { why: 'may not be changed by this user', over: { locked: [field] } },
    { why: 'is not known in this org', over: { types: {} } },
    { why: 'is of another object', over: { mapping: { [letter]: 'Account.Description' } } },
  ])('is not written when it $why', ({ over }) => {
    const [first] = inOrg(plain, { ...org, ...over }).sections[0]?.questions ?? []
    expect(first?.writeTo).toBeUndefined()
  })
})

it('letters are named by the question that asks for them', () => {
  expect(lettersOf([plain])).toEqual([{ key: letter, label: 'Problem to solve' }])
})

it('a field of a record that no handoff is written with is left alone', () => {
  const contract = { writeTo: 'Contract.Terms__c', tier: 'everyone', prefill: [] }
  const asked = template([section([ask('a', contract)])])
  const record = deal({ fields: { 'Contract.Terms__c': null } })
  expect(fieldChanges(asked, draft({ a: typed('Net 30') }), { deal: record })).toEqual([])
})

it('a field that two questions write is written by the first one that is answered', () => {
  const wide = { writeTo: 'Opportunity.NextStep', tier: 'everyone', prefill: [] }
  const twice = template([section([ask('a', wide), ask('b', wide)])])
  const changesOf = (answers: Answers) =>
    fieldChanges(twice, draft(answers), { deal: deal() }).map(({ after }) => after)
  expect(changesOf({ a: typed('Call Dana'), b: typed('Call Ben') })).toEqual(['Call Dana'])
  expect(changesOf({ b: typed('Call Ben') })).toEqual(['Call Ben'])
})

describe('a question that names a field itself', () => {
  const writesTo = (over: object) => {
    const asked = question({ writeTo: field, ...over })
    return (types: Readonly<Record<string, string>>) =>
      inOrg(template([section([asked])]), { types }).sections[0]?.questions[0]?.writeTo
  }
  const text = writesTo({ answer: { type: 'text' } })
  const day = writesTo({ answer: { type: 'date' } })

  it('writes what the field takes, and to a field of which nothing is known', () => {
    expect(text({ [field]: 'email' })).toBe(field)
    expect(text({})).toBe(field)
    expect(day({ [field]: 'datetime' })).toBe(field)
  })

  it.each(['double', 'boolean', 'date', 'picklist', 'lookup'])(
    'keeps words out of a field of the type %s: Salesforce would refuse all that is sent',
    (type) => expect(text({ [field]: type })).toBeUndefined(),
  )
})
