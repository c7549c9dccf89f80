import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { draft } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('a template that was imported since a draft was begun and fits it is offered, and the deal is not called changed', async () => {
  const own = {
    key: 'acme',
    name: 'Acme handoff',
    description: 'Ours',
    trigger: ['By hand'],
    variants: ['standard'],
    variant: 'standard',
  }
  const answer = { outcome: 'ok', value: { templates: [own], fitting: own.key } }
  vi.stubGlobal('chrome', { runtime: { sendMessage: async () => ({ answer }) } })
  const { queries } = await import('#components/hooks/segue.ts')
  const { Choosing } = await import('../../entrypoints/panel/choosing.tsx')
  const onHand = { stored: async () => null } as const
  const acts = { onClose: vi.fn<() => void>(), onChanged: vi.fn<() => void>() }
  inSetting(
    <QueryClientProvider client={queries}>
      <Choosing {...{ draft: { ...draft, chosen: false }, onHand, isOpen: false }} {...acts} />
    </QueryClientProvider>,
  )
  expect(await screen.findByText('Acme handoff, standard, fits this deal now')).toBeTruthy()
  expect(
    screen.getByText(/^The deal or a template has changed since this was begun\./),
  ).toBeTruthy()
})
