import { useSetting } from '#components/handoff/setting.ts'
import type { Answers } from '#lib/handoff/answer.ts'
import type { FieldChange } from '#lib/handoff/plan.ts'
import type { FieldValue, Person } from '#lib/handoff/primitives.ts'
import { TickBox } from '#components/ui/tick-box.tsx'
import { shown } from './shown.ts'
import styles from './review.module.css'

interface FieldChangeListProps {
  readonly changes: readonly FieldChange[]
  /** Changes the user chose not to write. */
  readonly unticked: readonly FieldChange[]
  /** Where the people are named whose ids are written. */
  readonly answers: Answers
  readonly onTick: (path: string, isOn: boolean) => void
}

/** Each field that will change, before and after, with a tick to leave it as it is. */
export function FieldChangeList({ changes, unticked, answers, onTick }: FieldChangeListProps) {
  const { formats, picklists, deal } = useSetting()
  const people = [...peopleIn(answers), deal.owner, ...deal.team]
  const named = people.map(({ userId, name }) => ({ value: userId, label: name }))
  const read = (value: FieldValue, path: string) => {
    const held = deal.fields[path.replace(/__c$/, '__r.Name')]
    const own = value === deal.fields[path] && typeof held === 'string' && held
    const known = named.filter((one) => one.value === value)
    return shown(own || value, { formats, choices: picklists[path] ?? known })
  }
  const all = [...changes, ...unticked]
  if (all.length === 0) return <p>No answer changes a field of the opportunity.</p>
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

function peopleIn(answers: Answers): readonly Person[] {
  return Object.values(answers).flatMap((answer) =>
    answer.kind === 'given' && answer.value.type === 'person' ? [answer.value] : [],
  )
}
