import { useState } from 'react'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import type { Row } from '#lib/handoff/rows.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { searchOf } from './box-names.ts'
import { ContactSearch } from './contact-search.tsx'
import type { FoundContact } from './contacts-of-account.ts'
import { useSetting } from './setting.ts'
import { useUnread } from './unread.ts'
import styles from './rows-editor.module.css'

interface AddContactProps {
  readonly question: string
  readonly onRow: (row: Row) => void
}

/** Finds a contact of the deal or its account for a list of people. */
export function AddContact({ question, onRow }: AddContactProps) {
  const { newId } = useSetting()
  const [isOpen, setOpen] = useState(false)
  const { unread, keep } = useUnread(searchOf(question))
  if (!isOpen && unread === null) {
    return (
      <Button look="link" icon="search" onClick={() => setOpen(true)}>
        Find a contact
      </Button>
    )
  }
  const close = () => {
    setOpen(false)
    keep('')
  }
  const add = ({ contactId, name, title, role = '' }: FoundContact) => {
    close()
    onRow({ ...emptyRow('people', newId()), contactId, name, title, role })
  }
  return (
    <div className={styles['paste']}>
      <Field label="Contact">
        {(names) => (
          <ContactSearch
            {...{ names }}
            text={unread ?? ''}
            onText={keep}
            takesFocus={isOpen}
            onContact={add}
            onCancel={close}
          />
        )}
      </Field>
    </div>
  )
}
