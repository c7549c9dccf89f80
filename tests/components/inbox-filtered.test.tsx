import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { InboxBoard } from '#components/inbox/inbox-board.tsx'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { ben, inboxItem } from '../gallery/deal.ts'

afterEach(cleanup)

const inbox = (items: readonly InboxItem[]) => (
  <InboxBoard
    items={items}
    operations={[]}
    userId={ben.userId}
    formats={{ locale: 'en-GB', timeZone: 'UTC' }}
    now={Date.now()}
    notice={null}
    onDeed={() => undefined}
  />
)

it('whose handoffs are shown is still said when the last of them has left the list', async () => {
  const user = userEvent.setup()
  const others = Array.from({ length: 6 }, (_, at) => ({ ...inboxItem('submitted'), id: `${at}` }))
  const cleo = { userId: '005C', name: 'Cleo' }
  const { rerender } = render(inbox([{ ...inboxItem('submitted'), outgoing: cleo }, ...others]))
  const senders = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sender' })
  await user.selectOptions(senders, 'Cleo (1)')
  rerender(inbox(others))
  expect(screen.getByText('No handoff fits the filter')).toBeDefined()
  expect(senders.selectedOptions[0]?.textContent).toBe('Cleo (0)')
  await user.selectOptions(senders, 'Sender: all')
  expect(screen.queryByText('No handoff fits the filter')).toBeNull()
  expect(screen.queryByRole('option', { name: /^Cleo/ })).toBeNull()
})
