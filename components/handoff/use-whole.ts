import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** How long the rest may wait for a moment in which nothing else is to be done, in milliseconds. */
const LATEST = 300

/**
 * Whether everything is to be drawn: not at first, so that what gets the focus is painted early, but right
 * after that, and before a key or a press is heard, so that it finds what it asks for.
 */
export function useWhole(): boolean {
  const [isWhole, setWhole] = useState(false)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const draw = () => {
      controller.abort()
      flushSync(() => setWhole(true))
    }
    addEventListener('keydown', draw, { signal, capture: true })
    addEventListener('pointerdown', draw, { signal, capture: true })
    const idle = requestIdleCallback(draw, { timeout: LATEST })
    signal.addEventListener('abort', () => cancelIdleCallback(idle))
    return () => controller.abort()
  }, [])
  return isWhole
}
