import { afterEach, expect, it, vi } from 'vitest'
import { QueryObserver } from '@tanstack/react-query'

const left = '006000000000001AAA'
const shown = '006000000000002AAA'

type Listener = (message: unknown, sender: object) => void

afterEach(() => vi.unstubAllGlobals())

it('a panel takes no answer about a page that was left while it was asked', async () => {
  vi.resetModules()
  const listeners: Listener[] = []
  const replies: ((opportunityId: string) => void)[] = []
  const sendMessage = () =>
    new Promise((resolve) => {
      replies.push((opportunityId) =>
        resolve({ answer: { host: null, opportunityId, here: null } }),
      )
    })
  const onMessage = { addListener: (listener: Listener) => listeners.push(listener) }
  vi.stubGlobal('chrome', { runtime: { sendMessage, onMessage } })
  const { keepFresh } = await import('#components/hooks/use-facts.ts')
  const { keys, queries } = await import('#components/hooks/segue.ts')
  const { pageQuery } = await import('#components/hooks/use-page.ts')
  keepFresh()
  const leave = new QueryObserver(queries, pageQuery).subscribe(() => undefined)
  for (const listener of listeners) listener({ fact: 'page-changed', tabId: 1 }, {})
  await vi.waitFor(() => expect(replies).toHaveLength(2))
  replies[0]?.(left)
  replies[1]?.(shown)
  await vi.waitFor(() =>
    expect(queries.getQueryData(keys.page)).toMatchObject({ opportunityId: shown }),
  )
  leave()
})
