import { act, cleanup, renderHook } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { snapshotKey } from '#lib/messaging/inbox-snapshot.ts'
import { sessionStorage } from '../../components/session-storage.ts'

const production = 'acme.my.salesforce.com'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** What the popup paints before the worker has said anything, over a tab with this address. */
async function firstPaint(addressInFront: string | undefined) {
  vi.resetModules()
  const { session } = sessionStorage()
  const identity = { host: production, orgId: 'o', userId: 'u' }
  await session.set({
    [snapshotKey]: { inbox: { identity, items: [], readAt: 'then' }, counts: {} },
  })
  const runtime = { sendMessage: () => Promise.race([]) }
  const tabs = {
    query: async () => (addressInFront === undefined ? [] : [{ url: addressInFront }]),
  }
  vi.stubGlobal('chrome', { runtime, tabs, storage: { session } })
  const { readAhead, useInbox } = await import('#components/hooks/use-inbox.ts')
  const { queries } = await import('#components/hooks/segue.ts')
  await readAhead()
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useInbox(), { wrapper })
  await act(async () => undefined)
  return result.current.inbox?.identity?.host ?? null
}

describe('what the popup paints before the worker answers', () => {
  it('is what was last seen of the org in front', async () => {
    expect(await firstPaint('https://acme.lightning.force.com/lightning/page/home')).toBe(
      production,
    )
  })

  it('is nothing of an org that the user has only switched away from', async () => {
    const copy = 'https://acme--uat.sandbox.lightning.force.com/lightning/page/home'
    expect(await firstPaint(copy)).toBeNull()
    expect(await firstPaint('https://acme.lightning.force.com.mcas.ms/')).toBeNull()
  })

  it('is that of the org used last over any other page', async () => {
    expect(await firstPaint('https://example.com/')).toBe(production)
    expect(await firstPaint(undefined)).toBe(production)
  })
})
