import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ComponentType } from 'react'
import { vi } from 'vitest'

type Message = { readonly request: string; readonly params: unknown }

/** Draws a part of the options over a worker that answers like this, in such a browser; `asked` are its requests in order. */
export async function inOptions(
  answer: (message: Message) => unknown,
  load: () => Promise<ComponentType>,
  browser: Readonly<Record<string, unknown>> = {},
) {
  vi.resetModules()
  const asked: string[] = []
  const sendMessage = async (message: Message) => {
    asked.push(message.request)
    return { answer: await answer(message) }
  }
  const permissions = { request: async () => true }
  // No fact is ever told here.
  const onMessage = { addListener: () => undefined, removeListener: () => undefined }
  vi.stubGlobal('chrome', { runtime: { sendMessage, onMessage }, permissions, ...browser })
  const Part = await load()
  const { queries } = await import('#components/hooks/segue.ts')
  render(
    <QueryClientProvider client={queries}>
      <Part />
    </QueryClientProvider>,
  )
  return { asked, user: userEvent.setup() }
}
