import { type KeyboardEvent, useRef } from 'react'
import { letterOf } from '#components/ui/letter-of.ts'
import { InboxRow, type RowSetting } from './inbox-row.tsx'
import type { Deed, ListedGroup } from './listed.ts'
import { useCurrentRow } from './use-current-row.ts'
import { type Sight, useSight } from './use-sight.ts'
import styles from './inbox.module.css'

interface InboxListProps extends RowSetting {
  readonly groups: readonly ListedGroup[]
}

/** Beyond this many rows only those in sight are drawn. */
const DRAW_ALL = 40
const HEADING = 2.25
/** How high a row is, in rem: it grows with the user's font size. */
const ROW = { wide: 4.5, narrow: 6.5, tight: 8.25 } as const

/** The keys of a list; `deeds` of the row decide whether one does something. */
const deedKeys: Readonly<Record<string, Deed>> = {
  a: 'accept',
  q: 'ask',
  d: 'decline',
  r: 'reassign',
  x: 'cancel',
  c: 'complete',
}

/** Handoffs in their parts, one below the other. The arrows walk through all of them. */
export function InboxList({ groups, ...setting }: InboxListProps) {
  const list = useRef<HTMLDivElement>(null)
  const sight = useSight(list)
  const rowHeight = ROW[sight.room]
  const rows = groups.flatMap((group) => group.rows)
  const current = useCurrentRow(list, rows)
  const isWindowed = groups.reduce((sum, { count }) => sum + count, 0) > DRAW_ALL
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (current.walk(event.key)) return event.preventDefault()
    const deed = deedKeys[letterOf(event)]
    const row = rows.find(({ item }) => item.id === current.id)
    if (!deed || !row?.deeds.includes(deed)) return
    event.preventDefault()
    setting.onDeed(deed, row.item)
  }
  const places = placesOf(groups, rowHeight)
  return (
    <div
      ref={list}
      role="presentation"
      className={styles['list']}
      onKeyDown={pressed}
      onFocus={current.focused}
    >
      {groups.map((group, index) => {
        const from = places[index] ?? 0
        const shown = isWindowed ? inSight({ group, from, rowHeight }, sight) : null
        return (
          <Group
            key={group.key}
            {...{ group, setting, rowHeight, shown }}
            rem={sight.rem}
            currentId={current.id}
          />
        )
      })}
    </div>
  )
}

/** Where the first row of each group begins, in rem. */
function placesOf(groups: readonly ListedGroup[], rowHeight: number): readonly number[] {
  const heights = groups.map(({ count }) => HEADING + count * rowHeight)
  return heights.map((_, index) => heights.slice(0, index).reduce((sum, one) => sum + one, HEADING))
}

interface Placed {
  readonly group: ListedGroup
  /** Where its first row begins, in rem. */
  readonly from: number
  readonly rowHeight: number
}

interface Range {
  readonly first: number
  readonly last: number
}

/** The rows of a group that lie in the stretch in sight: from `first` up to but not including `last`. */
function inSight({ group, from, rowHeight }: Placed, sight: Sight): Range {
  const count = group.rows.length
  const place = (rem: number) => Math.min(count, Math.max(0, rem / rowHeight))
  return { first: Math.floor(place(sight.from - from)), last: Math.ceil(place(sight.to - from)) }
}

interface GroupProps {
  readonly group: ListedGroup
  readonly setting: RowSetting
  readonly rowHeight: number
  readonly rem: Sight['rem']
  /** Null: all rows, as high as they need to be. */
  readonly shown: Range | null
  readonly currentId: string | null
}

function Group({ group, setting, rowHeight, rem, shown, currentId }: GroupProps) {
  const { rows, label, count } = group
  return (
    <section aria-label={label}>
      <h2 className={styles['heading']} style={{ blockSize: HEADING * rem }}>
        {label} <span className={styles['count']}>{count}</span>
      </h2>
      <ul style={shown ? { blockSize: count * rowHeight * rem } : undefined}>
        {rows.map((row, place) => {
          const isCurrent = row.item.id === currentId
          // The row with the focus stays, wherever the list is scrolled to.
          if (shown && !isCurrent && (place < shown.first || place >= shown.last)) return null
          return (
            <li
              key={row.item.id}
              {...(shown && windowed(place, count, rowHeight * rem))}
              className={shown ? styles['placed'] : undefined}
            >
              <InboxRow {...setting} row={row} isCurrent={isCurrent} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function windowed(place: number, count: number, rowHeight: number) {
  return {
    'aria-setsize': count,
    'aria-posinset': place + 1,
    style: { blockSize: rowHeight, insetBlockStart: place * rowHeight },
  }
}
