import { type RefObject, useEffect, useState } from 'react'

/** A stretch of a scrolled list, in rem from its top. */
export interface Sight {
  readonly from: number
  readonly to: number
  /** Whether the list has room for rows of one line, or hardly any. */
  readonly room: 'wide' | 'narrow' | 'tight'
  /** The pixels of a rem here. */
  readonly rem: number
}

/** Drawn above and below what is in sight, so that a quick scroll shows rows and not a gap. */
const BESIDE = 16
/** The stretch moves in steps, so that scrolling a little draws nothing anew. */
const STEP = 8
/** As high as a popup can be, in pixels. */
const POPUP = 600

/** How high what stands above and below the list is at least, in rem. */
const FRAME = 8

/** What is drawn before anything has been measured: as much as can be in sight, and no more. */
function atFirst(): Sight {
  const rem = remOf()
  const to = Math.max(POPUP, innerHeight) / rem - FRAME
  return { from: 0, to, room: roomIn(innerWidth / rem), rem }
}

/** From this width on, in rem; the style sheet says the same. */
const WIDE = 44
/** Below this width, which is less than the popup's, what can be done and the clock need a line each. */
const TIGHT = 23

function roomIn(width: number): Sight['room'] {
  if (width >= WIDE) return 'wide'
  return width < TIGHT ? 'tight' : 'narrow'
}

/** Which stretch of the list inside a scroller is in sight. */
export function useSight(list: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState(atFirst)
  useEffect(() => {
    const shown = list.current
    const scroller = shown?.closest<HTMLElement>('[data-scrolls]')
    if (!shown || !scroller) return
    const controller = new AbortController()
    const look = () => setSight((before) => same(before, measured(shown, scroller)))
    // Looks for the first time when the page is laid out anyway: nothing is measured before it is painted.
    const observer = new ResizeObserver(look)
    observer.observe(scroller)
    observer.observe(shown)
    scroller.addEventListener('scroll', look, { signal: controller.signal, passive: true })
    return () => {
      controller.abort()
      observer.disconnect()
    }
  }, [list])
  return sight
}

function measured(list: HTMLElement, scroller: HTMLElement): Sight {
  const rem = remOf()
  const above = (scroller.scrollTop - list.offsetTop) / rem
  const height = scroller.clientHeight / rem
  // A scroller without a height, as in a test, shows what is drawn at first.
  if (height === 0) return atFirst()
  const from = Math.floor((above - BESIDE) / STEP) * STEP
  const to = from + Math.ceil((height + 2 * BESIDE) / STEP + 1) * STEP
  return { from, to, room: roomIn(list.clientWidth / rem), rem }
}

/** How large the letters of a page are, in rem. */
const LETTERS = 0.8125

/** A rem that fits the letters: a least size of letters, set in the browser, makes them larger and leaves the rem. */
function remOf(): number {
  return Number.parseFloat(getComputedStyle(document.body).fontSize) / LETTERS || 16
}

function same(before: Sight, now: Sight): Sight {
  const keys = ['from', 'to', 'room', 'rem'] as const
  return keys.every((key) => before[key] === now[key]) ? before : now
}
