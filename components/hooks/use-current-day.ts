import { useEffect, useState } from 'react'
import { dayIn } from '#lib/handoff/day.ts'

const MINUTE = 60_000

const instantNow = () => new Date().toISOString()

/**
 * A time of the day that it is where the user is, renewed when another day has begun: a panel stands open over night,
 * and what was still to come when it was opened has passed by then.
 */
export function useCurrentDay(timeZone: string): string {
  const [at, setAt] = useState(instantNow)
  useEffect(() => {
    const look = () => {
      const now = instantNow()
      setAt((before) => (dayIn(timeZone, before) === dayIn(timeZone, now) ? before : now))
    }
    const timer = setInterval(look, MINUTE)
    return () => clearInterval(timer)
  }, [timeZone])
  return at
}
