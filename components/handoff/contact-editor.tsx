import { lazy, Suspense, useState } from 'react'
import type { Value } from '#lib/handoff/answer.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import { withNewRole } from '#lib/handoff/contact-roles.ts'
import { boxOf, searchOf } from './box-names.ts'
import type { EditorProps } from './editor.ts'
import { ChosenContact } from './chosen-contact.tsx'
import { ContactSearch } from './contact-search.tsx'
import type { FoundContact } from './contacts-of-account.ts'
import type { ContactToMake } from './new-contact.tsx'
import { useSetting } from './setting.ts'
import { useUnread } from './unread.ts'

/** Loaded when somebody is to become a contact. */
const NewContact = lazy(async () => ({ default: (await import('./new-contact.tsx')).NewContact }))

const Making = (props: Parameters<typeof NewContact>[0]) => (
  <Suspense>
    <NewContact {...props} />
  </Suspense>
)

type Contact = Extract<Value, { type: 'contact' }>

const isSame = (one: Contact, { contactId, name }: Pick<Contact, 'contactId' | 'name'>) =>
  one.contactId === '' ? one.name === name : one.contactId === contactId

/** What was typed of somebody who is not chosen yet: into the search, or of a new contact. */
function useTyped(question: string) {
  const { unread: begun, keep } = useUnread(boxOf(question))
  const { unread, keep: search } = useUnread(searchOf(question))
  /** The user has gone from one to the other. */
  const [isBack, setBack] = useState(false)
  const [isWanted, setSearching] = useState(false)
  const put = (text: string, made: string) => {
    setBack(text !== '' || made !== '')
    search(text)
    keep(made)
  }
  const searched = unread ?? (isWanted ? '' : null)
  const takesFocus = isBack || isWanted
  return { begun, searched, takesFocus, keep, search, put, setSearching }
}

/** Somebody at the customer: a contact role of the deal, a contact of the account, or somebody new. */
export function ContactEditor({ names, value, onValue, question }: EditorProps) {
  const { deal } = useSetting()
  const { searched, begun, takesFocus, ...typing } = useTyped(question.key)
  const contact = value?.type === 'contact' ? value : null
  const [isChosen, setChosen] = useState(false)
  const put = (next: Contact) => {
    setChosen(true)
    typing.setSearching(false)
    typing.put('', '')
    // What was said of one person is never said of another.
    const kept = contact && isSame(contact, next) ? contact : noContact
    onValue({ ...next, note: kept.note, strength: kept.strength })
  }
  const role = question.answer.type === 'contact' ? (question.answer.role ?? '') : ''
  const pick = ({ contactId, name, title, email, phone, ...found }: FoundContact) =>
    put({ ...noContact, contactId, name, title, email, phone, role: found.role ?? role })
  const make = ({ firstName: _, lastName, ...others }: ContactToMake) =>
    put({ ...noContact, ...others, lastName: lastName.trim(), role })
  const stay = () => {
    setChosen(true)
    typing.setSearching(false)
    typing.put('', '')
  }
  if (begun !== null) {
    return (
      <Making
        text={begun}
        takesFocus={takesFocus}
        onText={typing.keep}
        onContact={make}
        onCancel={(name) => typing.put(name, '')}
      />
    )
  }
  if (contact === null || searched !== null) {
    return (
      <ContactSearch
        names={names}
        text={searched ?? ''}
        onText={typing.search}
        takesFocus={takesFocus}
        onContact={pick}
        onNew={(name) => typing.put('', name)}
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
      onSearch={() => typing.setSearching(true)}
    />
  )
}
