import { useSetting } from '#components/handoff/setting.ts'
import type { FieldChange } from '#lib/handoff/plan.ts'
import type { FieldValue } from '#lib/handoff/primitives.ts'
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
  const { formats, picklists } = useSetting()
  const read = (value: FieldValue, path: string) =>
    shown(value, { formats, choices: picklists[path] })
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
            <del dir="auto">{read(change.before, change.path)}</del> →{' '}
            <ins dir="auto">{read(change.after, change.path)}</ins>
          </p>
        </li>
      ))}
    </ul>
  )
}
