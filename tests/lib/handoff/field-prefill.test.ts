import { describe, expect, it } from 'vitest'
import { prefill } from '#lib/handoff/prefill.ts'
import type { Question } from '#lib/handoff/question.ts'
import { spokenDay } from '#lib/handoff/spoken-day.ts'
import { ana, deal, NOW, question, section, template } from './builders.ts'

const first = (over: Partial<Question>, record = deal()) =>
  prefill(template([section([question(over)])]), record, { by: ana, at: NOW })['why.pain']

describe('first answers from a single field', () => {
  it.each([
    { timeZone: 'America/Los_Angeles', day: '2026-03-01' },
    { timeZone: 'Asia/Tokyo', day: '2026-03-02' },
    { timeZone: undefined, day: '2026-03-02' },
  ])('take the day of a time where the user is: $timeZone', ({ timeZone, day }) => {
    const at = '2026-03-02T02:30:00.000+0000'
    const [call] = deal().activities
    const activities = call ? [{ ...call, subject: 'Call', at }] : []
    const record = deal({ fields: { 'Opportunity.Signed_At__c': at }, activities, timeZone })
    const signed = [{ from: 'field' as const, field: 'Opportunity.Signed_At__c' }]
    expect(first({ answer: { type: 'date' }, prefill: signed }, record)).toMatchObject({
      value: { date: day },
    })
    const told: Question['prefill'] = [{ from: 'activities' }]
    expect(first({ answer: { type: 'long-text' }, prefill: told }, record)).toMatchObject({
      value: { text: `${spokenDay(day)}: Call` },
    })
  })

  it('say a time in words, where the user is', () => {
    const path = 'Opportunity.Signed_At__c'
    const at = '2026-03-02T02:30:00.000+0000'
    const record = deal({ fields: { [path]: at }, timeZone: 'America/Los_Angeles' })
    const textOf = (from: NonNullable<Question['prefill']>) =>
      first({ answer: { type: 'text' }, prefill: from }, record)
    expect(textOf([{ from: 'field', field: path }])).toMatchObject({
      value: { text: '1 March 2026, 18:30' },
      provenance: { asRead: at },
    })
    expect(textOf([{ from: 'fields', fields: [path] }])).toMatchObject({
      value: { text: expect.stringContaining(': 1 March 2026, 18:30') },
    })
  })

  it.each([
    { held: true, text: 'Yes' },
    { held: false, text: 'No' },
    { held: '09:30:00.000Z', text: '09:30' },
    { held: '003Hs00000006NuIAI', text: null },
    { held: '005Hs00000005MnIAI', called: 'Mara Delacroix', text: 'Mara Delacroix' },
    { held: 'AB-12345678-000000', text: 'AB-12345678-000000' },
  ])('say what a field holds as people do, and no ids: $held', ({ held, called, text }) => {
    const own = called === undefined ? {} : { 'Opportunity.Own__r.Name': called }
    const record = deal({ fields: { 'Opportunity.Own__c': held, ...own } })
    const said = (from: NonNullable<Question['prefill']>) =>
      first({ answer: { type: 'text' }, prefill: from }, record)
    const words = (answer: ReturnType<typeof said>) =>
      answer?.kind === 'given' && answer.value.type === 'text' ? answer.value.text : null
    const alone = words(said([{ from: 'field', field: 'Opportunity.Own__c' }]))
    const line = words(said([{ from: 'fields', fields: ['Opportunity.Own__c'] }]))
    expect([alone, line?.replace(/^.*?: /, '') ?? null]).toEqual([text, text])
  })

  it('call the contact that a lookup holds as the people of the deal are called', () => {
    const [dana] = deal().contactRoles
    const asks: Partial<Question> = {
      answer: { type: 'contact' },
      prefill: [{ from: 'field', field: 'Opportunity.Champion__c' }],
    }
    const held = (id: string) => deal({ fields: { 'Opportunity.Champion__c': id } })
    expect(first(asks, held(dana?.contactId ?? ''))).toMatchObject({
      value: { type: 'contact', contactId: dana?.contactId, name: dana?.name, title: 'CFO' },
    })
    const named = {
      'Opportunity.Champion__c': '003Hs0000000ZZZIAI',
      'Opportunity.Champion__r.Name': 'Ivo Brandt',
    }
    expect(first(asks, deal({ fields: named }))).toMatchObject({
      value: { contactId: '003Hs0000000ZZZIAI', name: 'Ivo Brandt' },
    })
    expect(first(asks, held('003Hs0000000ZZZIAI'))).toBeUndefined()
    expect(first(asks, held('Dana Cole'))).toMatchObject({
      value: { contactId: '', name: 'Dana Cole' },
    })
  })

  it.each([
    { held: 'sso;Migration', checked: ['sso', 'migration'] },
    { held: 'SSO login;Audit', checked: ['sso', 'Audit'] },
    { held: 'Audit', checked: null },
  ])('tick off what a multi-select picklist holds: $held', ({ held, checked }) => {
    const items = [
      { key: 'sso', label: 'SSO login' },
      { key: 'migration', label: 'Data migration' },
    ]
    const about: Partial<Question> = {
      answer: { type: 'checklist', items },
      prefill: [{ from: 'field', field: 'Opportunity.Scope__c' }],
    }
    const answer = first(about, deal({ fields: { 'Opportunity.Scope__c': held } }))
    expect(answer?.kind === 'given' ? answer.value : null).toEqual(
      checked && { type: 'checklist', checked },
    )
  })
})
