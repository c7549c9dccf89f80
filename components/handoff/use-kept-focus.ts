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
    // What is taken off the page goes without a word in Chromium; other browsers say so, still inside.
    const left = ({ target }: FocusEvent) => {
      hadFocus.current = target instanceof Node && !target.isConnected
    }
    place.addEventListener('focusout', left, { signal })
    return () => controller.abort()
  }, [frame])
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return
    const place = frame.current?.querySelector('[data-answer]') ?? frame.current
    place?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true })
  })
}
