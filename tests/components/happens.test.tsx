import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Desk } from '#components/packet/desk.ts'
import { PacketActions } from '#components/packet/packet-actions.tsx'
import { type Steps, WithSteps } from '#components/transition/steps.ts'
import { Completing } from '#components/transition/completing.tsx'
import { handoff, NOW } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const happens: Desk['happens'] = (status) => [`This is posted: ${status}.`]
const none = () => undefined
const done = async () => true
const steps: Steps = {
  setPhases: done,
  setEffectiveDay: done,
  follow: done,
  recordContact: done,
  waiveMeeting: done,
  complete: done,
  meet: done,
  readCalendars: async () => ({ outcome: 'ok', value: { engagements: [], owners: [] } }),
  saveFile: none,
  change: done,
}
const actions = (
  <PacketActions
    template={undefined}
    isLate={false}
    prompts={[]}
    obstacles={[]}
    onAccept={none}
    onDecline={none}
    onWithdraw={none}
    onMend={none}
  />
)

describe('what a template sets off', () => {
  it.each([
    { button: 'Accept…', says: 'This is posted: accepted.' },
    { button: 'Decline…', says: 'This is posted: declined.' },
  ])('is said before it comes about: $button', async ({ button, says }) => {
    const { user } = atDesk(actions, { handoff: handoff({ status: 'submitted' }), happens })
    await user.click(screen.getByRole('button', { name: button }))
    expect(screen.getByText(says)).toBeDefined()
  })

  it('is said before a handoff is withdrawn', async () => {
    const sent = { handoff: handoff({ status: 'submitted' }), role: 'outgoing' as const, happens }
    const { user } = atDesk(actions, sent)
    await user.click(screen.getByRole('button', { name: 'Withdraw…' }))
    expect(screen.getByText('This is posted: cancelled.')).toBeDefined()
  })

  it('is said before a handoff is completed', () => {
    const by = { userId: '005000000000002AAA', name: 'Ben Bauer' }
    const noMeeting = { by, at: NOW, words: 'They asked for silence' }
    const transition = { v: 1 as const, phases: [], milestones: [], noMeeting }
    const over = { handoff: handoff({ status: 'accepted', transition }), happens }
    atDesk(
      <WithSteps value={steps}>
        <Completing now={NOW} today="2026-03-10" />
      </WithSteps>,
      over,
    )
    expect(screen.getByText('This is posted: completed.')).toBeDefined()
  })
})
