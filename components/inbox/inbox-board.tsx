import { type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { Formats } from '#components/ui/formats.ts'
import { Notice } from '#components/ui/notice.tsx'
import { grouped, type InboxCounts, isOwed } from '#lib/handoff/inbox.ts'
import { filterChoices, filtered, type InboxFilter, noFilter } from '#lib/handoff/inbox-filter.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { calendarFor } from './clock-words.ts'
import { FilterBar } from './filter-bar.tsx'
import { InboxList } from './inbox-list.tsx'
import type { RowSetting } from './inbox-row.tsx'
import { kindWords } from './kind-words.ts'
import { listed, type UnderWay } from './listed.ts'
import { useListKeys } from './use-list-keys.ts'
import styles from './inbox.module.css'

/** What an inbox shows, and what it tells. */
export interface InboxBoardProps {
  readonly items: readonly InboxItem[]
  /** How many there are of each part, where not all are at hand yet. */
  readonly counts?: InboxCounts | undefined
  readonly operations: readonly UnderWay[]
  readonly userId: string
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  readonly onDeed: RowSetting['onDeed']
  /** False before the first paint, in which what waits comes first. */
  readonly isPainted?: boolean
  readonly takesFocus?: boolean
  /** What stands in the way of newer news. */
  readonly notice: ReactNode
  /** Below everything else in the list. */
  readonly children?: ReactNode
}

/** With fewer handoffs than this a filter is in the way. */
const FILTER_FROM = 6

/** Whether so many handoffs are offered a filter. */
export const hasFilter = (items: readonly InboxItem[]): boolean => items.length >= FILTER_FROM

/** An inbox: what it is narrowed to, and its handoffs. */
export function InboxBoard(props: InboxBoardProps) {
  const { items, counts, operations, userId, formats, now, onDeed } = props
  const { isPainted = true, takesFocus = false } = props
  const [filter, setFilter] = useState(noFilter)
  const narrow = useCallback((part: Partial<InboxFilter>) => {
    setFilter((was) => tidy({ ...was, ...part }))
  }, [])
  const box = useRef<HTMLInputElement>(null)
  const board = useRef<HTMLDivElement>(null)
  const isFiltered = filter !== noFilter
  const clear = useCallback(() => setFilter(noFilter), [])
  useListKeys({ board, box, takesFocus, onClear: isFiltered ? clear : null })
  const groups = useMemo(() => {
    const shown = filtered(items, filter)
    const { timeZone } = formats
    return grouped(shown, { userId, now: new Date(now).toISOString(), timeZone })
  }, [items, filter, userId, formats, now])
  const parts = useMemo(() => listed(groups, operations, counts), [groups, operations, counts])
  const calendar = useMemo(() => calendarFor(formats), [formats])
  const count = groups.reduce((sum, group) => sum + group.items.length, 0)
  return (
    <div ref={board} className={styles['board']}>
      {(hasFilter(items) || isFiltered) && (
        <Filters {...{ items, filter, box, count }} onFilter={narrow} />
      )}
      <div className={styles['scroll']} data-scrolls>
        {props.notice && <div className={styles['notice']}>{props.notice}</div>}
        <Emptiness
          isFiltered={isFiltered}
          isEmpty={count === 0}
          hasTurn={hasTurn(groups, new Date(now).toISOString())}
        />
        <InboxList groups={parts} {...{ formats, calendar, now, onDeed, isPainted }} />
        {props.children}
      </div>
    </div>
  )
}

/** An empty filter is the one that everything is compared with. */
function tidy(filter: InboxFilter): InboxFilter {
  return Object.values(filter).every((value) => value === '') ? noFilter : filter
}

const mine: ReadonlySet<string> = new Set(['decide', 'answer', 'escalated'])
const hasTurn = (groups: ReturnType<typeof grouped>, now: string) =>
  groups.some(
    ({ group, items }) =>
      mine.has(group) || (group === 'transition' && items.some((item) => isOwed(item, now))),
  )

interface FiltersProps {
  readonly items: readonly InboxItem[]
  readonly filter: InboxFilter
  readonly onFilter: (part: Partial<InboxFilter>) => void
  readonly box: RefObject<HTMLInputElement | null>
  readonly count: number
}

function Filters({ items, filter, onFilter, box, count }: FiltersProps) {
  const choices = useMemo(() => {
    const { kinds, ...others } = filterChoices(items)
    return { ...others, kinds: kinds.map(named) }
  }, [items])
  const found = count === 1 ? '1 handoff' : `${count} handoffs`
  return <FilterBar {...{ filter, onFilter, choices, box, found }} />
}

function named(choice: ReturnType<typeof filterChoices>['kinds'][number]) {
  const names: Readonly<Record<string, string>> = kindWords
  return { ...choice, label: names[choice.value] ?? choice.label }
}

interface EmptinessProps {
  readonly isFiltered: boolean
  readonly isEmpty: boolean
  readonly hasTurn: boolean
}

function Emptiness({ isFiltered, isEmpty, ...props }: EmptinessProps) {
  if (isFiltered && !isEmpty) return null
  if (!isFiltered && props.hasTurn) return null
  return (
    <div className={styles['notice']}>
      {isFiltered ? (
        <Notice tone="calm" title="No handoff fits the filter">
          <p>Press Esc in the filter to see all again.</p>
        </Notice>
      ) : (
        <Notice tone="good" title="Nothing waits for you">
          <p>A handoff that somebody sends you shows here, and as a number on the icon.</p>
        </Notice>
      )}
    </div>
  )
}
