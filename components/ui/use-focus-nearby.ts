import { useEffect } from 'react'
import { controls } from './controls.ts'

const usable = `${controls}:not(:disabled)`

const isOff = (element: Element) => element.matches(':disabled')

/** How long what is on its way is waited for, in milliseconds. */
const patience = 1500

/**
 * When what had the focus goes away, or cannot be used for the while that something is on its way, the focus goes to
 * what is nearest to its place as soon as that can be used: else it would fall to the top of the page.
 */
export function useFocusNearby(): void {
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    /** What has or had the focus, and everything around it, from the inside out. */
    let around: readonly Element[] = []
    addEventListener('focusin', ({ target }) => (around = elementsFrom(target)), { signal })
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (wanted = controls) => {
      if (document.activeElement !== document.body) return
      const place = placeIn(around, wanted)
      clearTimeout(timer)
      if (place && isOff(place)) timer = setTimeout(() => look(usable), patience)
      else place?.focus({ preventScroll: true })
    }
    // Whoever presses beside everything wants the focus nowhere. What is taken off the page is told of while it is there.
    const left = ({ target }: FocusEvent) =>
      requestAnimationFrame(() => {
        const [own] = around
        if (own === target && own?.isConnected && !isOff(own)) around = []
        else look()
      })
    addEventListener('focusout', left, { signal })
    // Whoever knows a better place for the focus has been there within a frame.
    const observer = new MutationObserver(() => requestAnimationFrame(() => look()))
    const what = { childList: true, subtree: true, attributeFilter: ['disabled'] }
    observer.observe(document.body, what)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      observer.disconnect()
    })
    return () => controller.abort()
  }, [])
}

function elementsFrom(target: EventTarget | null): readonly Element[] {
  const found: Element[] = []
  for (let one = target instanceof Element ? target : null; one; one = one.parentElement) {
    if (one.matches('main, body')) break
    found.push(one)
  }
  return found
}

/** What had the focus, where it is wanted, or the first control that is, of the nearest that is still there. */
function placeIn([own, ...outside]: readonly Element[], wanted: string): HTMLElement | null {
  if (own instanceof HTMLElement && own.isConnected && own.matches(wanted)) return own
  const near = outside.find((one) => one.isConnected && one.querySelector(wanted))
  return near?.querySelector<HTMLElement>(wanted) ?? null
}
