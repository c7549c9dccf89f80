import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { PacketView } from '#components/packet/packet-view.tsx'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'
import {
  ana,
  handoff,
  NOW,
  question,
  section,
  template as templateOf,
} from '../lib/handoff/builders.ts'
import { atDesk, plainPacket } from './at-desk.tsx'

afterEach(cleanup)

const template = templateOf([section([question({ key: 'champion', label: 'Champion' })])])
const bypassed: LoggedEvent = {
  id: 'e1',
  kind: 'Bypassed',
  actor: ana,
  at: NOW,
  details: { reason: 'The quarter ends today.', manager: 'Mara Moss', questions: ['champion'] },
}

const open = (bypassReason: string) =>
  atDesk(<PacketView {...plainPacket} template={template} />, {
    handoff: handoff({ bypassReason, events: [bypassed] }),
  })

it('a handoff that was sent incomplete says what was missing, why, and who stands behind it', () => {
  open('The quarter ends today.')
  const title =
    'Ana Alvarez sent it although something was missing in “Champion”; Mara Moss stands behind it'
  expect(screen.getByText(title).closest('[role=status]')?.textContent).toContain(
    'The quarter ends today.',
  )
})

it('a handoff that was mended since and sent again does not say so any more', () => {
  open('')
  const told = screen.queryAllByRole('status').map(({ textContent }) => textContent)
  expect(told.join()).not.toContain('something was missing')
})
