import { type RefObject, useId } from 'react'
import control from '#components/ui/control.module.css'
import { Spoken } from '#components/ui/spoken.tsx'
import type { FilterChoice, InboxFilter } from '#lib/handoff/inbox-filter.ts'
import styles from './filter-bar.module.css'

interface FilterBarProps {
  readonly filter: InboxFilter
  readonly onFilter: (filter: InboxFilter) => void
  readonly choices: {
    readonly kinds: readonly FilterChoice[]
    readonly senders: readonly FilterChoice[]
    readonly accounts: readonly FilterChoice[]
  }
  readonly box: RefObject<HTMLInputElement | null>
  /** How many handoffs are left, in words. */
  readonly found: string
}

/** What the list is narrowed to: words, kind, sender, account. */
export function FilterBar({ filter, onFilter, choices, box, found }: FilterBarProps) {
  const change = (part: Partial<InboxFilter>) => onFilter({ ...filter, ...part })
  return (
    <search className={styles['bar']} aria-label="Filter handoffs">
      <input
        ref={box}
        type="search"
        className={`${control['control']} ${styles['words']}`}
        aria-label="Deal, account or person"
        placeholder="Filter by deal, account or person"
        dir="auto"
        autoComplete="off"
        value={filter.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Pick
        label="Kind"
        value={filter.kind}
        choices={choices.kinds}
        onPick={(kind) => change({ kind })}
      />
      <Pick
        label="Sender"
        value={filter.senderId}
        choices={choices.senders}
        onPick={(senderId) => change({ senderId })}
      />
      <Pick
        label="Account"
        value={filter.account}
        choices={choices.accounts}
        onPick={(account) => change({ account })}
      />
      <output>
        <Spoken>{found}</Spoken>
      </output>
    </search>
  )
}

interface PickProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly FilterChoice[]
  readonly onPick: (value: string) => void
}

function Pick({ label, value, choices, onPick }: PickProps) {
  const id = useId()
  return (
    <label htmlFor={id} className={styles['pick']}>
      <Spoken>{label}</Spoken>
      <select
        id={id}
        className={control['control']}
        value={value}
        onChange={(event) => onPick(event.target.value)}
      >
        <option value="">{label}: all</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label} ({choice.count})
          </option>
        ))}
      </select>
    </label>
  )
}
