import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { ReassignSheet } from '#components/inbox/reassign-sheet.tsx'

afterEach(cleanup)

const sam = {
  userId: '005S',
  name: 'Sam Okonkwo',
  title: 'Sales Development',
  email: 'sam@acme.example',
  department: '',
  why: '',
}

it('whoever was chosen for a handoff leads on to the reason, and back to the search', async () => {
  render(
    <ReassignSheet
      deal="Northwind"
      from="Ben Kowalski"
      search={async () => ({ users: [sam] })}
      isSending={false}
      onReassign={() => undefined}
      onClose={() => undefined}
    />,
  )
  const user = userEvent.setup()
  await user.type(screen.getByRole('searchbox'), 'sam')
  await screen.findByRole('button', { name: /^Sam Okonkwo/ })
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Why/ }))
  await user.click(screen.getByRole('button', { name: 'Choose somebody else' }))
  expect(document.activeElement).toBe(screen.getByRole('searchbox'))
})
