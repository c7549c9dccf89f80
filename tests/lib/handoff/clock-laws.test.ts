import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToClock, plainCalendar } from '#lib/handoff/business-time.ts'
import type { DecisionTimes } from '#lib/handoff/clocks.ts'
import { decisionTimes } from '#lib/handoff/clocks.ts'
import { clockOf } from '#lib/handoff/decision-clock.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { item } from './inbox-items.ts'

const MINUTE = 60_000
/** Around the days on which clocks are put forward. */
const start = Date.parse('2026-03-20T08:00:00.000Z')
const instants = fc
  .integer({ min: 0, max: 30 * 24 * 60 })
  .map((minutes) => new Date(start + minutes * MINUTE).toISOString())
const pauses = fc.tuple(instants, instants).map(([one, other]) => {
  const [from = one, to = other] = [one, other].toSorted()
  return { question: 'q', from, to }
})

const situations = fc.record({
  clocks: fc.constantFrom(...builtInTemplates.map(({ clocks }) => clocks)),
  submittedAt: instants,
  calendar: fc
    .constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe')
    .map(plainCalendar),
  before: fc.array(pauses, { maxLength: 4 }),
})
type Situation = typeof situations extends fc.Arbitrary<infer One> ? One : never
type Pause = Situation['before'][number]

/** The two readings of a clock: from the template, and from the due time that is stored. */
function timesOf({ clocks, submittedAt, calendar }: Situation, all: readonly Pause[]) {
  const dueAt = addToClock(submittedAt, clocks.decision, calendar)
  return [
    decisionTimes(clocks, submittedAt, { calendar, pauses: all }),
    clockOf(item({ submittedAt, dueAt, pauses: [...all] }), clocks, calendar),
  ]
}

const steps = (times: DecisionTimes | undefined) =>
  [times?.remindAt, times?.dueAt, times?.escalateAt, times?.reassignAt].map((at) => at ?? '')

describe('the clock of a decision', () => {
  it('is never earlier for one more pause', () => {
    fc.assert(
      fc.property(situations, pauses, (situation, more) => {
        const without = timesOf(situation, situation.before)
        const later = timesOf(situation, [...situation.before, more])
        without.forEach((times, reading) => {
          const after = steps(later[reading])
          steps(times).forEach((at, step) => expect((after[step] ?? '') >= at).toBe(true))
        })
      }),
      { numRuns: 500 },
    )
  })

  it('tells the same in whatever order its pauses are told, from the template and from the record', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { before, clocks } = situation
        const [planned, stored] = timesOf(situation, before)
        expect(timesOf(situation, before.toReversed())).toEqual([planned, stored])
        const kept = clocks.decision.unit.startsWith('business-') ? stored : planned
        expect(kept?.dueAt).toBe(planned?.dueAt)
      }),
      { numRuns: 500 },
    )
  })

  it('reminds before it is due, and escalates after', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        for (const times of timesOf(situation, situation.before)) {
          const [remind = '', due = '', escalate = ''] = steps(times)
          expect(remind <= due && (escalate === '' || escalate >= due)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
