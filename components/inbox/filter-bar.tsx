import { memo, type RefObject, useId, useState } from 'react'
import control from '#components/ui/control.module.css'
import { Spoken } from '#components/ui/spoken.tsx'
import type { FilterChoice, InboxFilter } from '#lib/handoff/inbox-filter.ts'
import styles from './filter-bar.module.css'

interface FilterBarProps {
  readonly filter: InboxFilter
  /** The same function at every drawing: a list of a thousand accounts is not drawn for a key. */
  readonly onFilter: (part: Partial<InboxFilter>) => void
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
        onChange={(event) => onFilter({ text: event.target.value })}
      />
      <Choice
        part="kind"
        label="Kind"
        value={filter.kind}
        choices={choices.kinds}
        {...{ onFilter }}
      />
      <Choice
        part="senderId"
        label="Sender"
        value={filter.senderId}
        choices={choices.senders}
        {...{ onFilter }}
      />
      <Choice
        part="account"
        label="Account"
        value={filter.account}
        choices={choices.accounts}
        {...{ onFilter }}
      />
      <output>
        <Spoken>{found}</Spoken>
      </output>
    </search>
  )
}

interface ChoiceProps extends Pick<FilterBarProps, 'onFilter'> {
  readonly part: keyof InboxFilter
  readonly label: string
  readonly value: string
  readonly choices: readonly FilterChoice[]
}

const Choice = memo(function Choice({ part, label, value, choices, onFilter }: ChoiceProps) {
  const id = useId()
  const chosen = choices.find((choice) => choice.value === value)
  const [last, setLast] = useState(chosen)
  if (chosen && chosen !== last) setLast(chosen)
  // What is chosen stays so, and is said, when the last handoff of the kind has left the list.
  const isGone = !chosen && last?.value === value
  const offered = isGone ? [...choices, { ...last, count: 0 }] : choices
  return (
    <label htmlFor={id} className={styles['pick']}>
      <Spoken>{label}</Spoken>
      <select
        id={id}
        className={control['control']}
        value={value}
        onChange={(event) => onFilter({ [part]: event.target.value })}
      >
        <option value="">{label}: all</option>
        {offered.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label} ({choice.count})
          </option>
        ))}
      </select>
    </label>
  )
})
