import { useEffect } from 'react'

/** Calls when the surface is left: its page is hidden or goes away, or what is shown there makes room for something else. */
export function useWhenLeft(leave: () => void): void {
  useEffect(() => {
    const controller = new AbortController()
    document.addEventListener('visibilitychange', leave, { signal: controller.signal })
    addEventListener('pagehide', leave, { signal: controller.signal })
    return () => {
      leave()
      controller.abort()
    }
  }, [leave])
}
