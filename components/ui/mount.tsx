import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Broken } from './broken.tsx'

/** Renders a surface into its page; a mistake of ours shows in words instead of as a blank frame. */
export function mount(surface: ReactNode): void {
  const root = document.querySelector('#root')
  if (root === null) throw new Error('The page has no #root to render into')
  const explain = () => {
    const apology = document.createElement('div')
    root.replaceWith(apology)
    createRoot(apology).render(<Broken onReload={() => location.reload()} />)
  }
  createRoot(root, {
    onUncaughtError: (error) => {
      reportError(error)
      setTimeout(explain)
    },
  }).render(<StrictMode>{surface}</StrictMode>)
}
