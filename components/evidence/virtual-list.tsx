import {
  defaultRangeExtractor,
  observeElementRect,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import styles from './virtual-list.module.css'

/** What others may ask of a list: to bring a row into sight and give it the focus. */
export interface ListHandle {
  readonly show: (index: number) => void
}

interface VirtualListProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** How high a row probably is, in pixels, until it is measured. */
  readonly height: number
  /** Draws a row whose control has this `tabIndex`: the list is one stop for the tab key. */
  readonly draw: (row: Row, index: number, tabIndex: 0 | -1) => ReactNode
  /** Called when the last rows come into sight. */
  readonly onEnd?: () => void
  readonly handle?: Ref<ListHandle>
}

/** With no more rows than this in the page, a list of thousands stays as quick as one of ten. */
const AROUND = 6
/** A list that has no height yet, or where nothing is laid out, draws as if it had this one; in pixels. */
const LEAST = 480

const steps: Readonly<Record<string, (here: number, last: number) => number>> = {
  ArrowDown: (here, last) => Math.min(last, here + 1),
  ArrowUp: (here) => Math.max(0, here - 1),
  PageDown: (here, last) => Math.min(last, here + 8),
  PageUp: (here) => Math.max(0, here - 8),
  Home: () => 0,
  End: (_, last) => last,
}

/** A list of which only the rows in sight are drawn. The arrow keys walk through all of them. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { label, rows, keyOf, height, draw, handle } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  const current = Math.min(focused, rows.length - 1)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keyOf(rows[index] ?? neverRow()),
    estimateSize: () => height,
    overscan: AROUND,
    // The row that holds the focus stays in the page, or the focus would be lost.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), current])].toSorted((a, b) => a - b),
    observeElementRect: atLeast,
    initialRect: { width: 0, height: LEAST },
    onChange: ({ range }) => {
      if (range && range.endIndex >= rows.length - 1) props.onEnd?.()
    },
  })
  const show = (index: number) => {
    list.scrollToIndex(index, { align: 'auto' })
    requestAnimationFrame(() => focusRow(scroller.current, index))
  }
  useImperativeHandle(handle, () => ({ show }))
  const walk = (event: KeyboardEvent) => {
    const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key]
    const here = indexOf(event.target)
    if (!step || here === null) return
    event.preventDefault()
    show(step(here, rows.length - 1))
  }
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="presentation"
      onKeyDown={walk}
      onFocus={({ target }) => setFocused(indexOf(target) ?? current)}
    >
      <div
        role="list"
        aria-label={label}
        className={styles['list']}
        style={{ blockSize: list.getTotalSize() }}
      >
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          return (
            row !== undefined && (
              <div
                key={key}
                ref={list.measureElement}
                role="listitem"
                data-index={index}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className={styles['row']}
                style={{ transform: `translateY(${start}px)` }}
              >
                {draw(row, index, index === current ? 0 : -1)}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

function neverRow(): never {
  throw new Error('A list was asked for a row it does not have.')
}

const atLeast = (
  instance: Virtualizer<HTMLDivElement, Element>,
  report: (rect: { width: number; height: number }) => void,
) =>
  observeElementRect(instance, ({ width, height }) =>
    report({ width, height: height === 0 ? LEAST : height }),
  )

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset['index']) : null
}

function focusRow(scroller: HTMLElement | null, index: number): void {
  const control = `[data-index="${index}"] :is(button, a)`
  scroller?.querySelector<HTMLElement>(control)?.focus({ preventScroll: true })
}
