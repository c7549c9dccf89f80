import {
  defaultRangeExtractor,
  observeElementRect,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef, useState } from 'react'

/** What the rows in sight are worked out from. */
interface VirtualRows {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly count: number
  readonly keyOf: (index: number) => string
  /** How high a row probably is, in pixels, until it is measured. */
  readonly height: number
  readonly onEnd?: (() => void) | undefined
}

/** Beyond those in sight so many rows are drawn on each side: with few in the page a long list stays quick. */
const AROUND = 6
/** A list that has no height yet, or where nothing is laid out, draws as if it had this one; in pixels. */
const LEAST = 480

/** The rows to be drawn now, where each goes, and which of them is the list's stop for the tab key. */
export function useVirtualRows({ scroller, count, keyOf, height, onEnd }: VirtualRows) {
  const [focused, setFocused] = useState(0)
  const current = Math.min(focused, count - 1)
  // oxlint-disable-next-line react/incompatible-library -- only React's compiler minds, which is not used here
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    estimateSize: () => height,
    overscan: AROUND,
    // The row that holds the focus stays in the page, or the focus would be lost.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), current])]
        .filter((index) => index >= 0)
        .toSorted((a, b) => a - b),
    observeElementRect: atLeast,
    initialRect: { width: 0, height: LEAST },
    onChange: ({ range }) => {
      if (range && range.endIndex >= count - 1) onEnd?.()
    },
  })
  const wanted = useRef<number | null>(null)
  const show = (index: number) => {
    wanted.current = index
    setFocused(index)
    list.scrollToIndex(index, { align: 'auto' })
    focusWanted(scroller.current, wanted)
  }
  // The row may be drawn only now.
  useEffect(() => focusWanted(scroller.current, wanted))
  return { list, current, setFocused, show }
}

const atLeast = (
  instance: Virtualizer<HTMLDivElement, Element>,
  report: (rect: { width: number; height: number }) => void,
) =>
  observeElementRect(instance, ({ width, height }) =>
    report({ width, height: height === 0 ? LEAST : height }),
  )

/** Gives the focus to the wanted row once it is in the page. */
function focusWanted(scroller: HTMLElement | null, wanted: { current: number | null }): void {
  if (wanted.current === null) return
  const control = `[data-index="${wanted.current}"] :is(button, a)`
  const row = scroller?.querySelector<HTMLElement>(control)
  if (!row) return
  wanted.current = null
  row.focus({ preventScroll: true })
}
