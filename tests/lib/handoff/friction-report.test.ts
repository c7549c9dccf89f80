import { describe, expect, it } from 'vitest'
import { frictionSteps, frictionStepNow, planFriction } from '#lib/handoff/friction-report.ts'
import { statuses } from '#lib/handoff/handoff.ts'
import { ben, handoff, NOW } from './builders.ts'

const report = {
  operationKey: 'op',
  actor: ben,
  role: 'incoming' as const,
  now: NOW,
  step: 'submitted',
  cause: 'NO_TIME',
  words: '',
}
const submitted = handoff({ status: 'submitted' })

const kickoff = {
  key: 'kickoff',
  label: 'Kickoff with the customer',
  kind: 'joint-call' as const,
  owner: 'incoming' as const,
  required: true,
  anchor: 'accepted' as const,
  at: null,
  day: null,
  status: 'open' as const,
  touched: false,
}
const moving = handoff({
  status: 'in-transition',
  transition: { v: 1, phases: [], milestones: [kickoff] },
})

describe('reporting what holds a handoff up', () => {
  it('leaves one entry in the log and changes nothing else', () => {
    expect(planFriction(submitted, { ...report, words: ' Year end ' })).toMatchObject({
      plan: {
        events: [
          {
            operationKey: 'op',
            kind: 'Friction_Reported',
            fromStatus: 'submitted',
            toStatus: 'submitted',
            details: {
              step: 'submitted',
              label: 'Waiting for the decision',
              cause: 'NO_TIME',
              words: 'Year end',
            },
          },
        ],
        handoff: {},
        opportunity: null,
        comments: [],
        tasks: [],
        inWords: [
          'The log says what held it up: Too much else was due, at “Waiting for the decision”.',
        ],
      },
    })
  })

  it.each(['outgoing', 'incoming', 'manager'] as const)('is for everybody: %s', (role) => {
    expect(planFriction(submitted, { ...report, role }).outcome).toBe('planned')
  })

  it.each([
    { over: { cause: 'OTHER' }, because: 'Say in a few words what held it up.' },
    { over: { cause: 'WEATHER' }, because: 'Choose what held it up.' },
    { over: { step: 'kickoff' }, because: 'Choose the step that was held up.' },
    { over: { step: 'transfer' }, because: 'Choose the step that was held up.' },
    {
      over: { words: 'x'.repeat(4001) },
      because: '“What happened” has 4001 characters; 4000 fit.',
    },
  ])('is refused where something is missing: $because', ({ over, because }) => {
    expect(planFriction(submitted, { ...report, ...over })).toEqual({ outcome: 'refused', because })
  })

  it('is refused once the handoff is cancelled', () => {
    expect(planFriction(handoff({ status: 'cancelled' }), report).outcome).toBe('refused')
  })

  it('can name a step of the plan, as it is called there', () => {
    expect(planFriction(moving, { ...report, step: 'milestone:kickoff' })).toMatchObject({
      plan: {
        events: [{ details: { step: 'milestone:kickoff', label: 'Kickoff with the customer' } }],
      },
    })
  })

  it.each(statuses.filter((status) => status !== 'cancelled'))(
    'offers the step where it is: %s',
    (status) => {
      const one = handoff({ status })
      expect(frictionSteps(one).map(({ step }) => step)).toContain(frictionStepNow(one))
    },
  )
})
