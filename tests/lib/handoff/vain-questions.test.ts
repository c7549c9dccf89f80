import { describe, expect, it } from 'vitest'
import { planNotes } from '#lib/handoff/template-plan.ts'
import type { Question } from '#lib/handoff/question.ts'
import { question, section, template } from './builders.ts'

const notesOn = (...questions: Partial<Question>[]) =>
  planNotes(
    template([section(questions.map((over, at) => question({ key: `q${at}`, ...over })))], {
      variants: ['express', 'standard', 'enterprise'],
    }),
  )

describe('a question of no variant', () => {
  const sentence = 'No variant stands here, so this is never used. Name one, or remove the list.'

  it('is spoken of, because it is never asked', () => {
    expect(notesOn({ variants: [] }, { variants: ['express'] }, {})).toEqual([
      {
        path: 'sections[0].questions[0].variants',
        sentence,
      },
    ])
  })

  it('and so is such a step, or phase', () => {
    const offset = { amount: 1, unit: 'days' } as const
    const step = { key: 'm', label: 'M', kind: 'task', owner: 'both', required: false } as const
    const phase = { phase: 'joint', communicationOwner: 'incoming' } as const
    const whole = template([section([question()])], {
      milestones: [{ ...step, anchor: 'accepted', offset, variants: [] }],
      phases: [{ ...phase, anchor: 'accepted', from: offset, to: offset, variants: [] }],
    })
    expect(planNotes(whole)).toEqual([
      { path: 'milestones[0].variants', sentence },
      { path: 'phases[0].variants', sentence },
    ])
  })
})

describe('two questions that are written to the same field', () => {
  const writeTo = 'Opportunity.NextStep'
  const sentence = `Where “q0” is answered, this answer is not written to ${writeTo}: the first one is.`

  it('are spoken of where both are asked', () => {
    const second = { path: 'sections[0].questions[1].writeTo', sentence }
    expect(notesOn({ writeTo }, { writeTo })).toEqual([second])
    expect(notesOn({ writeTo }, { writeTo, variants: ['express'] })).toEqual([second])
  })

  it('are not where one of them is asked in each variant', () => {
    expect(
      notesOn({ writeTo, variants: ['express'] }, { writeTo, variants: ['standard'] }),
    ).toEqual([])
    expect(notesOn({ writeTo }, { writeTo: 'Opportunity.Description' })).toEqual([])
  })
})
