import { type RefObject, useEffect, useRef, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'

/** What the rows in sight are worked out from. */
interface VirtualRows {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly count: number
  readonly onEnd?: (() => void) | undefined
}

/** Where a long list stands, which of its rows is its stop for the tab key, and how another comes into sight. */
export function useVirtualRows({ scroller, count, onEnd }: VirtualRows) {
  const list = useRef<VirtualizerHandle>(null)
  const [focused, setFocused] = useState(0)
  const current = Math.min(focused, count - 1)
  const wanted = useRef<number | null>(null)
  const show = (index: number) => {
    // A row that is not there would take the focus whenever one comes to stand in its place.
    if (index >= count) return
    wanted.current = index
    setFocused(index)
    list.current?.scrollToIndex(index, { align: 'nearest' })
    focusWanted(scroller.current, wanted)
  }
  // The row may be drawn only now.
  useEffect(() => focusWanted(scroller.current, wanted))
  const lookForEnd = () => {
    if (list.current && lastInSight(list.current) >= count - 1) onEnd?.()
  }
  return { list, current, setFocused, show, lookForEnd }
}

/** The last row in sight; -1 while nothing is laid out. */
function lastInSight(list: VirtualizerHandle): number {
  const { scrollOffset, viewportSize } = list
  return viewportSize === 0 ? -1 : list.findItemIndex(scrollOffset + viewportSize)
}

/** Gives the focus to the wanted row once it is in the page. */
function focusWanted(scroller: HTMLElement | null, wanted: { current: number | null }): void {
  if (wanted.current === null) return
  const control = `[data-index="${wanted.current}"] :is(button, a)`
  const row = scroller?.querySelector<HTMLElement>(control)
  if (!row) return
  wanted.current = null
  row.focus({ preventScroll: true })
}
