import { useCallback, useEffect } from 'react'
import { bringIntoView } from '#components/handoff/jump.ts'
import { ask } from '#components/hooks/segue.ts'
import { useFacts } from '#components/hooks/use-facts.ts'
import type { Fact } from '#lib/messaging/facts.ts'
import type { PanelAim } from '#lib/messaging/page-requests.ts'

/** Goes to the place in the panel that it was opened for: an answer, or the beginning of a decision. */
export function useAim(): void {
  useFacts(
    useCallback(({ fact }: Fact) => {
      if (fact === 'panel-aimed') void goThere()
    }, []),
  )
  useEffect(() => void goThere(), [])
}

async function goThere(): Promise<void> {
  const { aim } = await ask('panel.aim', {})
  if (aim) whenThere(placeOf(aim), (place) => arrive(place, aim))
}

/** Nothing is decided by arriving: a decision only opens its sheet. */
function arrive(place: HTMLElement, aim: PanelAim): void {
  bringIntoView(place)
  place.focus({ preventScroll: true })
  const isOpen = place.getAttribute('aria-expanded') === 'true'
  if (aim.at !== 'answer' && !isOpen) place.click()
}

function placeOf(aim: PanelAim): string {
  return aim.at === 'answer'
    ? `[data-question="${CSS.escape(aim.question)}"]`
    : `[data-opens="${aim.at}"]`
}

/** How long what is to be shown may take to be drawn, in milliseconds. */
const patience = 20_000

/** Waits until the place is drawn. */
function whenThere(selector: string, then: (place: HTMLElement) => void): void {
  const controller = new AbortController()
  const look = () => {
    const place = document.querySelector<HTMLElement>(selector)
    if (!place) return
    controller.abort()
    then(place)
  }
  const observer = new MutationObserver(look)
  controller.signal.addEventListener('abort', () => observer.disconnect())
  observer.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => controller.abort(), patience)
  look()
}
