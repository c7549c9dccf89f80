import { describe, expect, it } from 'vitest'
import type { Question } from '#lib/handoff/question.ts'
import { fieldNotes } from '#lib/handoff/template-fields.ts'
import type { Template } from '#lib/handoff/template.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { question, section, template } from './builders.ts'

const org = {
  types: {
    'Opportunity.Amount': 'currency',
    'Opportunity.IsWon': 'boolean',
    'Opportunity.ExpectedRevenue': 'currency',
    'Opportunity.NextStep': 'string',
    'Opportunity.Go_Live__c': 'datetime',
    'Opportunity.Billing_Mail__c': 'email',
    'Opportunity.Call_Time__c': 'time',
    'Opportunity.Plan__c': 'picklist',
    'Opportunity.Engineer__c': 'reference',
    'Opportunity.Champion__c': 'lookup',
    'Account.Industry': 'picklist',
    'Account.BillingAddress': 'address',
  },
  locked: ['Opportunity.ExpectedRevenue'],
  choices: {
    'Opportunity.Plan__c': [{ value: 'Gold' }, { value: 'Silver' }],
  },
}

const at = 'sections[0].questions[0]'
const notesOn = (over: Partial<Question>, of: Partial<Template> = {}) =>
  fieldNotes(template([section([question(over)])], of), org)
const missing = (field: string) => `There is no field ${field} here that you may see.`

describe('a field that a template names and this org lacks', () => {
  it('is named with its place, wherever it stands', () => {
    const over: Partial<Question> = {
      answer: { type: 'picklist', field: 'Opportunity.Gone__c' },
      prefill: [
        { from: 'field', field: 'Opportunity.nextstep' },
        { from: 'fields', fields: ['Account.Industry', 'Opportunity.Account.Gone__c'] },
      ],
      requirements: [
        { severity: 'warns', when: { when: 'field-empty', field: 'Account.Gone__c' } },
      ],
    }
    expect(notesOn(over, { mapping: { x: 'Opportunity.Pain__c', y: null } })).toEqual([
      { path: `${at}.prefill[0].field`, sentence: missing('Opportunity.nextstep') },
      { path: `${at}.prefill[1].fields[1]`, sentence: missing('Opportunity.Account.Gone__c') },
      { path: `${at}.answer.field`, sentence: missing('Opportunity.Gone__c') },
      { path: `${at}.requirements[0].when.field`, sentence: missing('Account.Gone__c') },
      { path: 'mapping.x', sentence: missing('Opportunity.Pain__c') },
    ])
  })

  it('is spoken of where it is there in parts only', () => {
    const fields = ['Opportunity.Account.BillingAddress']
    expect(notesOn({ prefill: [{ from: 'fields', fields }] })).toEqual([
      {
        path: `${at}.prefill[0].fields[0]`,
        sentence:
          'Opportunity.Account.BillingAddress has several parts and is read as nothing. Name one of them.',
      },
    ])
  })

  it('is not spoken of where nothing is known of its object', () => {
    const fields = ['Contract.EndDate', 'Opportunity.Owner.Name', 'Opportunity.Contract.EndDate']
    expect(notesOn({ prefill: [{ from: 'fields', fields }] })).toEqual([])
    const written = template([section([question({ writeTo: 'Opportunity.Gone__c' })])])
    expect(fieldNotes(written, { types: {}, locked: [] })).toEqual([])
    expect(builtInTemplates.flatMap((one) => fieldNotes(one, { types: {}, locked: [] }))).toEqual(
      [],
    )
  })
})

describe('a field that an answer is written to', () => {
  it.each([
    ['text', 'Opportunity.NextStep'],
    ['text', 'Opportunity.Billing_Mail__c'],
    ['text', 'Opportunity.Call_Time__c'],
    ['number', 'Opportunity.Amount'],
    ['date', 'Opportunity.Go_Live__c'],
    ['picklist', 'Opportunity.Plan__c'],
    ['person', 'Opportunity.Engineer__c'],
  ] as const)('takes %s in %s', (type, writeTo) => {
    expect(notesOn({ answer: { type }, writeTo })).toEqual([])
  })

  it.each([
    ['text', 'Opportunity.Amount', /cannot be written to .*“currency”.*“text”/],
    ['person', 'Opportunity.Champion__c', /cannot be written to .*“lookup”.*“person”/],
    ['checkbox', 'Opportunity.Plan__c', /cannot be written to .*“picklist”.*“checkbox”/],
    ['number', 'Opportunity.Billing_Mail__c', /cannot be written to .*“email”.*“number”/],
    ['currency', 'Opportunity.ExpectedRevenue', /may not change/],
  ] as const)('does not take %s in %s, and that is said', (type, writeTo, sentence) => {
    expect(notesOn({ answer: { type }, writeTo })).toEqual([
      { path: `${at}.writeTo`, sentence: expect.stringMatching(sentence) },
    ])
  })
})

describe('a field that a condition compares', () => {
  it.each([
    ['Opportunity.IsWon', ['true']],
    ['Opportunity.Amount', [null, '50000', 5]],
  ])('is never a text where %s holds none', (field, values) => {
    const when = { when: 'field-is', field, values } as const
    const at0 = values.findIndex((value) => typeof value === 'string')
    expect(notesOn({ requirements: [{ severity: 'warns', when }] })).toEqual([
      {
        path: `${at}.requirements[0].when.values[${at0}]`,
        sentence: `${field} is never a text: write this without quotation marks.`,
      },
    ])
  })

  it.each([
    ['Opportunity.IsWon', [true, null]],
    ['Opportunity.Plan__c', ['true']],
  ])('may be what it is: %s', (field, values) => {
    const when = { when: 'field-is', field, values } as const
    expect(notesOn({ requirements: [{ severity: 'warns', when }] })).toEqual([])
  })
})

describe('a picklist that does not offer what a template says', () => {
  const options = ['Gold', 'Bronze'].map((value) => ({ value, label: value.toLowerCase() }))
  const items = ['Silver', 'Tin'].map((key) => ({ key, label: key.toLowerCase() }))

  it.each<[Question['answer'], string]>([
    [{ type: 'picklist', options }, 'Bronze'],
    [{ type: 'checklist', items }, 'Tin'],
  ])('is spoken of where it is to hold it: %o', (answer, value) => {
    const sentence = `Opportunity.Plan__c does not offer “${value}”.`
    expect(notesOn({ answer, writeTo: 'Opportunity.Plan__c' })).toEqual([
      { path: `${at}.writeTo`, sentence },
    ])
  })
})
