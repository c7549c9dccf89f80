import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const opportunityId = '006000000000001AAA'
const MINUTE = 60_000

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A panel on a deal, and a worker that answers from Salesforce what it has, or that it does not answer. */
async function panel() {
  vi.resetModules()
  vi.useFakeTimers({ toFake: ['Date'] })
  const salesforce = { holds: 'Ana', answers: true }
  let kept: string | null = null
  let calls = 0
  const contextRead = (fresh: boolean) => {
    if (!fresh) return { outcome: 'ok', value: kept }
    calls += 1
    if (!salesforce.answers) return { outcome: 'trouble', trouble: { kind: 'unreachable' } }
    kept = salesforce.holds
    return { outcome: 'ok', value: kept }
  }
  const sendMessage = async (message: { request: string; params: { fresh: boolean } }) =>
    message.request === 'context.read'
      ? { answer: contextRead(message.params.fresh) }
      : { answer: null }
  vi.stubGlobal('chrome', { runtime: { sendMessage } })
  vi.stubGlobal('requestIdleCallback', (then: () => void) => then())
  const { queries } = await import('#components/hooks/segue.ts')
  const { useOpportunity } = await import('#components/hooks/use-opportunity.ts')
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useOpportunity(opportunityId), { wrapper })
  await waitFor(() => expect(result.current.context).toBe('Ana'))
  const visibility = vi.spyOn(document, 'visibilityState', 'get')
  const see = (state: DocumentVisibilityState) => {
    visibility.mockReturnValue(state)
    document.dispatchEvent(new Event('visibilitychange'))
  }
  return {
    salesforce,
    shown: () => result.current,
    calls: () => calls,
    /** The user is elsewhere for some minutes, and comes back. */
    away: async (minutes: number) => {
      await act(async () => see('hidden'))
      vi.setSystemTime(Date.now() + minutes * MINUTE)
      await act(async () => see('visible'))
    },
  }
}

let open: Awaited<ReturnType<typeof panel>>
beforeEach(async () => {
  open = await panel()
})

describe('a panel whose user comes back to the tab', () => {
  it('shows what the other side has done meanwhile', async () => {
    open.salesforce.holds = 'Ben'
    await open.away(1)
    await waitFor(() => expect(open.shown().context).toBe('Ben'))
    expect(open.calls()).toBe(2)
  })

  it('asks ever more rarely, however often they come back', async () => {
    for (let minute = 0; minute < 8 * 60; minute += 1) await open.away(1)
    expect(open.calls()).toBeLessThan(50)
  })

  it('goes on showing what it had when Salesforce does not answer', async () => {
    open.salesforce.holds = 'Ben'
    await open.away(1)
    await waitFor(() => expect(open.shown().context).toBe('Ben'))
    open.salesforce.answers = false
    await open.away(2)
    await waitFor(() => expect(open.shown().trouble).not.toBeNull())
    expect(open.shown().context).toBe('Ben')
  })
})
