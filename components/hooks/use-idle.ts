import { useEffect, useState } from 'react'

/** Whether the surface has painted and has nothing better to do. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const idle = requestIdleCallback(() => setIdle(true))
    return () => cancelIdleCallback(idle)
  }, [])
  return isIdle
}
