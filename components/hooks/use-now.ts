import { useEffect, useState } from 'react'

const MINUTE = 60_000

/** The time now in milliseconds since 1970, renewed each minute while the surface is shown. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
