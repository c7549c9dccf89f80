import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { inOptions } from '../entrypoints/options/in-options.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('an older page is read once, however often it is asked for at a time', async () => {
  const { asked, user } = await inOptions(
    ({ params }) => {
      const { page } = Object(params)
      return { outcome: 'ok', value: { page, hasMore: page < 3 } }
    },
    async () => {
      const { useHistory } = await import('#components/hooks/use-history.ts')
      return () => {
        const { pages, readMore } = useHistory('006Hs0000000CMNIA2')
        const both = () => [readMore(), readMore()]
        return <button onClick={both}>{`${pages.length} read`}</button>
      }
    },
  )
  await user.click(await screen.findByRole('button', { name: '1 read' }))
  await user.click(await screen.findByRole('button', { name: '2 read' }))
  await screen.findByRole('button', { name: '3 read' })
  expect(asked).toEqual(['history.read', 'history.read', 'history.read'])
})
