import { type RefObject, useMemo, useState } from 'react'
import { DealFacts, walk } from '#components/inbox/unhanded-list.tsx'
import control from '#components/ui/control.module.css'
import type { Formats } from '#components/ui/formats.ts'
import { type Searched, useFound } from '#components/ui/use-found.ts'
import { TickBox } from '#components/ui/tick-box.tsx'
import { dealsWith } from '#lib/handoff/deals-with.ts'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import { mostUnhanded } from '#lib/handoff/unhanded-order.ts'
import styles from './batch.module.css'

/** Looks for deals that are not listed yet; what is found is listed with the others. */
export type FindDeals = (text: string) => Promise<Searched>

interface DealPickerProps {
  readonly deals: readonly Unhanded[]
  /** Null where all are listed. */
  readonly find: FindDeals | null
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
  const { deals, find, chosen, onChoose, formats, today, box } = props
  const [text, setText] = useState('')
  const [current, setCurrent] = useState('')
  const shown = useMemo(() => dealsWith(deals, text), [deals, text])
  const free = shown.flatMap(({ hasDraft, opportunityId }) => (hasDraft ? [] : [opportunityId]))
  const stop = free.includes(current) ? current : free[0]
  const isFiltered = shown.length < deals.length
  const wanted = text.trim()
  const found = useFound(wanted === '' ? null : find, wanted)
  return (
    <section aria-label="Deals" className={styles['deals']}>
      <Filter {...{ box, text }} onText={setText} />
      {find && (
        <output>
          {wordsOf({ found: found?.text === wanted ? found : null, wanted, shown: shown.length })}
        </output>
      )}
      <TickBox
        checked={free.length > 0 && free.every((id) => chosen.has(id))}
        disabled={free.length === 0}
        onChecked={(isOn) => onChoose(free, isOn)}
      >
        {isFiltered
          ? `All that fit (${free.length})`
          : `All${find ? ' listed' : ''} (${free.length})`}
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
    </section>
  )
}

interface FilterProps extends Pick<DealPickerProps, 'box'> {
  readonly text: string
  readonly onText: (text: string) => void
}

function Filter({ box, text, onText }: FilterProps) {
  return (
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
        onChange={(event) => onText(event.target.value)}
      />
    </search>
  )
}

interface Told {
  readonly found: Searched | null
  readonly wanted: string
  readonly shown: number
}

/** What the list has of all deals, where there are too many for it. */
function wordsOf({ found, wanted, shown }: Told): string {
  if (wanted === '')
    return `The ${mostUnhanded} most urgent of your deals are listed. The filter looks through all.`
  if (found === null) return 'Looking through all of your deals…'
  if (found.problem !== undefined)
    return `Only the deals listed so far were looked through. ${found.problem}`
  if (shown === 0) return 'None of your deals without a handoff fits.'
  return shown >= mostUnhanded ? 'More may fit: name the account or the stage as well.' : ''
}
