import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import {
  milestoneIn,
  milestonesNow,
  missingTasks,
  withTasks,
} from '#lib/handoff/milestone-tasks.ts'
import { sightings } from '#lib/handoff/milestone-evidence.ts'
import { planComplete } from '#lib/handoff/moves.ts'
import { coverProblems } from '#lib/handoff/phases.ts'
import { hasMoved, planMilestone, withTransition } from '#lib/handoff/transition-moves.ts'
import { type Arranging, arranged, rearranged } from '#lib/handoff/transition-plan.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { territory } from '#lib/templates/territory.ts'
import { planAccept } from '#lib/handoff/decision.ts'
import { ben, deal, handoff, mara, NOW } from './builders.ts'

const calendar = plainCalendar('Europe/Berlin')
const taken = (over: Partial<Handoff> = {}): Handoff =>
  handoff({
    status: 'accepted',
    submittedAt: '2026-03-09T09:00:00.000Z',
    decidedAt: '2026-03-10T09:00:00.000Z',
    packet: {
      v: 1,
      template: { key: 'ae-csm', version: '1.0.0' },
      variant: 'standard',
      answers: {},
    },
    ...over,
  })
const arranging = (over: Partial<Arranging> = {}): Arranging => ({
  template: aeCsm,
  handoff: taken(),
  deal: deal(),
  calendar,
  now: NOW,
  ...over,
})

const operation = { operationKey: 'op-1', actor: ben, role: 'incoming', now: NOW } as const

describe('a transition', () => {
  it('of any template has no gap, no overlap, and no open step before it was accepted', () => {
    const cases = fc.record({
      template: fc.constantFrom(...builtInTemplates),
      variant: fc.constantFrom('express' as const, 'standard' as const, 'enterprise' as const),
      days: fc.integer({ min: -300, max: 300 }),
    })
    fc.assert(
      fc.property(cases, ({ template, variant, days }) => {
        const day = new Date(Date.parse(NOW) + days * 86_400_000).toISOString().slice(0, 10)
        const { packet } = taken()
        const one = taken({ effectiveDate: day, packet: packet && { ...packet, variant } })
        const fields = { ...deal().fields, 'Opportunity.CloseDate': day }
        const plan = arranged(arranging({ template, handoff: one, deal: deal({ fields }) }))
        expect(coverProblems(plan.phases).filter(({ speaks }) => speaks === 'both')).toEqual([])
        const open = plan.milestones.filter(({ status }) => status === 'open')
        expect(open.every(({ at }) => at === null || at >= '2026-03-10')).toBe(true)
        expect(
          rearranged(plan, arranging({ template, handoff: one, deal: deal({ fields }) })),
        ).toEqual(plan)
      }),
    )
  })

  it('of a deal won long ago starts when it is handed over', () => {
    const fields = { ...deal().fields, 'Opportunity.CloseDate': '2025-01-15' }
    const { phases } = arranged(arranging({ deal: deal({ fields }) }))
    expect(phases[0]?.from).toBe('2026-03-09')
  })

  it('without its day has neither phases nor dated steps, until the day is said', () => {
    const unknown = arranged(arranging({ template: territory }))
    expect(unknown.phases).toEqual([])
    expect(missingTasks(unknown, taken(), { calendar, now: NOW })).toEqual([])
    const said = arranged(
      arranging({ template: territory, handoff: taken({ effectiveDate: '2026-04-01' }) }),
    )
    expect(said.phases.find(({ phase }) => phase === 'lead')?.from).toBe('2026-04-01')
  })

  it('is moved by the dates of the deal, and says so only then', () => {
    const transition = arranged(arranging())
    const running = taken({ transition })
    expect(hasMoved(arranging({ handoff: running }))).toBe(false)
    const fields = { ...deal().fields, 'Opportunity.CloseDate': '2026-05-04' }
    expect(hasMoved(arranging({ handoff: running, deal: deal({ fields }) }))).toBe(true)
  })
})

describe('tasks', () => {
  it('name their milestone, and nobody gets one twice', () => {
    const transition = arranged(arranging())
    const making = { calendar, now: NOW }
    const tasks = missingTasks(transition, taken(), making)
    const keys = tasks.map(({ description }) => milestoneIn(description))
    expect(keys).toContain('kickoff')
    expect(keys.filter((key) => key === 'rating')).toHaveLength(2)
    expect(keys).not.toContain('submit')
    expect(missingTasks(withTasks(transition), taken(), making)).toEqual([])
    for (const { remindAt, day } of tasks) {
      expect((remindAt ?? NOW) >= NOW && (remindAt ?? NOW).slice(0, 10) <= String(day)).toBe(true)
    }
  })

  it('close their milestone together, and move it when somebody moved them', () => {
    const { milestones } = arranged(arranging())
    const [day] = milestones.filter(({ key }) => key === 'rating').map((one) => one.day)
    const task = { milestone: 'rating', subject: '', day: day ?? null, owner: ben }
    const statusWith = (...closed: readonly boolean[]) =>
      milestonesNow(
        { milestones },
        closed.map((isClosed, at) => Object.assign({}, task, { id: String(at), isClosed })),
      ).find(({ key }) => key === 'rating')
    expect(statusWith(true, false)).toMatchObject({ status: 'open', touched: false })
    expect(statusWith(true, true)).toMatchObject({ status: 'done' })
    const moved = [{ ...task, id: '1', isClosed: false, day: '2026-06-01' }]
    expect(milestonesNow({ milestones }, moved).find(({ key }) => key === 'rating')).toMatchObject({
      day: '2026-06-01',
      touched: true,
    })
  })
})

