import { type PointerEvent, useRef, useState } from 'react'
import styles from './resize-handle.module.css'

interface ResizeHandleProps {
  /** The width wanted, in CSS pixels. */
  readonly onWidth: (width: number) => void
  /** How much the page is enlarged. */
  readonly zoom: () => Promise<number>
}

const NARROWEST = 360
const WIDEST = 640
const STEP = 20

const within = (width: number) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))

/** The inner edge of a surface docked to the right: dragged, or moved with the arrow keys. */
export function ResizeHandle({ onWidth, zoom }: ResizeHandleProps) {
  const [width, setWidth] = useState(() => within(window.innerWidth))
  const start = useRef<{ readonly x: number; readonly width: number; zoom: number } | null>(null)
  const become = (next: number) => {
    setWidth(within(next))
    onWidth(within(next))
  }
  const pressed = (event: PointerEvent<HTMLInputElement>) => {
    event.preventDefault()
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const begun = { x: event.screenX, width: window.innerWidth, zoom: 1 }
    start.current = begun
    void (async () => {
      begun.zoom = await zoom()
    })()
  }
  const moved = (event: PointerEvent) => {
    // On the screen, not in the page: the page moves with its edge. The screen is not enlarged with the page.
    const begun = start.current
    if (begun) become(begun.width + (begun.x - event.screenX) / begun.zoom)
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
      // The browser lets a finger take the thumb along as well, to where it is within the page that moves under it.
      onChange={(event) => start.current === null && become(event.target.valueAsNumber)}
      onPointerDown={pressed}
      onPointerMove={moved}
      // Also comes where the system takes the pointer away.
      onLostPointerCapture={() => {
        start.current = null
      }}
    />
  )
}
