import { useCallback, useEffect } from 'react'
import { useFacts } from '#components/hooks/use-facts.ts'
import { usePage } from '#components/hooks/use-page.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { useAim } from './aim.ts'
import { close } from './close.ts'
import { Deal } from './deal.tsx'
import { focusFirstMissing } from './focus.ts'
import { PanelWidth } from './panel-width.tsx'

/** The panel: whatever the page it sits on shows, and nothing of another record. */
export function Panel() {
  const opportunityId = usePage()
  useFacts(
    useCallback((fact) => {
      if (fact.fact === 'panel-summoned') void summoned(fact.tabId)
    }, []),
  )
  useKeys()
  useAim()
  if (opportunityId === undefined) return <Skeleton words="Opening the handoff…" />
  if (opportunityId === null) {
    return (
      <Notice tone="calm" title="No opportunity here" whole>
        <p>Open an opportunity to hand it over.</p>
      </Notice>
    )
  }
  return (
    <>
      <PanelWidth />
      <Deal key={opportunityId} opportunityId={opportunityId} />
    </>
  )
}

/** The command was pressed in a tab: this panel answers when it is its own. */
async function summoned(tabId: number): Promise<void> {
  const own = await chrome.tabs.getCurrent()
  if (own === undefined || own.id === tabId) focusFirstMissing()
}

/**
 * Esc closes what is open in the panel first (sheets do so themselves), then the panel. While what is to be
 * shown is still awaited, Tab would lead into the page, and what is typed next with it.
 */
function useKeys(): void {
  useEffect(() => {
    const controller = new AbortController()
    addEventListener(
      'keydown',
      (event) => {
        // Asked first: looking for something takes a quarter of a millisecond, and every key comes by here.
        if (event.isComposing || event.defaultPrevented) return
        if (event.key === 'Tab' && isAwaited()) event.preventDefault()
        if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) close()
      },
      { signal: controller.signal },
    )
    return () => controller.abort()
  }, [])
}

const isAwaited = () =>
  document.querySelector('body:not(:has(button)) > * main[aria-busy]') !== null
