import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { inOptions } from '../entrypoints/options/in-options.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('a search that nobody answers says so, and does not go on for ever', async () => {
  await inOptions(
    () => {
      throw new Error('Extension context invalidated.')
    },
    async () => {
      const { searchIn } = await import('#components/hooks/search-users.ts')
      const { UserSearch } = await import('#components/ui/user-search.tsx')
      const search = searchIn('006Hs0000000CMNIA2')
      const names = { 'aria-label': 'Who takes over?' }
      return () => <UserSearch {...{ names, search }} suggest="at-once" onUser={() => undefined} />
    },
  )
  expect(await screen.findByText(/^Segue was updated\. Copy what you need/)).toBeTruthy()
  expect(screen.queryByText('Searching…')).toBeNull()
})
