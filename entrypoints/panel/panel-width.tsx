import { useCallback } from 'react'
import { ask } from '#components/hooks/segue.ts'
import { ResizeHandle } from '#components/ui/resize-handle.tsx'

/** The edge by which the panel is made wider or narrower. */
export function PanelWidth() {
  const resize = useCallback((width: number) => void ask('panel.width', { width }), [])
  return (
    <aside aria-label="Size of the panel">
      <ResizeHandle onWidth={resize} zoom={() => chrome.tabs.getZoom()} />
    </aside>
  )
}
