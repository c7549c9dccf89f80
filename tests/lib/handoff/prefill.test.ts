import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '#lib/handoff/columns.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { changedInSalesforce, refresh } from '#lib/handoff/freshness.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import type { Question } from '#lib/handoff/question.ts'
import { isRowComplete, isRowStarted } from '#lib/handoff/row-entry.ts'
import { linesOf, rowFromText } from '#lib/handoff/row-text.ts'
import { rowKinds, rowSchemas } from '#lib/handoff/rows.ts'
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
      line: '2. They lose budget | high',
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
