import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

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
    const frame = requestAnimationFrame(() => {
      // A task after the frame that is being painted.
      const timer = setTimeout(draw)
      signal.addEventListener('abort', () => clearTimeout(timer))
    })
    signal.addEventListener('abort', () => cancelAnimationFrame(frame))
    return () => controller.abort()
  }, [])
  return isWhole
}
