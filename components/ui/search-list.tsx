import { type KeyboardEvent, useRef } from 'react'
import control from './control.module.css'
import { Name } from './name.tsx'
import styles from './search-list.module.css'
import type { ControlNames } from './text-box.tsx'

/** Something found that can be picked. */
interface Option {
  readonly id: string
  readonly label: string
  readonly note: string
}

interface SearchListProps {
  readonly names: ControlNames
  readonly text: string
  readonly onText: (text: string) => void
  readonly onFocus?: () => void
  readonly options: readonly Option[]
  readonly onPick: (id: string) => void
  /** How many were found, that it is searching, or what went wrong. */
  readonly status: string
  readonly placeholder?: string
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** A search box over the list of what it found. Enter picks the first; arrows walk between box and list. */
export function SearchList(props: SearchListProps) {
  const { names, text, onText, onFocus, options, onPick, status, placeholder } = props
  const frame = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const step = event.altKey ? undefined : steps[event.key]
    if (step === undefined) return
    const stops = [...(frame.current?.querySelectorAll<HTMLElement>('input, button') ?? [])]
    const here = stops.findIndex((stop) => stop === document.activeElement)
    event.preventDefault()
    stops[Math.min(stops.length - 1, Math.max(0, here + step))]?.focus()
  }
  return (
    <div ref={frame} className={styles['frame']}>
      <input
        {...names}
        type="search"
        className={control['control']}
        value={text}
        dir="auto"
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
        onFocus={onFocus}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          walk(event)
          const [first] = options
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !first) return
          event.preventDefault()
          onPick(first.id)
        }}
      />
      {options.length > 0 && <Options options={options} onPick={onPick} onKeyDown={walk} />}
      <output className={styles['status']}>{status}</output>
    </div>
  )
}

interface OptionsProps extends Pick<SearchListProps, 'options' | 'onPick'> {
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Options({ options, onPick, onKeyDown }: OptionsProps) {
  return (
    <ul className={styles['list']} aria-label="Found">
      {options.map(({ id, label, note }) => (
        <li key={id}>
          <button
            type="button"
            className={styles['option']}
            onClick={() => onPick(id)}
            onKeyDown={onKeyDown}
          >
            <Name>{label}</Name>
            {note && (
              <span className={styles['note']}>
                <Name>{note}</Name>
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
