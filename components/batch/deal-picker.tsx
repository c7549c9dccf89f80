import { type RefObject, useMemo, useState } from 'react'
import { DealFacts, walk } from '#components/inbox/unhanded-list.tsx'
import control from '#components/ui/control.module.css'
import type { Formats } from '#components/ui/formats.ts'
import { TickBox } from '#components/ui/tick-box.tsx'
import { dealsWith } from '#lib/handoff/deals-with.ts'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import { mostUnhanded } from '#lib/handoff/unhanded-order.ts'
import styles from './batch.module.css'

interface DealPickerProps {
  readonly deals: readonly Unhanded[]
  /** By their ids. */
  readonly chosen: ReadonlyMap<string, unknown>
  readonly onChoose: (opportunityIds: readonly string[], isChosen: boolean) => void
  readonly formats: Formats
  /** `YYYY-MM-DD`, where the user is. */
  readonly today: string
  readonly box: RefObject<HTMLInputElement | null>
}

/** The user's own deals, to choose several: what has a draft already keeps it. */
export function DealPicker(props: DealPickerProps) {
  const { deals, chosen, onChoose, formats, today, box } = props
  const [text, setText] = useState('')
  const [current, setCurrent] = useState('')
  const shown = useMemo(() => dealsWith(deals, text), [deals, text])
  const free = shown.flatMap(({ hasDraft, opportunityId }) => (hasDraft ? [] : [opportunityId]))
  const stop = free.includes(current) ? current : free[0]
  const isFiltered = shown.length < deals.length
  return (
    <section aria-label="Deals" className={styles['deals']}>
      <search aria-label="Filter deals">
        <input
          ref={box}
          type="search"
          className={control['control']}
          aria-label="Deal, account or stage"
          placeholder="Filter by deal, account or stage"
          dir="auto"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </search>
      <TickBox
        checked={free.length > 0 && free.every((id) => chosen.has(id))}
        disabled={free.length === 0}
        onChecked={(isOn) => onChoose(free, isOn)}
      >
        {isFiltered ? `All that fit (${free.length})` : `All (${free.length})`}
      </TickBox>
      <ul onKeyDown={walk} role="presentation">
        {shown.map((deal) => {
          const { opportunityId: id, hasDraft } = deal
          return (
            <li key={id}>
              <label className={styles['row']}>
                <input
                  type="checkbox"
                  className={control['tick']}
                  data-deal={hasDraft ? undefined : id}
                  checked={!hasDraft && chosen.has(id)}
                  disabled={hasDraft}
                  tabIndex={id === stop ? 0 : -1}
                  onFocus={() => setCurrent(id)}
                  onChange={({ target }) => onChoose([id], target.checked)}
                />
                <span>
                  <DealFacts {...{ deal, formats, today }} />
                </span>
              </label>
            </li>
          )
        })}
      </ul>
      {deals.length >= mostUnhanded && (
        <p>These are the {mostUnhanded} most urgent. Others come up as these are handed over.</p>
      )}
    </section>
  )
}
