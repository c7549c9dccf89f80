import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { mount } from '#components/hooks/mount.tsx'
import { readAhead } from '#components/hooks/use-inbox.ts'
import { Popup } from './popup.tsx'

void readAhead().finally(() => mount(<Popup />))
