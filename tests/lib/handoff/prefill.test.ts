import { describe, expect, it } from 'vitest'
import type { Deal } from '#lib/handoff/deal.ts'
import { changedInSalesforce, refresh } from '#lib/handoff/freshness.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import type { Question } from '#lib/handoff/question.ts'
import { saysSomething } from '#lib/handoff/value-text.ts'
import { ana, deal, draft, given, NOW, question, section, template, typed } from './builders.ts'

const options = { by: ana, at: NOW }
const asked = (over: Partial<Question>) => template([section([question(over)])])
const first = (over: Partial<Question>, record = deal()) =>
  prefill(asked(over), record, options)['why.pain']

const nextStep: Partial<Question> = {
  answer: { type: 'text' },
  prefill: [{ from: 'field', field: 'Opportunity.NextStep' }],
}
const withNextStep = (text: string | null) =>
  deal({ fields: { ...deal().fields, 'Opportunity.NextStep': text } })

describe('first answers', () => {
  it('say where they were read', () => {
    expect(first(nextStep, withNextStep('Call Dana'))).toEqual({
      kind: 'given',
      value: { type: 'text', text: 'Call Dana' },
      provenance: {
        from: 'salesforce',
        label: 'Opportunity › Next Step',
        field: 'Opportunity.NextStep',
        asRead: 'Call Dana',
        readAt: NOW,
      },
      evidence: [],
      ...options,
    })
  })

  it.each([null, '', '  '])('are not made of an empty source (%j)', (text) => {
    expect(first(nextStep, withNextStep(text))).toBeUndefined()
  })

  it.each([
    {
      answer: { type: 'currency' },
      field: 'Opportunity.Amount',
      value: { amount: 60_000, currency: 'EUR' },
    },
    { answer: { type: 'number' }, field: 'Opportunity.Amount', value: { number: 60_000 } },
    { answer: { type: 'date' }, field: 'Opportunity.CloseDate', value: { date: '2026-03-01' } },
    { answer: { type: 'checkbox' }, field: 'Opportunity.IsWon', value: { checked: true } },
    {
      answer: { type: 'picklist' },
      field: 'Opportunity.StageName',
      value: { value: 'Closed Won' },
    },
    { answer: { type: 'text' }, field: 'Opportunity.Amount', value: { text: '60000' } },
  ] as const)('fit $answer.type', ({ answer, field, value }) => {
    expect(first({ answer, prefill: [{ from: 'field', field }] })).toMatchObject({
      value: { type: answer.type, ...value },
    })
  })

  it('are in the currency of the record that they were read from', () => {
    const fields = {
      ...deal().fields,
      'Opportunity.CurrencyIsoCode': 'EUR',
      'Account.AnnualRevenue': 5_000_000,
      'Account.CurrencyIsoCode': 'JPY',
    }
    const revenue = [{ from: 'field' as const, field: 'Account.AnnualRevenue' }]
    const read = first({ answer: { type: 'currency' }, prefill: revenue }, deal({ fields }))
    expect(read).toMatchObject({ value: { amount: 5_000_000, currency: 'JPY' } })
  })

  it.each([
    { answer: { type: 'date' }, field: 'Opportunity.StageName' },
    { answer: { type: 'number' }, field: 'Opportunity.StageName' },
    {
      answer: { type: 'picklist', options: [{ value: 'a', label: 'A' }] },
      field: 'Opportunity.StageName',
    },
  ] satisfies { answer: Question['answer']; field: string }[])(
    'are not forced into $answer.type',
    ({ answer, field }) => {
      expect(first({ answer, prefill: [{ from: 'field', field }] })).toBeUndefined()
    },
  )

  it('make a list of a text field, an entry a line', () => {
    const record = deal({ fields: { 'Opportunity.Metrics__c': '- Days to close\n- Errors' } })
    const from = [{ from: 'field' as const, field: 'Opportunity.Metrics__c' }]
    expect(first({ answer: { type: 'successCriteria' }, prefill: from }, record)).toMatchObject({
      value: { rows: [{ useCase: 'Days to close' }, { useCase: 'Errors' }] },
    })
  })

  it('make a contact of a name, without choosing whose it is', () => {
    const record = deal({ fields: { 'Opportunity.Champion__c': 'Dana Cole' } })
    const from = [{ from: 'field' as const, field: 'Opportunity.Champion__c' }]
    expect(first({ answer: { type: 'contact' }, prefill: from }, record)).toMatchObject({
      value: { name: 'Dana Cole', contactId: '' },
    })
  })

  it('come from the first source that is filled', () => {
    const sources: Question['prefill'] = [
      { from: 'contact-role', roles: ['Champion'] },
      { from: 'contact-role', roles: ['economic buyer'] },
    ]
    expect(first({ answer: { type: 'contact' }, prefill: sources })).toMatchObject({
      value: { name: 'Dana Cole', role: 'Economic Buyer' },
      provenance: { label: 'Contact role › Economic Buyer' },
    })
  })

  it('name whoever suits best: the first role that somebody has, then whoever is primary', () => {
    const [dana] = deal().contactRoles
    const roles = (...all: readonly (readonly [string, string, boolean?])[]) =>
      deal({
        contactRoles: all.map(([name, role, isPrimary = false]) =>
          Object.assign({}, dana, { name, role, isPrimary }),
        ),
      })
    const sponsor = {
      answer: { type: 'contact' as const },
      prefill: [{ from: 'contact-role' as const, roles: ['Sponsor', 'Economic Buyer'] }],
    }
    const buyer = [dana?.name ?? '', 'Economic Buyer', true] as const
    const named = (record: Deal) => first(sponsor, record)
    expect(named(roles(buyer, ['Piet', 'sponsor']))).toMatchObject({ value: { name: 'Piet' } })
    expect(named(roles(['Kim', 'Economic Buyer'], buyer))).toMatchObject({
      value: { name: dana?.name },
    })
  })

  it('write days as people do', () => {
    const record = deal({ fields: { 'Contract.StartDate': '2026-12-10', 'Contract.Term': 36 } })
    const fields = ['Contract.StartDate', 'Contract.Term']
    const about = {
      answer: { type: 'long-text' as const },
      prefill: [{ from: 'fields' as const, fields }],
    }
    expect(first(about, record)).toMatchObject({
      value: { text: 'Start Date: 10 December 2026\nTerm: 36' },
      provenance: { asRead: ['2026-12-10', 36] },
    })
  })

  it('follow the mapping of the org', () => {
    const record = deal({ fields: { 'Opportunity.Pain__c': 'Slow close' } })
    const from = {
      ...asked({ prefill: [{ from: 'mapped', key: 'm.pain' }] }),
      mapping: { 'm.pain': null },
    }
    expect(prefill(from, record, options)).toEqual({})
    const mapping = { 'm.pain': 'Opportunity.Pain__c' }
    expect(prefill(from, record, { ...options, mapping })['why.pain']).toMatchObject({
      value: { text: 'Slow close' },
      provenance: { label: 'Opportunity › Pain' },
    })
  })

  const kai = { userId: '005000000000009AAA', name: 'Kai Storm', role: 'Pre-Sales' }
  const [late, plain] = [
    { id: '500A', number: '00001041', subject: 'Import', status: 'Working', priority: 'High' },
    { id: '500B', number: '00001042', subject: 'Login', status: 'New', priority: '' },
  ]

  it.each([
    {
      from: 'team' as const,
      type: 'people' as const,
      value: { rows: [{ id: kai.userId, name: 'Kai Storm', role: 'Pre-Sales' }] },
    },
    { from: 'team' as const, type: 'long-text' as const, value: { text: 'Kai Storm, Pre-Sales' } },
    { from: 'team' as const, type: 'person' as const, value: { userId: kai.userId } },
    {
      from: 'cases' as const,
      type: 'long-text' as const,
      value: { text: '00001041 Import, Working, High\n00001042 Login, New' },
    },
    {
      from: 'cases' as const,
      type: 'risks' as const,
      value: { rows: [{ severity: 'high' }, { severity: 'medium' }] },
    },
  ])('read the $from as $type', ({ from, type, value }) => {
    const record = deal({ team: [kai], cases: [late, plain] })
    const of = { answer: { type }, prefill: [{ from }] }
    expect(first(of, record)).toMatchObject({ value, provenance: { from: 'salesforce' } })
    expect(first(of, deal({ team: [], cases: [] }))).toBeUndefined()
  })

  it('continue the handoff before', () => {
    const previous = { handoffId: 'a01', name: 'HO-00001', answers: { pain: typed('Slow close') } }
    const from = asked({ prefill: [{ from: 'previous-handoff', question: 'pain' }] })
    expect(prefill(from, deal(), { ...options, previous })['why.pain']).toMatchObject({
      value: { text: 'Slow close' },
      provenance: { from: 'previous-handoff', name: 'HO-00001' },
    })
  })
})

