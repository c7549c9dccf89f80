import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { Boundary } from '#components/trouble/boundary.tsx'
import { queries } from './segue.ts'
import { keepFresh } from './use-facts.ts'

/** Draws a surface into the page's #root, and keeps what it has read up to date. Throws when the page has none. */
export function mount(surface: ReactNode): void {
  // zod probes for `new Function`, which the content security policy forbids and reports.
  z.config({ jitless: true })
  const root = document.querySelector('#root')
  if (root === null) throw new Error('The page has no #root to render into')
  keepFresh()
  createRoot(root).render(
    <Boundary>
      <QueryClientProvider client={queries}>{surface}</QueryClientProvider>
    </Boundary>,
  )
}
