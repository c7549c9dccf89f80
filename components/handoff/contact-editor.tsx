import { useState } from 'react'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import type { ContactRole } from '#lib/handoff/deal.ts'
import type { EditorProps } from './editor-props.ts'
import styles from './editors.module.css'

type Contact = Extract<Value, { type: 'contact' }>
type Words = 'name' | 'title' | 'email' | 'note'

const nobody: Contact = {
  type: 'contact',
  contactId: '',
  name: '',
  title: '',
  email: '',
  phone: '',
  role: '',
  note: '',
  strength: '',
}

const strengths = [
  { value: 'weak', label: 'Weak' },
  { value: 'medium', label: 'Medium' },
  { value: 'strong', label: 'Strong' },
] as const

const OTHER = 'other'

const choiceOf = ({ contactId, name, title, role }: ContactRole) => ({
  value: contactId,
  label: [name, title, role].filter((part) => part !== '').join(' · '),
})

const unlisted = [
  { key: 'name', label: 'Name' },
  { key: 'title', label: 'Title' },
  { key: 'email', label: 'E-mail' },
] as const satisfies readonly { key: Words; label: string }[]

/** A person at the customer: from the deal's contact roles, or written in. */
export function ContactEditor({ names, question, value, onValue, facts }: EditorProps) {
  const [isOther, setOther] = useState(facts.contactRoles.length === 0)
  const contact = value?.type === 'contact' ? value : nobody
  const isWrittenIn = value?.type === 'contact' && value.contactId === ''
  const change = (part: Partial<Contact>) => {
    const next = { ...contact, ...part }
    onValue(next.name.trim() === '' && next.note.trim() === '' ? null : next)
  }
  const choose = (id: string) => {
    const found = facts.contactRoles.find(({ contactId }) => contactId === id)
    setOther(id === OTHER)
    if (!found) return onValue(null)
    const { contactId, name, title, email, phone, role } = found
    return change({ contactId, name, title, email, phone, role })
  }
  const listed = facts.contactRoles.map(choiceOf)
  const kept = contact.contactId !== '' && !listed.some(({ value: id }) => id === contact.contactId)
  return (
    <div className={styles['stack']}>
      <ChoiceBox
        names={names}
        choices={[
          ...listed,
          ...(kept ? [{ value: contact.contactId, label: contact.name }] : []),
          { value: OTHER, label: 'Somebody who is not on the list' },
        ]}
        empty="Choose from the contacts of this deal…"
        value={isOther || isWrittenIn ? OTHER : contact.contactId}
        onChoice={choose}
      />
      {(isOther || isWrittenIn) && <WrittenIn contact={contact} onChange={change} />}
      {contact.name !== '' && (
        <Remarks contact={contact} onChange={change} hasStrength={/champion/i.test(question.key)} />
      )}
    </div>
  )
}

interface PartProps {
  readonly contact: Contact
  readonly onChange: (part: Partial<Contact>) => void
}

function WrittenIn({ contact, onChange }: PartProps) {
  return (
    <div className={styles['cells']}>
      {unlisted.map(({ key, label }) => (
        <Field key={key} label={label} needed={key === 'name'}>
          {(names) => (
            <TextBox
              names={names}
              value={contact[key]}
              onText={(text) => onChange({ [key]: text })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

function Remarks({
  contact,
  onChange,
  hasStrength,
}: PartProps & { readonly hasStrength: boolean }) {
  return (
    <div className={styles['cells']}>
      <div className={styles['wide']}>
        <Field label="What your colleague should know">
          {(names) => (
            <TextBox
              names={names}
              lines="many"
              value={contact.note}
              onText={(note) => onChange({ note })}
            />
          )}
        </Field>
      </div>
      {hasStrength && (
        <Field label="How strong">
          {(names) => (
            <ChoiceBox
              names={names}
              choices={strengths}
              empty="Not judged"
              value={contact.strength}
              onChoice={(chosen) =>
                onChange({ strength: strengths.find(({ value }) => value === chosen)?.value ?? '' })
              }
            />
          )}
        </Field>
      )}
    </div>
  )
}
