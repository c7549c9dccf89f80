import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { mount } from '#components/hooks/mount.tsx'
import { Panel } from './panel.tsx'

mount(<Panel />)
