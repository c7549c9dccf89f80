import { useEffect } from 'react'

/** Looks whenever somebody comes back to the page's window, as from a draft in another. */
export function useWindowFocus(look: () => void): void {
  useEffect(() => {
    const controller = new AbortController()
    addEventListener('focus', look, { signal: controller.signal })
    return () => controller.abort()
  }, [look])
}
