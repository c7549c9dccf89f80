import type { Draft } from '#lib/handoff/draft.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Person } from '#components/ui/person.tsx'
import { type SearchUsers, UserSearch } from '#components/ui/user-search.tsx'
import styles from './review.module.css'

interface RecipientPickerProps {
  readonly recipient: Draft['recipient']
  readonly search: SearchUsers
  readonly onRecipient: (recipient: Draft['recipient']) => void
}

/** Who takes over: chosen from the users of the org, with why somebody is suggested. */
export function RecipientPicker({ recipient, search, onRecipient }: RecipientPickerProps) {
  if (recipient !== null) {
    return (
      <div className={styles['recipient']}>
        <Person name={recipient.name} note={recipient.why === '' ? undefined : recipient.why} />
        <Button look="link" onClick={() => onRecipient(null)}>
          Choose somebody else
        </Button>
      </div>
    )
  }
  return (
    <Field label="Who takes over?" needed>
      {(names) => (
        <UserSearch
          names={names}
          search={search}
          suggest="at-once"
          onUser={({ userId, name, why }) => onRecipient({ userId, name, why })}
        />
      )}
    </Field>
  )
}
