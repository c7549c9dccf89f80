import { type KeyboardEvent, useRef } from 'react'
import type { Formats } from '#components/ui/formats.ts'
import { InboxRow, isUndecided, type Listed, type RowDeeds } from './inbox-row.tsx'
import styles from './inbox.module.css'
import { useWindow } from './use-window.ts'

interface InboxListProps extends RowDeeds {
  readonly label: string
  readonly items: readonly Listed[]
  readonly formats: Formats
  readonly now: number
}

/** Beyond this many rows only those in sight are drawn. */
const DRAW_ALL = 50
/** In rem, so that it grows with the user's font size. */
const ROW_HEIGHT = 5.25

/** Handoffs one below the other. Arrows walk, Enter opens, A accepts, D declines. */
export function InboxList(props: InboxListProps) {
  const { items, onAccept, onDecline } = props
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
    <section aria-label={props.label}>
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

function AllRows({ items, ...shared }: RowsProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.handoff.id}>
          <InboxRow {...shared} {...item} />
        </li>
      ))}
    </ul>
  )
}

function WindowedRows({ items, ...shared }: RowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const { first, last } = useWindow({ list, count: items.length, height: ROW_HEIGHT })
  const room = {
    paddingBlock: `${first * ROW_HEIGHT}rem ${(items.length - last) * ROW_HEIGHT}rem`,
  }
  return (
    <ul ref={list} style={room}>
      {items.slice(first, last).map((item, place) => (
        <li
          key={item.handoff.id}
          aria-setsize={items.length}
          aria-posinset={first + place + 1}
          className={styles['even']}
          style={{ blockSize: `${ROW_HEIGHT}rem` }}
        >
          <InboxRow {...shared} {...item} />
        </li>
      ))}
    </ul>
  )
}
