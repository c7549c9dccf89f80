import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react'
import { useVirtualRows } from './use-virtual-rows.ts'
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
  readonly renderRow: (row: Row, index: number, tabIndex: 0 | -1) => ReactNode
  /** Called when the last rows come into sight. */
  readonly onEnd?: () => void
  readonly handle?: Ref<ListHandle>
}

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
  const { label, rows, keyOf, height, renderRow, onEnd, handle } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { list, current, setFocused, show } = useVirtualRows({
    scroller,
    height,
    onEnd,
    count: rows.length,
    keyOf: (index) =>
      rows
        .slice(index, index + 1)
        .map(keyOf)
        .join(''),
  })
  useImperativeHandle(handle, () => ({ show }))
  const walk = (event: KeyboardEvent) => {
    const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key]
    const here = indexOf(event.target)
    if (!step || here === null) return
    event.preventDefault()
    show(step(here, rows.length - 1))
  }
  const draw = (index: number) => {
    const row = rows[index]
    return row === undefined ? null : renderRow(row, index, index === current ? 0 : -1)
  }
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="presentation"
      onKeyDown={walk}
      onFocus={({ target }) => setFocused(indexOf(target) ?? current)}
    >
      <ul aria-label={label} className={styles['list']} style={{ blockSize: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            ref={list.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className={styles['row']}
            style={{ transform: `translateY(${start}px)` }}
          >
            {draw(index)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset['index']) : null
}
