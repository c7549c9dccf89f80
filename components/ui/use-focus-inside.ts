import { useEffect, useRef } from 'react'

/** For what has just taken the place of the control the user was on: the focus goes to its first control. */
export function useFocusInside(isWanted: boolean) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWanted) frame.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [isWanted])
  return frame
}
