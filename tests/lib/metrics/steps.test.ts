import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withSteps } from '#lib/metrics/steps.ts'
import { record } from './records.ts'

const day = (date: number) => `2027-05-${String(date).padStart(2, '0')}T09:00:00Z`
const open = record({ kickoffAt: null, firstValueAt: null })

interface Change {
  readonly key?: string
  readonly status?: string | null
  readonly meetingAt?: string | null
}

/** Something that the log says of a step on a day of May. */
const said = (date: number, { key = 'kickoff', status = null, meetingAt = null }: Change) => ({
  handoffId: open.id,
  at: day(date),
  step: { key, status, meetingAt },
})
const kickoff = (...events: readonly ReturnType<typeof said>[]) =>
  withSteps([open], events)[0]?.kickoffAt

describe('the kickoff of a handoff', () => {
  it.each([
    ['is when it was marked', [said(9, { status: 'done' })], day(9)],
    [
      'is when they met, marked later',
      [said(5, { meetingAt: day(8) }), said(9, { status: 'done' })],
      day(8),
    ],
    [
      'is when it was marked, the meeting being moved to later',
      [
        said(5, { meetingAt: day(8) }),
        said(7, { meetingAt: day(20) }),
        said(9, { status: 'done' }),
      ],
      day(9),
    ],
    ['is not known of a meeting alone', [said(5, { meetingAt: day(8) })], null],
    [
      'is not known once it is open again',
      [said(9, { status: 'done' }), said(10, { status: 'open' })],
      null,
    ],
    ['is not known where it was left out', [said(9, { status: 'skipped' })], null],
    ['is not that of another step', [said(9, { key: 'sync', status: 'done' })], null],
  ])('%s', (_, events, at) => {
    expect(kickoff(...events)).toBe(at)
  })

  it('does not depend on the order of the log, and is never after it was marked', () => {
    const change = fc.record({
      date: fc.integer({ min: 1, max: 28 }),
      status: fc.constantFrom('open', 'done', 'skipped', null),
      meetingAt: fc.option(fc.integer({ min: 1, max: 28 }).map(day)),
    })
    const log = fc.uniqueArray(change, { selector: ({ date }) => date, maxLength: 6 })
    fc.assert(
      fc.property(log, (changes) => {
        const events = changes.map(({ date, ...rest }) => said(date, rest))
        const at = kickoff(...events) ?? null
        expect(kickoff(...events.toReversed()) ?? null).toBe(at)
        const marks = events
          .filter(({ step }) => step.status === 'done')
          .map(({ at: mark }) => mark)
        expect(at === null || marks.some((mark) => at <= mark)).toBe(true)
      }),
    )
  })
})

it('a handoff was declined as often as its log says, also where it was sent again since', () => {
  const declined = (date: number, ...reasons: readonly string[]) =>
    Object.assign(said(date, {}), { reasons })
  const log = [declined(3, 'OTHER'), declined(5, 'OTHER', 'BAD_FIT'), said(6, {})]
  const [sentAgain] = withSteps([record({ declineReasons: [] })], log)
  expect(sentAgain?.declineReasons).toEqual(['OTHER', 'OTHER', 'BAD_FIT'])
  const [standing] = withSteps([record({ declineReasons: ['OTHER'] })], [])
  expect(standing?.declineReasons).toEqual(['OTHER'])
})

describe('the first result of a handoff', () => {
  it('is the first of the steps that ask for it', () => {
    const events = [
      said(20, { key: 'step-back', status: 'done' }),
      said(12, { key: 'first-value', status: 'done' }),
    ]
    expect(withSteps([open], events)[0]?.firstValueAt).toBe(day(12))
    expect(withSteps([open], events.slice(0, 1))[0]?.firstValueAt).toBe(day(20))
    expect(withSteps([open], [])[0]?.firstValueAt).toBeNull()
  })

  it('of one handoff says nothing of another', () => {
    const other = Object.assign({}, open, { id: 'b2' })
    const [, second] = withSteps([open, other], [said(9, { status: 'done' })])
    expect(second).toEqual(other)
  })
})
