import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { inboxItem } from '../../gallery/deal.ts'
import { identity } from '../insights/identity.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** The popup over what the worker has left of an inbox, and a browser that tells when it is idle. */
async function popup() {
  vi.resetModules()
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const item = inboxItem('submitted')
  const whose = { ...identity, userId: item.incoming?.userId ?? '' }
  const inbox = { items: [item], identity: whose, readAt: new Date().toISOString() }
  const snapshot = { inbox, counts: { decide: 1 } }
  const sendMessage = ({ request }: { readonly request: string }) => {
    asked.push(request)
    // A worker that has been asked takes its time.
    return new Promise(() => undefined)
  }
  const session = { get: async (key: string) => ({ [key]: snapshot }) }
  const onMessage = { addListener: () => undefined, removeListener: () => undefined }
  const tabs = { query: async () => [] }
  vi.stubGlobal('chrome', { runtime: { sendMessage, onMessage }, storage: { session }, tabs })
  vi.stubGlobal('requestIdleCallback', (then: () => void) => waiting.push(then))
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  const { queries } = await import('#components/hooks/segue.ts')
  const { Popup } = await import('../../../entrypoints/popup/popup.tsx')
  render(
    <QueryClientProvider client={queries}>
      <Popup />
    </QueryClientProvider>,
  )
  return { asked, becomeIdle: () => act(async () => waiting.splice(0).forEach((then) => then())) }
}

it('a popup shows its list before it asks the worker for anything', async () => {
  const { asked, becomeIdle } = await popup()
  expect(await screen.findByRole('listitem')).toBeDefined()
  expect(asked).toEqual([])
  await becomeIdle()
  await waitFor(() =>
    expect(asked).toEqual(
      expect.arrayContaining(['inbox.read', 'inbox.refresh', 'outbox.read', 'shortcut.read']),
    ),
  )
})
