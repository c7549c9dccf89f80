import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import styles from './tabs.module.css'

/** A tab by its key, with what it is called. */
export interface Tab<Key extends string> {
  readonly key: Key
  readonly label: string
}

interface TabsProps<Key extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Key>[]
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
  /** What the chosen tab shows. */
  readonly children: ReactNode
}

const steps: Readonly<Record<string, (here: number, last: number) => number>> = {
  ArrowRight: (here, last) => (here === last ? 0 : here + 1),
  ArrowLeft: (here, last) => (here === 0 ? last : here - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** Tabs above what the chosen one shows; the arrows go from one to the next. */
export function Tabs<Key extends string>(props: TabsProps<Key>) {
  const { label, tabs, chosen, onChoose, children } = props
  const id = useId()
  const bar = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const here = tabs.findIndex(({ key }) => key === chosen)
    const next = tabs[steps[event.key]?.(here, tabs.length - 1) ?? -1]
    if (!next) return
    event.preventDefault()
    onChoose(next.key)
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  return (
    <>
      <div ref={bar} role="tablist" aria-label={label} className={styles['bar']}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            data-tab={tab.key}
            className={styles['tab']}
            aria-selected={tab.key === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === chosen ? 0 : -1}
            onClick={() => onChoose(tab.key)}
            onKeyDown={walk}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${chosen}`}
        className={styles['panel']}
      >
        {children}
      </div>
    </>
  )
}
