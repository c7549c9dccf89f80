import { lazy, Suspense, useState } from 'react'
import type { Value } from '#lib/handoff/answer.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import { withNewRole } from '#lib/handoff/contact-roles.ts'
import type { EditorProps } from './editor.ts'
import { ChosenContact } from './chosen-contact.tsx'
import { ContactSearch } from './contact-search.tsx'
import type { FoundContact } from './contacts-of-account.ts'
import type { ContactToMake } from './new-contact.tsx'
import { useSetting } from './setting.ts'

/** Loaded when somebody is to become a contact. */
const NewContact = lazy(async () => ({ default: (await import('./new-contact.tsx')).NewContact }))

type Contact = Extract<Value, { type: 'contact' }>

const isSame = (one: Contact, { contactId, name }: Pick<Contact, 'contactId' | 'name'>) =>
  one.contactId === '' ? one.name === name : one.contactId === contactId

/** Somebody at the customer: a contact role of the deal, a contact of the account, or somebody new. */
export function ContactEditor({ names, value, onValue, question }: EditorProps) {
  const { deal } = useSetting()
  const [isSearching, setSearching] = useState(false)
  const [newName, setNewName] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const contact = value?.type === 'contact' ? value : null
  const [isChosen, setChosen] = useState(false)
  const put = (next: Contact) => {
    setChosen(true)
    setSearching(false)
    setNewName(null)
    setTyped('')
    // What was said of one person is never said of another.
    const kept = contact && isSame(contact, next) ? contact : noContact
    onValue({ ...next, note: kept.note, strength: kept.strength })
  }
  const role = question.answer.type === 'contact' ? (question.answer.role ?? '') : ''
  const pick = ({ contactId, name, title, email, phone, ...found }: FoundContact) =>
    put({ ...noContact, contactId, name, title, email, phone, role: found.role ?? role })
  const make = ({ firstName, lastName, ...others }: ContactToMake) => {
    const name = `${firstName.trim()} ${lastName.trim()}`.trim()
    put({ ...noContact, ...others, name, lastName: lastName.trim(), role })
  }
  const stay = () => {
    setChosen(true)
    setSearching(false)
    setTyped('')
  }
  if (newName !== null) {
    return (
      <Suspense>
        <NewContact name={newName} onContact={make} onCancel={() => setNewName(null)} />
      </Suspense>
    )
  }
  if (contact === null || isSearching) {
    return (
      <ContactSearch
        names={names}
        onContact={pick}
        typed={typed}
        onNew={(name) => {
          setTyped(name)
          setNewName(name)
        }}
        onName={(name) => put({ ...noContact, name, role })}
        onCancel={contact ? () => stay() : undefined}
      />
    )
  }
  return (
    <ChosenContact
      {...{ contact, question }}
      takesFocus={isChosen}
      onContact={(next) => onValue(withNewRole(next, deal.contactRoles))}
      onSearch={() => setSearching(true)}
    />
  )
}
