interface MovableOptions {
  readonly signal: AbortSignal
  readonly onMoved: (top: number) => void
}

const slop = 4 // pixels a hand may tremble before a press becomes a drag

/** Lets the user drag an element up and down the window's edge, by pointer or with Alt and the arrow keys. */
export function movable(element: HTMLElement, { signal, onMoved }: MovableOptions) {
  let startY = 0
  let dragged = false

  const place = (share: number): void => {
    const clamped = Math.min(0.95, Math.max(0.05, share))
    element.style.setProperty('top', `${(clamped * 100).toFixed(2)}%`)
  }
  const move = (event: PointerEvent): void => {
    if (!element.hasPointerCapture(event.pointerId)) return
    dragged ||= Math.abs(event.clientY - startY) > slop
    if (dragged) place(event.clientY / innerHeight)
  }
  const release = (event: PointerEvent): void => {
    if (dragged && event.isTrusted) onMoved(event.clientY / innerHeight)
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
  element.addEventListener('pointerup', release, { signal })
  return { place, wasDragged: () => dragged }
}
