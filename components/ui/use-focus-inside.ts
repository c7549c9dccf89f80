import { useEffect, useRef } from 'react'

const fields = 'input, select, textarea'

/** For what has just taken the place of the control the user was on: the focus goes to its first field, or button. */
export function useFocusInside<Frame extends HTMLElement = HTMLDivElement>(isWanted: boolean) {
  const frame = useRef<Frame>(null)
  useEffect(() => {
    const { current: inside } = frame
    if (isWanted)
      inside?.querySelector<HTMLElement>(inside.querySelector(fields) ? fields : 'button')?.focus()
  }, [isWanted])
  return frame
}
