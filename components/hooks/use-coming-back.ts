import { useEffect } from 'react'

/** Calls whenever the surface comes into sight again: its tab, or itself in the page. */
export function useComingBack(back: () => void): void {
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    // A frame that is not displayed has no size.
    const isSeen = () => document.visibilityState === 'visible' && innerWidth > 0
    let wasSeen = isSeen()
    const look = () => {
      const isBack = isSeen() && !wasSeen
      wasSeen = isSeen()
      if (isBack) back()
    }
    document.addEventListener('visibilitychange', look, { signal })
    addEventListener('resize', look, { signal })
    return () => controller.abort()
  }, [back])
}
