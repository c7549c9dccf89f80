import { useEffect, useRef, useState } from 'react'
import { overLong } from '#lib/handoff/field-length.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { ofAccount } from './contacts-of-account.ts'
import { useSetting } from './setting.ts'
import styles from './people-editors.module.css'

/** Somebody who is to become a contact. */
export interface ContactToMake {
  readonly firstName: string
  readonly lastName: string
  readonly title: string
  readonly email: string
  readonly phone: string
}

interface NewContactProps {
  /** As it was typed into the search. */
  readonly name: string
  readonly onContact: (contact: ContactToMake) => void
  readonly onCancel: () => void
}

/** With the most characters that Salesforce holds of each. */
const fields = [
  { key: 'firstName', name: 'FirstName', label: 'First name', input: 'text', limit: 40 },
  { key: 'lastName', name: 'LastName', label: 'Last name', input: 'text', limit: 80 },
  { key: 'title', name: 'Title', label: 'Title', input: 'text', limit: 128 },
  { key: 'email', name: 'Email', label: 'E-mail', input: 'email', limit: 80 },
  { key: 'phone', name: 'Phone', label: 'Phone', input: 'tel', limit: 40 },
] as const

/** Which part is the last name is a guess, to be mended here. */
function contactNamed(name: string): ContactToMake {
  const [, firstName = '', lastName = name] = /^(.*)\s(\S+)$/.exec(name.trim()) ?? []
  return { firstName, lastName, title: '', email: '', phone: '' }
}

/** What is needed to make somebody a contact. It is made when the handoff is written. */
export function NewContact({ name, onContact, onCancel }: NewContactProps) {
  const { people, deal } = useSetting()
  const [contact, setContact] = useState(() => contactNamed(name))
  const form = useRef<HTMLFieldSetElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const isNamed = contact.lastName.trim() !== ''
  const isWhole = isNamed && fields.every(({ key, limit }) => contact[key].length <= limit)
  const add = () => isWhole && onContact(contact)
  return (
    // Esc goes back to the search, with the name that was typed there.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={form}
      data-form
      className={styles['new']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onCancel()
      }}
    >
      <legend>New contact{ofAccount(deal)}</legend>
      <div className={styles['pair']}>
        {fields
          .filter((field) => people?.contactFields.includes(field.name) ?? false)
          .map(({ key, label, input, limit }) => (
            <Field
              key={key}
              label={label}
              needed={key === 'lastName' && !isNamed}
              problem={overLong(label, contact[key], limit)}
            >
              {(names) => (
                <TextBox
                  {...{ names, input }}
                  value={contact[key]}
                  onText={(text) => setContact({ ...contact, [key]: text })}
                  onEnter={add}
                />
              )}
            </Field>
          ))}
      </div>
      <div className={styles['below']}>
        <Button disabled={!isWhole} onClick={add}>
          Use this contact
        </Button>
        <Button look="link" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <p className={styles['soft']}>It is created in Salesforce when you submit, not before.</p>
    </fieldset>
  )
}
