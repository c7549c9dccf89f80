import {
  type ReactNode,
  useDeferredValue,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { number, type Formats } from '#components/ui/formats.ts'
import { Announced } from '#components/ui/spoken.tsx'
import { filtered, type HistoryFilter } from '#lib/handoff/history-search.ts'
import type { HistoryItem } from '#lib/handoff/history.ts'
import { TimelineFilters } from './timeline-filters.tsx'
import { TimelineRow } from './timeline-row.tsx'
import { type ListHandle, VirtualList } from './virtual-list.tsx'
import styles from './timeline.module.css'

interface TimelineProps {
  readonly items: readonly HistoryItem[]
  readonly filter: HistoryFilter
  readonly onFilter: (filter: HistoryFilter) => void
  readonly formats: Formats
  readonly onOpen: (item: HistoryItem) => void
  /** The item that was read last: it has the focus when the list is shown again. */
  readonly lastRead: string | null
  /** Reads older things; absent when all are here. */
  readonly onOlder?: (() => void) | undefined
  /** What is to be said about all of it: gaps, hidden mails, trouble. */
  readonly children?: ReactNode
  /** How far reading has come, and the way to more. */
  readonly footer: ReactNode
}

/** How high a row with an excerpt is, in pixels. */
const ROW = 76

/** Everything that happened on the deal, newest first. */
export function Timeline(props: TimelineProps) {
  const { items, filter, onFilter, formats, onOpen, onOlder, children, footer } = props
  const list = useRef<ListHandle>(null)
  // Typing never waits for the list. Who goes into it is not let in before it has caught up.
  const calm = useDeferredValue(filter)
  const [entered, setEntered] = useState<HistoryFilter | null>(null)
  const inUse = entered === filter ? filter : calm
  const shown = useMemo(() => filtered(items, inUse), [items, inUse])
  const enter = () => {
    // At once: the next key is meant for the first row, however soon it comes.
    flushSync(() => setEntered(filter))
    if (filtered(items, filter).length > 0) list.current?.show(0)
  }
  const goBack = useEffectEvent(() => {
    const index = shown.findIndex(({ id }) => id === props.lastRead)
    if (index >= 0) list.current?.show(index)
  })
  // Before anything can be pressed: a focus that comes late would be taken from somewhere else.
  useLayoutEffect(() => goBack(), [])
  const count = `${number(shown.length, formats)} of ${number(items.length, formats)}`
  return (
    <div className={styles['timeline']}>
      <TimelineFilters {...{ items, filter, onFilter }} onDown={enter} />
      {children}
      {shown.length === 0 && items.length > 0 && (
        <p className={styles['nothing']}>
          Nothing fits. Use fewer words, or another kind or person.
        </p>
      )}
      <VirtualList
        label="History"
        rows={shown}
        keyOf={({ id }) => id}
        height={ROW}
        handle={list}
        {...(onOlder && { onEnd: onOlder })}
        renderRow={(item, _, tabIndex) => (
          <TimelineRow {...{ item, formats, tabIndex }} onOpen={() => onOpen(item)} />
        )}
      />
      <div className={styles['foot']}>
        <span>{count}</span>
        {footer}
      </div>
      <Announced words={`${count} shown`} />
    </div>
  )
}
