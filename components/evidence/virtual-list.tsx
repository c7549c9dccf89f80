import {
  createContext,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  use,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react'
import {
  type CustomContainerComponentProps,
  type CustomItemComponentProps,
  Virtualizer,
} from 'virtua'
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

/** Beyond those in sight so many pixels of rows are drawn ahead: with few in the page a long list stays quick. */
const AROUND = 440
/** So many rows are drawn before anything is laid out, and where nothing ever is. */
const AT_FIRST = 13

/** What a list is called and how many rows it has, for itself and each of them to say. */
const Spoken = createContext({ label: '', count: 0 })

/** A list of which only the rows in sight are drawn. The arrow keys walk through all of them. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { label, rows, keyOf, height, renderRow, onEnd, handle } = props
  const scroller = useRef<HTMLDivElement>(null)
  const count = rows.length
  const { list, current, setFocused, show, lookForEnd } = useVirtualRows({ scroller, count, onEnd })
  useImperativeHandle(handle, () => ({ show }))
  const spoken = useMemo(() => ({ label, count }), [label, count])
  const lookAgain = useEffectEvent(lookForEnd)
  useEffect(() => {
    if (count > 0) lookAgain()
  }, [count])
  const walk = (event: KeyboardEvent) => {
    const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key]
    const here = indexOf(event.target)
    if (!step || here === null) return
    event.preventDefault()
    show(step(here, count - 1))
  }
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="presentation"
      onKeyDown={walk}
      onFocus={({ target }) => setFocused(indexOf(target) ?? current)}
    >
      <Spoken value={spoken}>
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={rows}
          as={Frame}
          item={Place}
          itemSize={height}
          bufferSize={AROUND}
          ssrCount={AT_FIRST}
          // The row that holds the focus stays in the page, or the focus would be lost.
          keepMounted={count === 0 ? [] : [current]}
          onScroll={lookForEnd}
          onResize={lookForEnd}
        >
          {(row, index) => (
            <Fragment key={keyOf(row)}>
              {renderRow(row, index, index === current ? 0 : -1)}
            </Fragment>
          )}
        </Virtualizer>
      </Spoken>
    </div>
  )
}

/** The whole height of a list. It can be pressed while it still moves: who has turned the wheel presses at once. */
function Frame({ style: { pointerEvents: _, ...style }, ...rest }: CustomContainerComponentProps) {
  return <ul {...rest} style={style} aria-label={use(Spoken).label} className={styles['list']} />
}

/** Where a row stands. It is in sight before it is measured, or it could not take the focus. */
function Place({ style: { visibility: _, ...style }, index, ...rest }: CustomItemComponentProps) {
  return (
    <li
      {...rest}
      style={style}
      data-index={index}
      aria-setsize={use(Spoken).count}
      aria-posinset={index + 1}
      className={styles['row']}
    />
  )
}

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset['index']) : null
}
