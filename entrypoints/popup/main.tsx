import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { queries } from '#components/hooks/segue.ts'
import { mount } from '#components/ui/mount.tsx'
import { Popup } from './popup.tsx'

mount(
  <QueryClientProvider client={queries}>
    <Popup />
  </QueryClientProvider>,
)
