import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Field } from '#components/ui/field.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import type { Owner } from '#lib/handoff/book.ts'
import styles from './leaving.module.css'

interface PersonChoiceProps {
  /** Null where it is hidden who reports to whom. */
  readonly owners: readonly Owner[] | null
  readonly mayLookAtAll: boolean
  readonly isAll: boolean
  readonly onAll: (isAll: boolean) => void
  /** The id of who was chosen; empty while nobody was. */
  readonly chosen: string
  readonly onChoose: (userId: string) => void
}

/** Who leaves. */
export function PersonChoice(props: PersonChoiceProps) {
  const { owners, mayLookAtAll, isAll, onAll, chosen, onChoose } = props
  return (
    <div className={styles['choice']}>
      {owners !== null && owners.length > 0 && (
        <Field label="Who leaves?">
          {(names) => (
            <ChoiceBox
              names={names}
              choices={owners.map((one) => ({ value: one.userId, label: labelOf(one) }))}
              empty="Choose a person…"
              value={owners.some(({ userId }) => userId === chosen) ? chosen : ''}
              onChoice={onChoose}
            />
          )}
        </Field>
      )}
      {owners?.length === 0 && (
        <p>
          {isAll
            ? 'Nobody whose deals you may see owns an open one.'
            : 'In Salesforce nobody reports to you: no user names you as their manager.'}
        </p>
      )}
      {owners === null && (
        <p>
          Your permissions hide who reports to you: the field “Manager” of users. Ask your admin.
        </p>
      )}
      {mayLookAtAll && (
        <TickBox checked={isAll} onChecked={onAll}>
          Everybody who owns open deals, not only people who report to me
        </TickBox>
      )}
    </div>
  )
}

function labelOf({ name, title, isActive }: Owner): string {
  const who = isActive ? name : `${name} (no longer active)`
  return title === '' ? who : `${who}, ${title}`
}