describe('a change in Salesforce', () => {
  const read = first(nextStep, withNextStep('Call Dana'))

  it.each([
    { now: 'Call Dana', changed: null },
    { now: 'Call Ivo', changed: { now: { type: 'text', text: 'Call Ivo' } } },
    { now: null, changed: { now: null } },
  ])('to $now is noticed as $changed', ({ now, changed }) => {
    expect(changedInSalesforce(question(nextStep), read, withNextStep(now))).toEqual(changed)
  })

  it('never touches what was typed', () => {
    const mine = typed('Mine')
    expect(changedInSalesforce(question(nextStep), mine, withNextStep('Theirs'))).toBeNull()
    const answers = { 'why.pain': mine }
    const facts = { ...options, deal: withNextStep('Theirs') }
    expect(refresh(asked(nextStep), answers, facts)).toEqual(answers)
  })

  it('leaves what a person emptied, and fills what is not answered', () => {
    const facts = { ...options, deal: withNextStep('Theirs') }
    expect(refresh(asked(nextStep), { 'why.pain': typed('') }, facts)['why.pain']).toEqual(
      typed(''),
    )
    expect(refresh(asked(nextStep), {}, facts)['why.pain']).toMatchObject({
      value: { text: 'Theirs' },
    })
  })
})

describe('what says something', () => {
  it.each([
    { answer: undefined, says: false },
    { answer: typed(' '), says: false },
    { answer: given({ type: 'risks', rows: [] }), says: false },
    { answer: given({ type: 'checkbox', checked: false }), says: true },
    {
      answer: draft({ a: { kind: 'unknown-not-asked', by: ana, at: NOW } }).answers['a'],
      says: true,
    },
  ])('$answer → $says', ({ answer, says }) => {
    expect(saysSomething(answer)).toBe(says)
  })
})
