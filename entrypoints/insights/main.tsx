import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { mount } from '#components/hooks/mount.tsx'
import { Insights } from './insights.tsx'

mount(<Insights />)
