interface MovableOptions {
  readonly signal: AbortSignal
  /** Told once a move is over, with where the element stands: a share of the window's height. */
  readonly onMoved: (top: number) => void
}

const slop = 4 // pixels a hand may tremble before a press becomes a drag
/** How far a key moves it, in shares of the window's height. */
const steps: Readonly<Record<string, number>> = { ArrowUp: -0.05, ArrowDown: 0.05 }

/** Lets the user drag an element up and down the window's edge, by pointer or with Alt and the arrow keys. */
export function movable(element: HTMLElement, { signal, onMoved }: MovableOptions) {
  let startY = 0
  let dragged = false
  let top = 0.5

  const place = (share: number): void => {
    top = Math.min(0.95, Math.max(0.05, share))
    element.style.top = `${top * 100}%`
  }
  const move = (event: PointerEvent): void => {
    if (!element.hasPointerCapture(event.pointerId)) return
    dragged ||= Math.abs(event.clientY - startY) > slop
    if (dragged) place(event.clientY / innerHeight)
  }
  const release = (event: PointerEvent): void => {
    if (dragged && event.isTrusted) onMoved(top)
  }
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (!step || !event.altKey || !event.isTrusted) return
    event.preventDefault()
    place(top + step)
    onMoved(top)
  }
  element.addEventListener(
    'pointerdown',
    (event) => {
      startY = event.clientY
      dragged = false
      element.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  element.addEventListener('pointermove', move, { signal })
  // Also comes where the system takes the pointer away.
  element.addEventListener('lostpointercapture', release, { signal })
  element.addEventListener('keydown', press, { signal })
  return { place, wasDragged: () => dragged }
}
