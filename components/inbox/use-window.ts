import { type RefObject, useEffect, useState } from 'react'

interface WindowOptions {
  readonly list: RefObject<HTMLElement | null>
  readonly count: number
  /** Of every row, in rem. */
  readonly height: number
}

/** Rows drawn above and below those in sight, so that the focus can walk there. */
const BESIDE = 8
/** Rows drawn before anything has been measured. */
const AT_FIRST = 16

/** Which rows of a long list are in sight: from `first` up to but not including `last`. */
export function useWindow({ list, count, height }: WindowOptions): {
  readonly first: number
  readonly last: number
} {
  const [range, setRange] = useState({ first: 0, last: AT_FIRST })
  useEffect(() => {
    const shown = list.current
    const scroller = shown?.closest<HTMLElement>('[data-scrolls]')
    if (!shown || !scroller) return
    const controller = new AbortController()
    const row = height * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const look = () => {
      const above = Math.max(0, scroller.scrollTop - shown.offsetTop)
      const first = Math.max(0, Math.floor(above / row) - BESIDE)
      const last = Math.ceil((above + scroller.clientHeight) / row) + BESIDE
      setRange((before) =>
        before.first === first && before.last === last ? before : { first, last },
      )
    }
    look()
    scroller.addEventListener('scroll', look, { signal: controller.signal, passive: true })
    return () => controller.abort()
  }, [list, height])
  return { first: Math.min(range.first, count), last: Math.min(range.last, count) }
}
