import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { teachBackPrompts } from '#lib/handoff/teach-back.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { ana, ben, given } from './builders.ts'
import { briefSources } from './packet-arbitrary.ts'

const risk = emptyRow('risks', 'r1')
const criterion = { ...emptyRow('successCriteria', 's1'), useCase: 'Close', target: '4 days' }
const objection = { ...emptyRow('objections', 'o1'), objection: 'Too dear', doNotReopen: true }

const source = {
  template: aeCsm,
  name: '',
  about: {
    opportunityName: 'New business',
    accountName: 'Harbor $& Foods',
    amount: null,
    currency: 'EUR',
    outgoing: ana,
    incoming: ben,
  },
  packet: {
    v: 1,
    template: aeCsm,
    variant: 'standard',
    answers: {
      success: given({ type: 'successCriteria', rows: [criterion] }),
      risk: given({
        type: 'risks',
        rows: [
          { ...risk, risk: 'Slow IT', severity: 'low' },
          { ...risk, id: 'r2', risk: 'Dana leaves', severity: 'high' },
        ],
      }),
      objections: given({ type: 'objections', rows: [{ ...objection, status: 'resolved' }] }),
    },
  },
} as const

describe('teach-back', () => {
  it('asks for the goal, the biggest risk and what stays closed, with what the packet says', () => {
    const prompts = teachBackPrompts(source, 'recipient')
    expect(prompts.map(({ about, expected }) => [about, expected.map(({ text }) => text)])).toEqual(
      [
        ['goal', ['Close: target 4 days; our assumption']],
        ['risk', ['Dana leaves']],
        ['do-not-reopen', ['Too dear; do not reopen']],
      ],
    )
  })

  it('names the customer as written', () => {
    expect(teachBackPrompts(source, 'recipient')[0]?.prompt).toBe(
      'What does Harbor $& Foods want to reach, and by when?',
    )
  })

  it('never gives the answer away in the prompt, and always asks three things', () => {
    fc.assert(
      fc.property(briefSources, (any) => {
        const prompts = teachBackPrompts(any, 'recipient')
        expect(prompts).toHaveLength(3)
        expect(prompts.map(({ prompt }) => prompt)).toEqual(
          teachBackPrompts({ ...any, packet: { ...any.packet, answers: {} } }, 'recipient').map(
            ({ prompt }) => prompt,
          ),
        )
      }),
      { numRuns: 30 },
    )
  })
})
