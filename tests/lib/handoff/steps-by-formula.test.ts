import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { foreseen } from '#lib/handoff/foreseen.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import type { Milestone } from '#lib/handoff/template.ts'
import { arranged } from '#lib/handoff/transition-plan.ts'
import { ana, deal, draft, handoff, NOW, question, section, template, typed } from './builders.ts'

const step = (key: string, formula: string): Milestone => ({
  key,
  label: key,
  kind: 'joint-call',
  anchor: 'accepted',
  offset: { amount: 3, unit: 'business-days' },
  owner: 'both',
  required: true,
  when: { when: 'formula', formula },
})

const from = template([section([question()])], {
  milestones: [
    step('large', 'Amount > 50000'),
    step('small', 'Amount <= 50000'),
    step('pained', 'NOT(ISBLANK($Answer.why_pain))'),
  ],
})
const answers = { 'why.pain': typed('Nine days to close the books') }
const about = { template: from, calendar: plainCalendar('UTC'), now: NOW }
const keys = ({ milestones }: ReturnType<typeof arranged>) => milestones.map(({ key }) => key)

describe('a step that a formula asks for', () => {
  it('is planned where the formula is true, by the deal and the answers', async () => {
    const formulas = await formulasFor(from, undefined)
    const packet = { v: 1, template: from, variant: 'standard', answers } as const
    const taken = handoff({ packet, transition: null })
    expect(keys(arranged({ ...about, formulas, handoff: taken, deal: deal() }))).toEqual([
      'large',
      'pained',
    ])
    expect(
      keys(arranged({ ...about, formulas, handoff: { ...taken, packet: null }, deal: deal() })),
    ).toEqual(['large'])
  })

  it('is in what the sender foresees as it will be', async () => {
    const formulas = await formulasFor(from, undefined)
    const draftOf = { draft: draft(answers), deal: deal(), actor: ana, handoff: null }
    expect(keys(foreseen({ ...about, ...draftOf, formulas }))).toEqual(['large', 'pained'])
  })

  it('stays where nobody can tell', async () => {
    const formulas = await formulasFor(from, undefined)
    const taken = handoff({ transition: null })
    const all = ['large', 'small', 'pained']
    expect(keys(arranged({ ...about, formulas, handoff: taken, deal: null }))).toEqual(all)
    expect(keys(arranged({ ...about, handoff: taken, deal: deal() }))).toEqual(all)
  })
})
