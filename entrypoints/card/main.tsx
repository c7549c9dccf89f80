import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { mount } from '#components/hooks/mount.tsx'
import { Card } from './card.tsx'

mount(<Card />)
