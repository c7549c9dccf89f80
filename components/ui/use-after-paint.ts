import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { noteHeldBack } from './held-back.ts'

/** A text that is typed but not handed on yet. */
interface Waiting {
  readonly text: string
  readonly frame: number
}

/**
 * Hands a long text on once the key that made it is painted, so that no key waits for what others make of it; a
 * short one at once. Whatever may come in between finds it handed on: the next key, a press, the focus elsewhere,
 * the page or the box going away.
 */
export function useAfterPaint(
  onText: (text: string) => void,
): (text: string, isLong: boolean) => void {
  const waiting = useRef<Waiting | null>(null)
  const latest = useRef(onText)
  useLayoutEffect(() => {
    latest.current = onText
  })
  const flush = useCallback(() => {
    const one = waiting.current
    if (one === null) return
    waiting.current = null
    cancelAnimationFrame(one.frame)
    latest.current(one.text)
    noteHeldBack(waiting, false)
  }, [])
  useEffect(() => {
    const controller = new AbortController()
    const heard = { signal: controller.signal, capture: true }
    for (const event of interruptions) addEventListener(event, flush, heard)
    return () => {
      controller.abort()
      flush()
    }
  }, [flush])
  return useCallback(
    (text: string, isLong: boolean) => {
      // A task after the frame: within it the paint would wait.
      const frame =
        waiting.current?.frame ?? (isLong ? requestAnimationFrame(() => setTimeout(flush)) : 0)
      waiting.current = { text, frame }
      if (isLong) noteHeldBack(waiting, true)
      else flush()
    },
    [flush],
  )
}

const interruptions = [
  'keydown',
  'pointerdown',
  'focusout',
  'visibilitychange',
  'pagehide',
] as const
