import { describe, expect, it } from 'vitest'
import { answerLines } from '#lib/handoff/answer-lines.ts'
import type { Value } from '#lib/handoff/answer.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import { given, question } from './builders.ts'

const read = (value: Value) =>
  answerLines(question({ key: 'deal' }), given(value)).map(({ text }) => text)

describe('what is read of an answer', () => {
  it('says what products cost, where that was written', () => {
    const row = { id: 'p1', name: 'Analytics Pro', quantity: 120, totalPrice: 86_400 }
    const rows = [row, { id: 'p2', name: 'Onboarding', quantity: 1, totalPrice: 0 }]
    expect(read({ type: 'products', rows })).toEqual([
      '120 × Analytics Pro, 86,400 in total',
      '1 × Onboarding',
    ])
  })

  it('says how a contact is reached', () => {
    const nora = { ...noContact, name: 'Nora Lund', title: 'Head of operations' }
    const reached = { ...nora, email: 'nora@brightwater.example', phone: '+45 33 00 00 00' }
    expect(read({ ...reached, note: 'takes the meeting' })).toEqual([
      'Nora Lund, Head of operations, nora@brightwater.example, +45 33 00 00 00: takes the meeting',
    ])
  })
})
