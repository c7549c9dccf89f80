import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { foreseen, plannedBySender } from '#lib/handoff/foreseen.ts'
import type { MilestoneChanges } from '#lib/handoff/milestone-change.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { ana, ben, deal, draft, NOW } from './builders.ts'

const foreseeing = (milestones?: MilestoneChanges) => ({
  template: aeCsm,
  draft: draft({}, { recipient: ben, variant: 'standard' as const, milestones }),
  deal: deal(),
  actor: ana,
  handoff: null,
  calendar: plainCalendar('UTC'),
  now: NOW,
})
const stepsOf = (milestones?: MilestoneChanges) =>
  Object.fromEntries(foreseen(foreseeing(milestones)).milestones.map((one) => [one.key, one]))

describe('the steps that a sender sees before submitting', () => {
  it('are those of the template, with days from today on', () => {
    const { kickoff, sync } = stepsOf()
    expect(sync).toMatchObject({ day: '2026-03-12', owner: 'both', status: 'open' })
    expect(kickoff).toMatchObject({ day: '2026-03-24', touched: false })
  })

  it('follow a step that was moved, and stay where a person has put them', () => {
    const moved = stepsOf({ kickoff: { day: '2026-04-01' }, sync: { day: '2026-03-30' } })
    expect(moved['kickoff']).toMatchObject({ day: '2026-04-01', touched: true })
    expect(moved['leave-cc']).toMatchObject({ day: '2026-04-15', touched: false })
    expect(moved['sync']).toMatchObject({ day: '2026-03-30', touched: true })
  })

  it('go to whom the sender says', () => {
    expect(stepsOf({ 'intro-mail': { owner: 'incoming' } })['intro-mail']?.owner).toBe('incoming')
  })

  it.each([
    { step: 'business-review', is: 'skipped' },
    { step: 'kickoff', is: 'open' },
  ])('are left out only where they are not required: $step is $is', ({ step, is }) => {
    expect(stepsOf({ [step]: { isLeftOut: true } })[step]?.status).toBe(is)
  })

  it('travel with the handoff only where the sender wants them otherwise', () => {
    expect(plannedBySender(foreseeing())).toBeUndefined()
    expect(plannedBySender(foreseeing({}))).toBeUndefined()
    const wanted = plannedBySender(foreseeing({ kickoff: { day: '2026-04-01' } }))
    expect(wanted?.milestones.find(({ key }) => key === 'kickoff')?.day).toBe('2026-04-01')
  })
})
