import { useId } from 'react'
import control from '#components/ui/control.module.css'
import { Icon } from '#components/ui/icon.tsx'
import { everything, type HistoryFilter } from '#lib/handoff/history-search.ts'
import { type HistoryItem, type HistoryKind, historyKinds, peopleIn } from '#lib/handoff/history.ts'
import { historyWords } from './kind-words.ts'
import styles from './timeline.module.css'

interface TimelineFiltersProps {
  readonly items: readonly HistoryItem[]
  readonly filter: HistoryFilter
  readonly onFilter: (filter: HistoryFilter) => void
  /** The arrow down key goes from the search to the list. */
  readonly onDown: () => void
}

/** Search as you type, by kind and by person. Kinds that do not occur are not offered. */
export function TimelineFilters({ items, filter, onFilter, onDown }: TimelineFiltersProps) {
  const id = useId()
  const people = peopleIn(items)
  const kinds = historyKinds.filter((kind) => items.some((item) => item.kind === kind))
  return (
    <div className={styles['filters']}>
      <div className={styles['fields']}>
        <input
          type="search"
          aria-label="Search the history"
          placeholder="Search the history"
          className={control['control']}
          dir="auto"
          autoComplete="off"
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.altKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            onDown()
          }}
        />
        <select
          id={id}
          aria-label="Person"
          className={control['control']}
          value={filter.person}
          onChange={(event) => onFilter({ ...filter, person: event.target.value })}
        >
          <option value="">Everybody</option>
          {people.map((person) => (
            <option key={person} value={person}>
              {person}
            </option>
          ))}
        </select>
      </div>
      <fieldset className={styles['kinds']} aria-label="Kinds">
        {kinds.map((kind) => (
          <KindButton key={kind} {...{ kind, filter, onFilter }} />
        ))}
        {filter !== everything && (filter.kinds.length > 0 || filter.person !== '') && (
          <button
            type="button"
            className={styles['clear']}
            onClick={() => onFilter({ ...everything, text: filter.text })}
          >
            Show all
          </button>
        )}
      </fieldset>
    </div>
  )
}

interface KindButtonProps extends Pick<TimelineFiltersProps, 'filter' | 'onFilter'> {
  readonly kind: HistoryKind
}

function KindButton({ kind, filter, onFilter }: KindButtonProps) {
  const { many, icon } = historyWords[kind]
  const isChosen = filter.kinds.includes(kind)
  const kinds = isChosen ? filter.kinds.filter((one) => one !== kind) : [...filter.kinds, kind]
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={styles['kind']}
      onClick={() => onFilter({ ...filter, kinds })}
    >
      <Icon name={icon} />
      {many}
    </button>
  )
}
