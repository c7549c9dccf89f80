import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Boundary } from '#components/trouble/boundary.tsx'
import { queries } from './segue.ts'
import { keepFresh } from './use-facts.ts'

/** Draws a surface into the page's #root, and keeps what it has read up to date. Throws when the page has none. */
export function mount(surface: ReactNode): void {
  forbidProbing()
  const root = document.querySelector('#root')
  if (root === null) throw new Error('The page has no #root to render into')
  keepFresh()
  createRoot(root).render(
    <Boundary>
      <QueryClientProvider client={queries}>{surface}</QueryClientProvider>
    </Boundary>,
  )
}

/**
 * zod probes for `new Function`, which the content security policy forbids and reports. It is told by its settings,
 * whether it is here already or comes with what is opened later: the first paint goes without it.
 */
function forbidProbing(): void {
  const name = '__zod_globalConfig'
  Reflect.set(
    globalThis,
    name,
    Object.assign(Reflect.get(globalThis, name) ?? {}, { jitless: true }),
  )
}
