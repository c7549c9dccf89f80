import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { createRoot } from 'react-dom/client'

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root to render into')
createRoot(root).render(<main aria-busy="true">Opening…</main>)
