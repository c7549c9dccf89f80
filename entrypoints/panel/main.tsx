import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { beginPanel } from './begin.tsx'

// What is opened in the panel takes something from its script, and could be taken from it by another page.
if (location.pathname === '/panel.html') beginPanel()
