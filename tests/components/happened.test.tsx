import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Happened } from '#components/packet/happened.tsx'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'
import { ben, handoff, NOW, template as templateOf } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const reason = { code: 'CAPACITY', label: 'I have no capacity', goesTo: 'manager' } as const
const step = {
  key: 'kickoff',
  label: 'Kickoff with both',
  kind: 'joint-call',
  anchor: 'accepted',
  owner: 'both',
  required: true,
} as const
const template = templateOf([], {
  declineReasons: [reason],
  milestones: [{ ...step, label: 'Kickoff', offset: { amount: 5, unit: 'days' } }],
})
const planned = { ...step, at: null, day: null, status: 'open', touched: false } as const

const entry = (kind: LoggedEvent['kind'], details: LoggedEvent['details']) => ({
  id: kind,
  kind,
  actor: ben,
  at: NOW,
  details,
})
const events = [
  entry('Declined', { reasons: ['CAPACITY'] }),
  entry('Milestone_Changed', { milestone: 'kickoff', status: 'done' }),
]

const told = () => screen.getAllByRole('listitem', { hidden: true }).map((one) => one.textContent)

it('the log names the reasons of a decline that has been mended since, and steps as the plan calls them', () => {
  atDesk(<Happened template={template} />, {
    handoff: handoff({ events, transition: { v: 1, phases: [], milestones: [planned] } }),
  })
  const [latest, first] = told()
  expect(latest).toMatch(/^Ben Bauer finished “Kickoff with both” · /)
  expect(first).toMatch(/^Ben Bauer declined it: I have no capacity · /)
})

it('steps are called what the template calls them where the plan cannot be read', () => {
  atDesk(<Happened template={template} />, { handoff: handoff({ events }) })
  expect(told()[0]).toMatch(/^Ben Bauer finished “Kickoff” · /)
})