describe('accepting without a packet', () => {
  it('plans nothing, and is not kept from happening', () => {
    const offline = taken({ packet: null, status: 'submitted' })
    const accepting = planAccept(offline, { ...operation, note: '' })
    expect(withTransition(accepting, { ...operation, ...arranging({ handoff: offline }) })).toBe(
      accepting,
    )
  })
})

describe('a step', () => {
  it('that meets the customer is the first contact', () => {
    const running = taken({ transition: arranged(arranging()) })
    const change = { key: 'kickoff', status: 'done' as const, note: '' }
    const plan = planMilestone({ ...operation, ...arranging({ handoff: running }), change })
    expect(plan).toMatchObject({
      plan: { handoff: { firstCustomerContactAt: NOW, status: 'in-transition' } },
    })
  })

  it('looks done when something like it has happened near its day, once each', () => {
    const { milestones } = arranged(arranging())
    const activity = { text: '', who: 'Ana Alvarez', isOpen: false }
    const found = sightings(
      milestones,
      [
        { ...activity, id: '1', kind: 'meeting', subject: 'Kickoff', at: '2026-03-19T09:00:00Z' },
        { ...activity, id: '2', kind: 'email', subject: 'Welcome', at: '2026-03-13T09:00:00Z' },
        { ...activity, id: '3', kind: 'meeting', subject: 'Discovery', at: '2026-02-01T09:00:00Z' },
      ],
      { since: '2026-03-09T09:00:00Z', now: '2026-03-25T09:00:00Z', timeZone: 'Europe/Berlin' },
    )
    expect(found.get('kickoff')).toMatchObject({ activityId: '1' })
    expect(found.get('welcome-mail')).toMatchObject({ activityId: '2' })
    const used = [...found.values()].map(({ activityId }) => activityId)
    expect(new Set(used).size).toBe(used.length)
    expect(used).not.toContain('3')
  })
})

describe('completing', () => {
  const running = taken({ status: 'in-transition', transition: arranged(arranging()) })

  const completing = { ...operation, activities: null }

  it('waits for the required steps, and names them', () => {
    expect(planComplete(running, completing)).toMatchObject({
      outcome: 'refused',
      because: expect.stringContaining('Kickoff'),
    })
  })

  it('is for a manager to do all the same, who says why', () => {
    const managed = { ...completing, actor: mara, role: 'manager' } as const
    expect(planComplete(running, managed)).toMatchObject({
      because: expect.stringContaining('Say why'),
    })
    expect(planComplete(running, { ...managed, reason: 'The customer left' })).toMatchObject({
      plan: { handoff: { status: 'completed' } },
    })
  })

  it('needs no ratings: they are due then', () => {
    const { transition } = running
    const milestones = transition?.milestones.map((one) =>
      one.kind === 'rating' ? one : Object.assign({}, one, { status: 'done' as const }),
    )
    const closed = {
      ...running,
      transition: { v: 1 as const, phases: [], milestones: milestones ?? [] },
    }
    expect(planComplete(closed, completing)).toMatchObject({ outcome: 'planned' })
  })

  it.each([
    {
      what: 'is planned',
      at: '2026-03-11T10:00:00Z',
      kind: 'meeting' as const,
      words: null,
      outcome: 'planned',
    },
    {
      what: 'has passed',
      at: '2026-03-09T10:00:00Z',
      kind: 'meeting' as const,
      words: null,
      outcome: 'refused',
    },
    {
      what: 'is only a call',
      at: '2026-03-11T10:00:00Z',
      kind: 'call' as const,
      words: null,
      outcome: 'refused',
    },
    {
      what: 'is said to be needless',
      at: '2026-03-09T10:00:00Z',
      kind: 'meeting' as const,
      words: 'They left',
      outcome: 'planned',
    },
  ])('when the next meeting $what: $outcome', ({ at, kind, words, outcome }) => {
    const [activity] = deal().activities
    const activities = activity ? [{ ...activity, at, kind }] : []
    const noMeeting = words === null ? {} : { noMeeting: { by: ben, at: NOW, words } }
    const closed = {
      ...running,
      transition: { v: 1 as const, phases: [], milestones: [], ...noMeeting },
    }
    const done = planComplete(closed, { ...operation, activities })
    expect([done.outcome, JSON.stringify(done).includes('next meeting')]).toEqual([
      outcome,
      outcome === 'refused',
    ])
  })
})
