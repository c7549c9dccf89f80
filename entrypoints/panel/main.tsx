import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { queries } from '#components/hooks/segue.ts'
import { Boundary } from '#components/trouble/boundary.tsx'
import { Panel } from './panel.tsx'

// zod probes for `new Function`, which the content security policy forbids and reports.
z.config({ jitless: true })

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root to render into')
createRoot(root).render(
  <Boundary>
    <QueryClientProvider client={queries}>
      <Panel />
    </QueryClientProvider>
  </Boundary>,
)
