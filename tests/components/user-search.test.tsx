import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { type SearchUsers, UserSearch } from '#components/ui/user-search.tsx'

afterEach(cleanup)

const haruka = {
  userId: '005A',
  name: 'Haruka Tanaka',
  title: '',
  email: '',
  department: '',
  why: 'Owner of the account',
}

it('searches again for what stands in the box once there is a network', async () => {
  const network = { isUp: false }
  const search: SearchUsers = async () =>
    network.isUp ? { users: [haruka] } : { users: [], problem: 'This computer is offline.' }
  render(
    <UserSearch
      names={{ 'aria-label': 'Who takes over?' }}
      search={search}
      onUser={() => undefined}
      suggest="at-once"
    />,
  )
  expect(await screen.findByText('This computer is offline.')).toBeTruthy()
  network.isUp = true
  act(() => void fireEvent(window, new Event('online')))
  expect(await screen.findByRole('button', { name: /Haruka Tanaka/ })).toBeTruthy()
  expect(screen.queryByText('This computer is offline.')).toBeNull()
})
