import { useCallback, useEffect } from 'react'
import { useFacts } from '#components/hooks/use-facts.ts'
import { usePage } from '#components/hooks/use-page.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { close } from './close.ts'
import { Deal } from './deal.tsx'
import { focusFirstMissing } from './focus.ts'

/** The panel: whatever the page it sits on shows, and nothing of another record. */
export function Panel() {
  const opportunityId = usePage()
  useFacts(
    useCallback((fact) => {
      if (fact.fact === 'panel-summoned') focusFirstMissing()
    }, []),
  )
  useEscape()
  if (opportunityId === undefined) return <Skeleton words="Opening the handoff…" />
  if (opportunityId === null) {
    return (
      <Notice tone="calm" title="No opportunity here" whole>
        <p>Open an opportunity to hand it over.</p>
      </Notice>
    )
  }
  return <Deal key={opportunityId} opportunityId={opportunityId} />
}

/** Esc closes what is open in the panel first (sheets do so themselves), then the panel. */
function useEscape(): void {
  useEffect(() => {
    const controller = new AbortController()
    addEventListener(
      'keydown',
      (event) => {
        const isHandled = event.defaultPrevented || document.querySelector('dialog[open]') !== null
        if (event.key === 'Escape' && !isHandled) close()
      },
      { signal: controller.signal },
    )
    return () => controller.abort()
  }, [])
}
