import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { aeCsm } from '#lib/templates/ae-csm.ts'

type Listener = (message: unknown, sender: object) => void

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('a template that is imported while a surface is open is there at once', async () => {
  vi.resetModules()
  const listeners: Listener[] = []
  const own = { ...aeCsm, key: 'own' }
  let imported: readonly (typeof own)[] = []
  const sendMessage = async ({ request }: { readonly request: string }) => ({
    answer:
      request === 'template.list'
        ? imported.map(({ key, version }) => ({ key, version, from: 'import' }))
        : (imported[0] ?? null),
  })
  const onMessage = { addListener: (listener: Listener) => listeners.push(listener) }
  vi.stubGlobal('chrome', { runtime: { sendMessage, onMessage } })
  vi.stubGlobal('fetch', async () => Response.json([aeCsm]))
  const { keepFresh } = await import('#components/hooks/use-facts.ts')
  const { queries } = await import('#components/hooks/segue.ts')
  const { useTemplate } = await import('#components/hooks/use-template.ts')
  const Shown = () => <p>{useTemplate(own)?.name ?? 'Not on this computer'}</p>
  keepFresh()
  render(
    <QueryClientProvider client={queries}>
      <Shown />
    </QueryClientProvider>,
  )
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0))
  expect(screen.getByText('Not on this computer')).toBeDefined()
  imported = [own]
  for (const listener of listeners) listener({ fact: 'templates-changed' }, {})
  expect(await screen.findByText(own.name)).toBeDefined()
})
