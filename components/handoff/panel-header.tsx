import type { ReactNode } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Person } from '#components/ui/person.tsx'
import styles from './panel.module.css'

interface PanelHeaderProps {
  /** Such as "AE to CSM · standard · draft". */
  readonly kind: string
  /** Changes what it is; absent where that is settled. */
  readonly onKind?: (() => void) | undefined
  readonly dealName: string
  readonly from: string
  /** Null while nobody is chosen, absent while it is not known here. */
  readonly to?: string | null | undefined
  /** Why this person takes over, such as "account team". */
  readonly why?: string | undefined
  readonly actingAs: string
  readonly shortcut: string
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** What this handoff is, between whom, and who is acting. */
export function PanelHeader(props: PanelHeaderProps) {
  const { kind, onKind, dealName, from, to, why, actingAs, shortcut, onClose, children } = props
  const whole = `Handoff · ${kind}`
  return (
    <header className={styles['header']}>
      <div className={styles['top']}>
        <p className={styles['kind']}>
          {onKind ? (
            // All of it is the button: beside one that takes two lines, a word would stand on a line of its own.
            <button
              type="button"
              className={styles['change']}
              aria-label={`${whole}: change`}
              title="Change the kind of handoff"
              onClick={onKind}
            >
              {whole}
            </button>
          ) : (
            whole
          )}
        </p>
        <IconButton
          icon="close"
          label={shortcut === '' ? 'Close (Esc)' : `Close (Esc; ${shortcut} opens it again)`}
          onClick={onClose}
        />
      </div>
      <h1 className={styles['title']}>
        <Name>{dealName}</Name>
      </h1>
      <div className={styles['people']}>
        <Person name={from} />
        {to !== undefined && <span aria-label="to">→</span>}
        {to === null && <span className={styles['soft']}>nobody chosen yet</span>}
        {to && <Person name={to} note={why} />}
      </div>
      <p className={styles['soft']}>
        Acting as <Name>{actingAs}</Name>
      </p>
      {children}
    </header>
  )
}
