import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useRef } from 'react'
import type { Formats } from '#components/ui/formats.ts'
import { InboxRow, isUndecided, type Listed, type RowDeeds } from './inbox-row.tsx'
import styles from './inbox.module.css'

interface InboxListProps extends RowDeeds {
  readonly label: string
  readonly items: readonly Listed[]
  readonly formats: Formats
  readonly now: number
}

/** Beyond this many rows only those in sight are drawn. */
const DRAW_ALL = 50
const ROW_HEIGHT = 84
const ROWS_BESIDE = 8

/** Handoffs one below the other. Arrows walk, Enter opens, A accepts, D declines. */
export function InboxList(props: InboxListProps) {
  const { items, onAccept, onDecline } = props
  const frame = useRef<HTMLDivElement>(null)
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const id = event.target instanceof HTMLElement ? event.target.dataset['handoff'] : undefined
    const item = items.find(({ handoff }) => handoff.id === id)
    if (!item) return
    const decides = isUndecided(item)
    const deeds: Readonly<Record<string, () => void>> = {
      ArrowDown: () => walk(event.currentTarget, 1),
      ArrowUp: () => walk(event.currentTarget, -1),
      ...(decides && { a: () => onAccept(item.handoff), d: () => onDecline(item.handoff) }),
    }
    const deed = deeds[event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
  const Rows = items.length > DRAW_ALL ? WindowedRows : AllRows
  return (
    <section aria-label={props.label} ref={frame}>
      <h2 className={styles['heading']}>
        {props.label} <span className={styles['count']}>{items.length}</span>
      </h2>
      <Rows {...props} onKeyDown={pressed} />
    </section>
  )
}

/** Moves the focus to the row before or after the one that has it. */
function walk(list: HTMLElement, step: 1 | -1): void {
  const rows = [...list.ownerDocument.querySelectorAll<HTMLElement>('[data-handoff]')]
  const here = rows.findIndex((row) => row === list.ownerDocument.activeElement)
  rows[here + step]?.focus()
}

interface RowsProps extends InboxListProps {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

function AllRows({ items, onKeyDown, ...shared }: RowsProps) {
  return (
    // oxlint-disable-next-line
    <ul onKeyDown={onKeyDown}>
      {items.map((item) => (
        <li key={item.handoff.id}>
          <InboxRow {...shared} {...item} />
        </li>
      ))}
    </ul>
  )
}

function WindowedRows({ items, onKeyDown, ...shared }: RowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-scrolls]') ?? null,
    estimateSize: () => ROW_HEIGHT,
    overscan: ROWS_BESIDE,
    initialRect: { width: 400, height: 480 },
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (index) => items[index]?.handoff.id ?? index,
  })
  return (
    <ul ref={list} onKeyDown={onKeyDown} className={styles['window']} style={{ blockSize: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index]
        return item ? (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={styles['placed']}
            style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          >
            <InboxRow {...shared} {...item} />
          </li>
        ) : null
      })}
    </ul>
  )
}
