import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Formats } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import { DealPicker, type FindDeals } from './deal-picker.tsx'
import styles from './batch.module.css'

interface BatchFormProps {
  readonly deals: readonly Unhanded[]
  /** Looks for more deals; null where all are listed. */
  readonly find: FindDeals | null
  /** By their ids. */
  readonly chosen: ReadonlyMap<string, unknown>
  readonly onChoose: (opportunityIds: readonly string[], isChosen: boolean) => void
  /** The name of who takes over; empty while nobody was chosen. */
  readonly recipient: string
  readonly formats: Formats
  /** `YYYY-MM-DD`, where the user is. */
  readonly today: string
  readonly onBegin: (opportunityIds: readonly string[]) => void
  readonly onBack: () => void
  /** What the way back says. */
  readonly back?: string | undefined
  /** Whether the deals are those of somebody who leaves. */
  readonly isOthers?: boolean
  /** What all have in common. */
  readonly children: ReactNode
}

/** Which deals are handed over together, and what they have in common. */
export function BatchForm(props: BatchFormProps) {
  const { deals, find, chosen, onChoose, formats, today, onBegin, onBack } = props
  const box = useRef<HTMLInputElement>(null)
  // What led here has gone.
  useEffect(() => box.current?.focus(), [])
  const wanted = deals.flatMap(({ opportunityId: id, hasDraft }) =>
    !hasDraft && chosen.has(id) ? [id] : [],
  )
  const count = wanted.length
  return (
    <section aria-label="Hand over several deals" className={styles['batch']}>
      <header className={styles['head']}>
        <h2>Hand over several deals</h2>
        <Button look="link" onClick={onBack}>
          {props.back ?? 'Back to the inbox'}
        </Button>
        <p>
          Each gets a draft of its own, filled in from its own record. Nothing is sent: you review
          and send each one by itself.{props.isOthers && ' What you send goes out in your name.'}
        </p>
      </header>
      <div className={styles['columns']} data-scrolls>
        <DealPicker {...{ deals, find, chosen, onChoose, formats, today, box }} />
        {props.children}
      </div>
      <footer className={styles['foot']}>
        <output>
          {count === 1 ? '1 deal' : `${count} deals`} chosen, for{' '}
          <Name>{props.recipient || 'whom you choose in each draft'}</Name>
        </output>
        <Button look="main" disabled={count === 0} onClick={() => onBegin(wanted)}>
          {count === 1 ? 'Begin the draft' : `Begin ${count || 'the'} drafts`}
        </Button>
      </footer>
    </section>
  )
}
