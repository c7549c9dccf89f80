import { describe, expect, it } from 'vitest'
import { mergeValues } from '#lib/handoff/merge-fields.ts'
import { ana, ben, question, section, template, typed } from '../handoff/builders.ts'

const about = {
  opportunityName: 'Deal',
  accountName: 'Customer',
  amount: null,
  currency: 'EUR',
  outgoing: ana,
  incoming: ben,
}

describe('the goals in a message, where a template asks for them as a text', () => {
  it.each([
    { toCustomer: true, goals: '- Close in four days' },
    { toCustomer: false, goals: '' },
  ])('are told a customer who may read them: $toCustomer', ({ toCustomer, goals }) => {
    const asked = question({ key: 'goal', brief: 'success', toCustomer, tier: 'everyone' })
    const made = template([section([asked])])
    const answers = { goal: typed('Close in four days') }
    const packet = { v: 1 as const, template: made, variant: 'standard' as const, answers }
    const values = mergeValues({ template: made, name: '', packet, about }, 'customer')
    expect(values.goals).toBe(goals)
  })
})
