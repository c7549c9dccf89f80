import { type PointerEvent, useRef, useState } from 'react'
import styles from './resize-handle.module.css'

interface ResizeHandleProps {
  /** The width wanted, in CSS pixels. */
  readonly onWidth: (width: number) => void
}

const NARROWEST = 360
const WIDEST = 640
const STEP = 20

const within = (width: number) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))

/** The inner edge of a surface docked to the right: dragged, or moved with the arrow keys. */
export function ResizeHandle({ onWidth }: ResizeHandleProps) {
  const [width, setWidth] = useState(() => within(window.innerWidth))
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const become = (next: number) => {
    setWidth(within(next))
    onWidth(within(next))
  }
  const pressed = (event: PointerEvent<HTMLInputElement>) => {
    event.preventDefault()
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.screenX, width: window.innerWidth }
  }
  const moved = (event: PointerEvent) => {
    // On the screen, not in the page: the page moves with its edge.
    if (start.current) become(start.current.width + start.current.x - event.screenX)
  }
  return (
    <input
      type="range"
      className={styles['handle']}
      aria-label="Width of the panel"
      aria-valuetext={`${width} pixels`}
      dir="rtl"
      min={NARROWEST}
      max={WIDEST}
      step={STEP}
      value={width}
      onChange={(event) => become(event.target.valueAsNumber)}
      onPointerDown={pressed}
      onPointerMove={moved}
      // Also comes where the system takes the pointer away.
      onLostPointerCapture={() => {
        start.current = null
      }}
    />
  )
}
