import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { type Formats, money, percent, span } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { dayIn } from '#lib/handoff/day.ts'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import { daysSinceClose, mostUnhanded } from '#lib/handoff/unhanded-order.ts'
import styles from './inbox.module.css'

interface UnhandedListProps {
  readonly deals: readonly Unhanded[]
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  readonly onOpen: (opportunityId: string) => void
  /** Where nothing else waits the first deal has the focus, so that Enter opens it. */
  readonly takesFocus?: boolean
  /** What the deals are, where that is something else. */
  readonly label?: string
  /** Whether all are shown at once. */
  readonly isWhole?: boolean
  /** Beside the heading. */
  readonly children?: ReactNode
}

const unhanded = 'Your deals without a handoff'
/** As many as are shown before the user asks for more. */
const few = 5

/** The user's own deals that nobody has been handed, the most urgent first. A press opens the record with the panel. */
export function UnhandedList(props: UnhandedListProps) {
  const { deals, formats, now, onOpen, takesFocus = false, label = unhanded } = props
  const list = useRef<HTMLElement>(null)
  useFirstDeal(list, takesFocus && deals.length > 0)
  const [isMore, setMore] = useState(false)
  // The button that shows the rest goes with that: its focus goes on to the first of them.
  useEffect(() => {
    if (isMore) list.current?.querySelectorAll<HTMLElement>('[data-deal]')[few]?.focus()
  }, [isMore])
  const [current, setCurrent] = useState(0)
  if (deals.length === 0) return null
  const shown = isMore || props.isWhole ? deals : deals.slice(0, few)
  const today = dayIn(formats.timeZone, new Date(now).toISOString())
  return (
    <section ref={list} aria-label={label} className={styles['unhanded']}>
      <h2 className={styles['heading']}>
        {label}{' '}
        <span className={styles['count']}>
          {deals.length}
          {deals.length >= mostUnhanded && '+'}
        </span>
      </h2>
      {props.children}
      <ul onKeyDown={walk} role="presentation">
        {shown.map((deal, place) => (
          <li key={deal.opportunityId} className={styles['row']}>
            <button
              type="button"
              className={styles['open']}
              data-deal={deal.opportunityId}
              tabIndex={place === Math.min(current, shown.length - 1) ? 0 : -1}
              onFocus={() => setCurrent(place)}
              onClick={() => onOpen(deal.opportunityId)}
            >
              <DealFacts {...{ deal, formats, today }} />
            </button>
          </li>
        ))}
      </ul>
      {shown.length < deals.length && (
        <button type="button" className={styles['more']} onClick={() => setMore(true)}>
          Show {deals.length >= mostUnhanded ? 'the first' : 'all'} {deals.length}
        </button>
      )}
      <Cut shown={shown.length} />
    </section>
  )
}

/** Where the list ends before the deals do. */
function Cut({ shown }: { readonly shown: number }) {
  if (shown < mostUnhanded) return null
  return (
    <p className={styles['facts']}>
      These are the {mostUnhanded} most urgent. “Hand over several together”, on the inbox’s own
      page, looks through all of your deals.
    </p>
  )
}

function useFirstDeal(list: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || document.activeElement !== document.body) return
    if (document.querySelector('[data-handoff]') !== null) return
    list.current?.querySelector<HTMLElement>('[data-deal]')?.focus()
  }, [list, isWanted])
}

/** A deal as it stands in a list. */
export function DealFacts({ deal, formats, today }: Pick<UnhandedListProps, 'formats'> & Shown) {
  const { name, accountName, amount, currency, stage } = deal
  return (
    <>
      <span className={styles['deal']} title={name}>
        <Name>{name}</Name>
      </span>
      <span className={styles['facts']}>
        {accountName !== '' && <Name>{accountName}</Name>}
        {amount !== null && <span>{money(amount, currency, formats)}</span>}
        <span>{stage}</span>
      </span>
      <span className={styles['facts']}>
        <span className={deal.isWon ? styles['waits'] : undefined}>
          {closeWords({ deal, today }, formats)}
        </span>
        <span>{draftWords(deal, formats)}</span>
      </span>
    </>
  )
}

function draftWords({ hasDraft, readiness }: Unhanded, formats: Formats): string {
  if (readiness !== null) return `draft, ${percent(readiness, formats)} complete`
  return hasDraft ? 'draft begun' : 'not started'
}

interface Shown {
  readonly deal: Unhanded
  readonly today: string
}

const DAY = 24 * 60 * 60 * 1000

/** Since when, or until when: "won 3 days ago", "closes in 2 days", "should have closed 4 days ago". */
export function closeWords({ deal, today }: Shown, formats: Formats): string {
  const days = daysSinceClose(deal, today)
  if (days === null) return deal.isWon ? 'won' : 'no close date'
  const apart = span(Math.abs(days) * DAY, formats)
  // A deal may be won before the day it was to close on.
  if (deal.isWon) return days > 0 ? `won ${apart} ago` : days === 0 ? 'won today' : 'won'
  if (days === 0) return 'closes today'
  return days > 0 ? `should have closed ${apart} ago` : `closes in ${apart}`
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The arrows walk through the deals, and go back to the list above from the first one. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-deal]')]
  const here = all.findIndex((row) => row === event.target)
  // Beside a deal, as on a button of its row, the arrows do what they do anywhere.
  if (here < 0) return
  const rowsAbove = document.querySelectorAll<HTMLElement>('[data-handoff][tabindex="0"]')
  const next = all[here + step] ?? (step < 0 ? [...rowsAbove].at(-1) : undefined)
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  event.preventDefault()
}
