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

const ben = { ...sam, userId: '005B', name: 'Ben Kowalski' }

type Asked = Partial<Pick<Parameters<typeof ReassignSheet>[0], 'search' | 'foresee'>>

/** The sheet for what Ana has sent to Ben, where Sam is found. */
const shown = (asked: Asked = {}) =>
  render(
    <ReassignSheet
      deal="Northwind"
      item={{ outgoing: { userId: '005A', name: 'Ana Ferreira' }, incoming: ben }}
      search={async () => ({ users: [sam] })}
      isSending={false}
      onReassign={() => undefined}
      onClose={() => undefined}
      {...asked}
    />,
  )

it('nobody is offered a handoff who sent it or has it', async () => {
  shown({
    search: async () => ({ users: [{ ...sam, userId: '005A', name: 'Ana Ferreira' }, ben, sam] }),
  })
  await screen.findByRole('button', { name: /^Sam Okonkwo/ })
  // Of a declined one nobody can say that it waits for him.
  expect(screen.getByText(/was sent to/).textContent).toMatch(
    /^Northwind was sent to Ben Kowalski\./,
  )
  expect(screen.queryByRole('button', { name: /^(Ana|Ben)/ })).toBeNull()
})

it('whoever was chosen for a handoff leads on to the reason, and back to the search', async () => {
  shown()
  const user = userEvent.setup()
  await user.type(screen.getByRole('searchbox'), 'sam')
  await screen.findByRole('button', { name: /^Sam Okonkwo/ })
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Why/ }))
  await user.click(screen.getByRole('button', { name: 'Choose somebody else' }))
  expect(document.activeElement).toBe(screen.getByRole('searchbox'))
})

it('what giving it to somebody sets off is said once they are chosen', async () => {
  shown({ foresee: ({ name }) => [`${name} gets the task “Decide”.`] })
  expect(screen.queryByText(/gets the task/)).toBeNull()
  await userEvent.click(await screen.findByRole('button', { name: /^Sam Okonkwo/ }))
  expect(screen.getByText('Sam Okonkwo gets the task “Decide”.')).toBeDefined()
})
