import { describe, expect, it } from 'vitest'
import { causes, placeOf, placesFor, planTrace, tracesIn } from '#lib/handoff/trace.ts'
import { traceWords } from '#lib/handoff/trace-words.ts'
import { handoff, question, section, template } from './builders.ts'

const ben = { userId: '005000000000002AAA', name: 'Ben Kowalski' }
const NOW = '2026-06-10T09:00:00.000Z'
const completed = handoff({ status: 'completed' })
const kickoff = {
  key: 'kickoff',
  label: 'The kickoff is held',
  kind: 'joint-call',
  anchor: 'won',
  offset: { amount: 7, unit: 'days' },
  owner: 'both',
  required: true,
} as const
const own = template([section([question()])], { milestones: [kickoff] })

const tracing = {
  operationKey: 'op',
  actor: ben,
  role: 'incoming' as const,
  now: NOW,
  harm: 'lost' as const,
  cause: 'missing' as const,
  about: 'why.pain',
  words: 'Nobody knew.',
  template: own,
}

const entry = (details: Record<string, string>) => ({ kind: 'Trouble_Traced' as const, details })

describe('trouble that is traced to a handoff', () => {
  it('stands in the log with its cause, the answer it points at as that was called, and words', () => {
    expect(planTrace(completed, tracing)).toMatchObject({
      plan: {
        handoff: {},
        events: [
          {
            kind: 'Trouble_Traced',
            details: {
              harm: 'lost',
              cause: 'missing',
              about: 'why.pain',
              label: 'Problem to solve',
              words: 'Nobody knew.',
            },
          },
        ],
      },
    })
  })

  it.each(['outgoing', 'incoming', 'manager'] as const)('is for the %s to say', (role) => {
    expect(planTrace(completed, { ...tracing, role }).outcome).toBe('planned')
  })

  it.each(['submitted', 'declined', 'cancelled'] as const)(
    'is said of no handoff that is %s',
    (status) => {
      expect(planTrace(handoff({ status }), tracing).outcome).toBe('refused')
    },
  )

  it.each([
    { change: { about: 'kickoff' }, because: 'That is not part of this handoff.' },
    {
      change: { cause: 'other', about: '', words: ' ' },
      because: 'Say in a few words what it was.',
    },
    { change: { cause: 'none', about: '' }, because: 'Nobody has said that of the handoff.' },
    {
      change: { words: 'x'.repeat(4001) },
      because: '“In a few words” has 4001 characters; 4000 fit.',
    },
  ] as const)('is refused: $because', ({ change, because }) => {
    expect(planTrace(completed, { ...tracing, ...change })).toEqual({ outcome: 'refused', because })
  })

  it.each(causes.map((cause) => [cause, placeOf(cause)] as const))(
    'by %s points at a %s of the handoff',
    (cause, at) => {
      const keys = { question: ['why.pain'], step: ['kickoff'] }
      expect(placesFor(cause, {}, own).map(({ key }) => key)).toEqual(
        at === undefined ? [] : keys[at],
      )
    },
  )

  it('is what was said last of each, until it is taken back', () => {
    const events = [
      entry({ harm: 'lost', cause: 'missing' }),
      entry({ harm: 'stalled', cause: 'slow' }),
      entry({ harm: 'lost', cause: 'wrong' }),
      entry({ harm: 'stalled', cause: 'none' }),
      entry({ harm: 'stolen', cause: 'slow' }),
    ]
    expect(tracesIn(events)).toEqual([{ harm: 'lost', cause: 'wrong' }])
  })

  it('is told in a sentence', () => {
    const trace = { harm: 'complaint', cause: 'step', about: 'kickoff' } as const
    expect(traceWords({ ...trace, label: 'The kickoff is held' })).toBe(
      'The customer complained: a step came late, or not at all (“The kickoff is held”)',
    )
  })
})
