import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { InTab } from '#components/trouble/in-tab.ts'
import { mount } from '#components/hooks/mount.tsx'
import { Options } from './options.tsx'

mount(
  <InTab value>
    <Options />
  </InTab>,
)
