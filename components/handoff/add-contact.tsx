import { useState } from 'react'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import type { Row } from '#lib/handoff/rows.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { ContactSearch } from './contact-search.tsx'
import type { FoundContact } from './contacts-of-account.ts'
import { useSetting } from './setting.ts'
import styles from './rows-editor.module.css'

interface AddContactProps {
  readonly onRow: (row: Row) => void
}

/** Finds a contact of the deal or its account for a list of people. */
export function AddContact({ onRow }: AddContactProps) {
  const { newId } = useSetting()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <Button look="link" icon="search" onClick={() => setOpen(true)}>
        Find a contact
      </Button>
    )
  }
  const add = ({ contactId, name, title, role = '' }: FoundContact) => {
    setOpen(false)
    onRow({ ...emptyRow('people', newId()), contactId, name, title, role })
  }
  return (
    <div className={styles['paste']}>
      <Field label="Contact">
        {(names) => <ContactSearch names={names} onContact={add} onCancel={() => setOpen(false)} />}
      </Field>
    </div>
  )
}
