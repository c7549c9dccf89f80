import { describe, expect, it } from 'vitest'
import { checkTemplate } from '#lib/handoff/template-check.ts'
import type { Offset, Template } from '#lib/handoff/template.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { question, section, template } from './builders.ts'

const offset = (amount: number, unit: Offset['unit'] = 'days') => ({ amount, unit })
const problemsOf = (over: Partial<Template>) => {
  const checked = checkTemplate(template([section([question()])], over))
  return checked.outcome === 'faulty' ? checked.problems : []
}
const phase = (from: Offset, to: Offset): Partial<Template> => ({
  phases: [{ phase: 'shadow', anchor: 'accepted', communicationOwner: 'outgoing', from, to }],
})
const milestone = (of: Offset): Partial<Template> => ({
  milestones: [
    {
      key: 'm',
      label: 'M',
      kind: 'task',
      anchor: 'won',
      offset: of,
      owner: 'both',
      required: true,
    },
  ],
})

describe('the times of a template', () => {
  it.each([
    { over: milestone(offset(1e9, 'business-days')), path: 'milestones[0].offset.amount' },
    { over: milestone(offset(-1e9, 'hours')), path: 'milestones[0].offset.amount' },
    { over: phase(offset(0), offset(4000)), path: 'phases[0].to.amount' },
    {
      over: { clocks: { decision: offset(1e6, 'business-hours'), clarification: offset(1) } },
      path: 'clocks.decision.amount',
    },
  ])('may not lie ten years away: $path', ({ over, path }) => {
    expect(problemsOf(over)).toEqual([
      { path, sentence: expect.stringMatching(/more than ten years/) },
    ])
  })

  it('of a clock lie ahead', () => {
    expect(problemsOf({ clocks: { decision: offset(-2), clarification: offset(1) } })).toEqual([
      { path: 'clocks.decision.amount', sentence: 'No clock runs backwards.' },
    ])
  })

  it.each([
    { over: milestone(offset(1.5, 'business-days')), path: 'milestones[0].offset.amount' },
    { over: phase(offset(0), offset(2.5)), path: 'phases[0].to.amount' },
  ])('are whole days: $path', ({ over, path }) => {
    expect(problemsOf(over)).toEqual([
      { path, sentence: 'Days are counted whole. Give a whole number, or hours.' },
    ])
  })

  it('may be parts of hours', () => {
    const decision = offset(1.5, 'business-hours')
    expect(problemsOf({ clocks: { decision, clarification: offset(0.5, 'hours') } })).toEqual([])
  })

  it('run forwards', () => {
    expect(problemsOf(phase(offset(5), offset(1)))).toMatchObject([{ path: 'phases[0].to' }])
  })

  it.each([phase(offset(0), offset(0)), phase(offset(2, 'business-days'), offset(10)), {}])(
    'may be none at all, or in several units',
    (over) => {
      expect(problemsOf(over)).toEqual([])
    },
  )

  it.each(builtInTemplates)('of $key are near', (one) => {
    expect(checkTemplate(one).outcome).toBe('sound')
  })
})
