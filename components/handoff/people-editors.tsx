import type { Value } from '#lib/handoff/answer.ts'
import type { ContactRole } from '#lib/handoff/deal.ts'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Field } from '#components/ui/field.tsx'
import { Person } from '#components/ui/person.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { UserSearch } from '#components/ui/user-search.tsx'
import type { EditorProps } from './editor.ts'
import { useSetting } from './setting.ts'
import styles from './people-editors.module.css'

/** A user of the org, found by name. */
export function PersonEditor({ names, value, onValue }: EditorProps) {
  const { searchUsers } = useSetting()
  if (value?.type === 'person') {
    return (
      <div className={styles['chosen']}>
        <Person name={value.name} />
        <Button look="link" onClick={() => onValue(null)}>
          Change
        </Button>
      </div>
    )
  }
  return (
    <UserSearch
      names={names}
      search={searchUsers}
      onUser={({ userId, name }) => onValue({ type: 'person', userId, name })}
    />
  )
}

type Contact = Extract<Value, { type: 'contact' }>

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
]

function contactFrom({ contactId, name, title, email, phone, role }: ContactRole): Contact {
  return { ...nobody, contactId, name, title, email, phone, role }
}

/** A contact of the deal by role, or somebody else by name, with what to know about them. */
export function ContactEditor({ names, value, onValue, question }: EditorProps) {
  const { deal } = useSetting()
  const contact = value?.type === 'contact' ? value : nobody
  const change = (part: Partial<Contact>) => {
    const next = { ...contact, ...part }
    onValue(next.name.trim() === '' ? null : next)
  }
  const pick = (contactId: string) => {
    const role = deal.contactRoles.find((one) => one.contactId === contactId)
    onValue(role ? { ...contactFrom(role), note: contact.note, strength: contact.strength } : null)
  }
  const choices = deal.contactRoles.map(({ contactId, name, role }) => ({
    value: contactId,
    label: role === '' ? name : `${name} (${role})`,
  }))
  return (
    <div className={styles['contact']}>
      <ChoiceBox
        names={names}
        choices={choices}
        empty={
          deal.contactRoles.length === 0 ? 'No contact roles on this deal' : 'Choose a contact…'
        }
        value={contact.contactId}
        onChoice={pick}
      />
      <div className={styles['pair']}>
        <Field label="Or by name">
          {(own) => (
            <TextBox
              names={own}
              value={contact.contactId === '' ? contact.name : ''}
              onText={(name) => change({ name, contactId: '', role: roleOf(question) })}
            />
          )}
        </Field>
        <Field label="Strength">
          {(own) => (
            <ChoiceBox
              names={own}
              choices={strengths}
              empty="Not said"
              value={contact.strength}
              onChoice={(chosen) => change({ strength: strengthFrom(chosen) })}
            />
          )}
        </Field>
      </div>
      <Field label="What to know about them">
        {(own) => <TextBox names={own} value={contact.note} onText={(note) => change({ note })} />}
      </Field>
    </div>
  )
}

function strengthFrom(text: string): Contact['strength'] {
  return text === 'weak' || text === 'medium' || text === 'strong' ? text : ''
}

function roleOf({ answer }: EditorProps['question']): string {
  return answer.type === 'contact' ? (answer.role ?? '') : ''
}
