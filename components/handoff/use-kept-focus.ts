import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

const controls = 'input:not([type=hidden]), textarea, select, button'

/**
 * When what had the focus inside goes away with an answer, the focus goes to what has come in its place:
 * else it would fall to the top of the page, and the keyboard with it.
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>): void {
  const hadFocus = useRef(false)
  useEffect(() => {
    const place = frame.current
    if (!place) return
    const controller = new AbortController()
    const { signal } = controller
    place.addEventListener('focusin', () => (hadFocus.current = true), { signal })
    // Browsers tell of what is taken off the page while it is there, or not at all: once all is drawn it is known.
    const left = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        const isTaken = target instanceof Node && !target.isConnected
        hadFocus.current = isTaken || place.contains(document.activeElement)
      })
    place.addEventListener('focusout', left, { signal })
    return () => controller.abort()
  }, [frame])
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return
    const place = frame.current?.querySelector('[data-answer]') ?? frame.current
    place?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true })
  })
}
