import { describe, expect, it } from 'vitest'
import { prefill } from '#lib/handoff/prefill.ts'
import type { Question } from '#lib/handoff/question.ts'
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
      value: { text: `${day} Call` },
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
