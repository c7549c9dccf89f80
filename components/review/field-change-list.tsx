import type { FieldChange } from '#lib/handoff/plan.ts'
import { TickBox } from '#components/ui/tick-box.tsx'
import { shown } from './shown.ts'
import styles from './review.module.css'

interface FieldChangeListProps {
  readonly changes: readonly FieldChange[]
  /** Changes the user chose not to write. */
  readonly unticked: readonly FieldChange[]
  readonly onTick: (path: string, isOn: boolean) => void
}

/** Each field that will change, before and after, with a tick to leave it as it is. */
export function FieldChangeList({ changes, unticked, onTick }: FieldChangeListProps) {
  const all = [...changes, ...unticked]
  if (all.length === 0) return <p>No field of the opportunity changes.</p>
  return (
    <ul className={styles['changes']}>
      {all.map((change) => (
        <li key={change.path}>
          <TickBox
            checked={changes.includes(change)}
            onChecked={(isOn) => onTick(change.path, isOn)}
          >
            {change.label}
          </TickBox>
          <p className={styles['change']}>
            <del dir="auto">{shown(change.before)}</del> →{' '}
            <ins dir="auto">{shown(change.after)}</ins>
          </p>
        </li>
      ))}
    </ul>
  )
}
