import { useEffect, useRef } from 'react'

/**
 * For the button that leads back to where the user has just come from: when what had the focus has gone with that
 * place, the focus goes on from here, else it would fall to the top of the page.
 */
export function useWayBack(isLed: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isLed && document.activeElement === document.body)
      button.current?.focus({ preventScroll: true })
  }, [isLed])
  return button
}
