import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { CancelledNotice } from '#components/handoff/handed-over-notice.tsx'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'
import { ana, handoff, mara, NOW } from '../lib/handoff/builders.ts'

afterEach(cleanup)

const shown = (kind: LoggedEvent['kind'], actor: typeof mara) => {
  const event = { id: 'e1', kind, actor, at: NOW, details: { reason: 'The deal fell through.' } }
  render(<CancelledNotice handoff={handoff({ status: 'cancelled', events: [event] })} />)
  return screen.queryByText('The deal fell through.')
}

it('a draft says by whom the handoff before it was cancelled, and why', () => {
  expect(shown('Cancelled', mara)).not.toBeNull()
  expect(screen.getByText(/^Mara Moss cancelled/)).not.toBeNull()
})

it('a draft says nothing of a handoff that its sender took back', () => {
  expect(shown('Withdrawn', ana)).toBeNull()
})
