import { describe, expect, it } from 'vitest'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import type { Question } from '#lib/handoff/question.ts'
import { ana, deal, given, NOW, question, section, template } from './builders.ts'

const options = { by: ana, at: NOW }
const asked = (over: Partial<Question>) => template([section([question(over)])])
const first = (over: Partial<Question>, record = deal()) =>
  prefill(asked(over), record, options)['why.pain']

describe('first answers in words', () => {
  it('write amounts with their currency, and numbers as people do', () => {
    const fields = {
      'Opportunity.Amount': 262_000,
      'Account.AnnualRevenue': 5_000_000,
      'Account.CurrencyIsoCode': 'JPY',
      'Account.NumberOfEmployees': 1200,
    }
    const about = {
      answer: { type: 'long-text' as const },
      prefill: [
        {
          from: 'fields' as const,
          fields: ['Opportunity.Amount', 'Account.AnnualRevenue', 'Account.NumberOfEmployees'],
        },
      ],
    }
    const money = ['Opportunity.Amount', 'Account.AnnualRevenue']
    expect(first(about, deal({ fields, money }))).toMatchObject({
      value: {
        text: 'Amount: 262,000 EUR\nAnnual Revenue: 5,000,000 JPY\nNumber Of Employees: 1,200',
      },
    })
  })

  it('write amounts in fields of the org’s own with their currency, and other numbers without', () => {
    const fields = { 'Opportunity.Setup_Fee__c': 1500, 'Opportunity.Seats__c': 1500 }
    const about = {
      answer: { type: 'long-text' as const },
      prefill: [{ from: 'fields' as const, fields: Object.keys(fields) }],
    }
    expect(first(about, deal({ fields, money: ['Opportunity.Setup_Fee__c'] }))).toMatchObject({
      value: { text: 'Setup Fee: 1,500 EUR\nSeats: 1,500' },
    })
  })

  it('say of a contract what its numbers count', () => {
    const fields = { 'Contract.ContractTerm': 36, 'Contract.OwnerExpirationNotice': '90' }
    const about = {
      answer: { type: 'long-text' as const },
      prefill: [{ from: 'fields' as const, fields: Object.keys(fields) }],
    }
    expect(first(about, deal({ fields }))).toMatchObject({
      value: { text: 'Contract Term: 36 months\nOwner Expiration Notice: 90 days' },
    })
  })

  it('say what a handoff before said in words where words are asked for', () => {
    const choices = [{ value: 'after-release', label: 'Only after the release' }]
    const before = template([
      section([
        question({ key: 'chosen', answer: { type: 'picklist', options: choices } }),
        question({ key: 'seats', answer: { type: 'number', unit: 'seats' } }),
      ]),
    ])
    const promise = { ...emptyRow('commitments', 'c'), words: 'Training', due: '2026-06-15' }
    const contact = { ...noContact, name: 'Dana Cole', phone: '+49 30 1' }
    const answers = {
      chosen: given({ type: 'picklist', value: 'after-release' }),
      seats: given({ type: 'number', number: 1200 }),
      worth: given({ type: 'currency', amount: 262_000, currency: 'EUR' }),
      day: given({ type: 'date', date: '2026-06-15' }),
      promised: given({ type: 'commitments', rows: [promise] }),
      who: given(contact),
    }
    const previous = { handoffId: 'a01', name: 'HO-00001', answers, template: before }
    const said = Object.keys(answers).map((key) => {
      const from = asked({ prefill: [{ from: 'previous-handoff', question: key }] })
      return prefill(from, deal(), { ...options, previous })['why.pain']
    })
    expect(said).toMatchObject(
      [
        'Only after the release',
        '1,200 seats',
        '262,000 EUR',
        '15 June 2026',
        '“Training”, due 15 June 2026',
        'Dana Cole, +49 30 1',
      ].map((text) => ({ value: { text } })),
    )
  })
})
