import { useEffect } from 'react'

const controls = 'a[href], button, input, select, summary, textarea'

const isOff = (element: Element) => element.matches(':disabled')

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
    // Whoever presses beside everything wants the focus nowhere. What is taken off the page is told of while it is there.
    const left = ({ target }: FocusEvent) =>
      requestAnimationFrame(() => {
        const [own] = around
        if (own === target && own?.isConnected && !isOff(own)) around = []
      })
    addEventListener('focusout', left, { signal })
    const look = () => {
      if (document.activeElement !== document.body) return
      const place = placeIn(around)
      if (place && !isOff(place)) place.focus({ preventScroll: true })
    }
    // Whoever knows a better place for the focus has been there within a frame.
    const observer = new MutationObserver(() => requestAnimationFrame(look))
    const what = { childList: true, subtree: true, attributeFilter: ['disabled'] }
    observer.observe(document.body, what)
    signal.addEventListener('abort', () => observer.disconnect())
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

/** What had the focus, or the first control of the nearest that is still there. */
function placeIn([own, ...outside]: readonly Element[]): HTMLElement | null {
  if (own?.isConnected) return own instanceof HTMLElement ? own : null
  const near = outside.find((one) => one.isConnected && one.querySelector(controls))
  return near?.querySelector<HTMLElement>(controls) ?? null
}
