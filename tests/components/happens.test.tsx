import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Desk } from '#components/packet/desk.ts'
import { PacketActions } from '#components/packet/packet-actions.tsx'
import { type Steps, WithSteps } from '#components/transition/steps.ts'
import { Completing } from '#components/transition/completing.tsx'
import type { Comment } from '#lib/handoff/comment.ts'
import { AskBar } from '#components/packet/ask-box.tsx'
import { ReplyBox } from '#components/packet/reply-box.tsx'
import { ben, handoff, NOW, question, section, template } from '../lib/handoff/builders.ts'
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
const clarification = (id: string): Comment => ({
  id,
  kind: 'clarification',
  question: 'why.pain',
  section: 'why',
  body: 'Whose pain?',
  author: ben,
  writtenAt: NOW,
  dueAt: NOW,
  resolvedAt: null,
  resolvedBy: null,
  inReplyTo: null,
})
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

  it('is said before the recipient asks, once a question stands in its box', async () => {
    const asked = question({ key: 'why.pain' })
    const typed = { 'ask:why.pain': 'Since when?' }
    const at = { handoff: handoff({ status: 'submitted' }), happens, typed }
    atDesk(<AskBar template={template([section([asked])])} />, at)
    expect(await screen.findByText('This is posted: clarification.')).toBeDefined()
  })

  it.each([
    { open: 1, isSaid: true },
    { open: 2, isSaid: false },
  ])('is said before the last answer, with $open open: $isSaid', ({ open, isSaid }) => {
    const comments = Array.from({ length: open }, (_, at) => clarification(String(at)))
    const asked = handoff({ status: 'clarification', comments })
    const [first] = comments
    if (!first) throw new Error('no question')
    atDesk(<ReplyBox comment={first} />, { handoff: asked, role: 'outgoing', happens })
    expect(screen.queryByText('This is posted: submitted.') !== null).toBe(isSaid)
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
