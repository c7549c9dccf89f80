import { type RefObject, useEffect, useState } from 'react'
import { watchSteadiness } from './steady.ts'

/** A surface that stands in no frame cannot be covered or moved by a page. */
const isFramed = window.parent !== window

/** Whether a button that has an effect may be pressed now. */
export function useArmed(button: RefObject<Element | null>): boolean {
  const [isArmed, setArmed] = useState(!isFramed)
  useEffect(() => {
    if (!isFramed || !button.current) return
    const controller = new AbortController()
    watchSteadiness(button.current, setArmed, controller.signal)
    return () => controller.abort()
  }, [button])
  return isArmed
}
