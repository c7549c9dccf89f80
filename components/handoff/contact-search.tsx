import { useState } from 'react'
import type { ContactRole, Deal } from '#lib/handoff/deal.ts'
import { roleName, rolesPath } from '#lib/handoff/role-names.ts'
import { normalised } from '#lib/handoff/placeholder.ts'
import { Button } from '#components/ui/button.tsx'
import { useFocusInside } from '#components/ui/use-focus-inside.ts'
import { SearchList } from '#components/ui/search-list.tsx'
import type { ControlNames } from '#components/ui/text-box.tsx'
import { useFound } from '#components/ui/use-found.ts'
import { type FoundContact, type Found, ofAccount } from './contacts-of-account.ts'
import { useSetting, type Setting } from './setting.ts'

interface ContactSearchProps {
  readonly names: ControlNames
  readonly onContact: (contact: FoundContact) => void
  /** Somebody who is no contact yet is to become one; absent where only contacts are looked for. */
  readonly onNew?: (name: string) => void
  /** Somebody is to be named without being a contact. */
  readonly onName?: (name: string) => void
  readonly text: string
  readonly onText: (text: string) => void
  /** It stands where the user has just been. */
  readonly takesFocus: boolean
  /** Leaves all as it was; absent where there is nothing to go back to. */
  readonly onCancel?: (() => void) | undefined
}

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')

function hits(
  found: readonly FoundContact[],
  { contactRoles, accountName }: Deal,
  picklists: Setting['picklists'],
) {
  const isIn = (id: string) => contactRoles.some(({ contactId }) => contactId === id)
  return [
    ...contactRoles.map(({ contactId, name, role, title }) => ({
      id: contactId,
      label: name,
      note: joined([roleName(role, picklists[rolesPath]) || 'contact role of this deal', title]),
    })),
    ...found
      .filter(({ contactId }) => !isIn(contactId))
      .map((one) => ({
        id: one.contactId,
        label: one.name,
        note: joined([one.title, one.email, one.accountName || accountName]),
      })),
  ]
}

/** What can be done with a name that is no hit. */
function beyond(text: string, { onNew, onName }: ContactSearchProps, { deal, people }: Setting) {
  const create = {
    id: 'new',
    label: `Create “${text}”`,
    note: `new contact${ofAccount(deal)}`,
  }
  const use = { id: 'name', label: `Use “${text}”`, note: 'only the name, without a contact' }
  return [...(onNew && people?.createContact ? [create] : []), ...(onName ? [use] : [])]
}

function statusOf(text: string, found: Found | null, { deal, people }: Setting): string {
  if (text === '') return `Type a name to search ${deal.accountName || 'your contacts'}.`
  if (found === null) return 'Searching…'
  if (found.problem !== undefined) return found.problem
  const needs = people?.contactNeeds ?? []
  if (found.contacts.length > 0 || needs.length === 0) return ''
  return `A new contact needs ${needs.join(', ')}: create it in Salesforce, then search again.`
}

/** What the contacts of the account are asked for. */
function useContacts(text: string): Found | null {
  const { searchContacts } = useSetting()
  const found = useFound(text === '' ? null : searchContacts, text)
  return found?.text === text ? found : null
}

const isNamed =
  (text: string) =>
  ({ name, title }: ContactRole) =>
    normalised(`${name} ${title}`).includes(normalised(text))

/** A search for somebody at the customer: who plays a part in the deal first, then the account's contacts. */
export function ContactSearch(props: ContactSearchProps) {
  const { names, text, onText, takesFocus, onContact, onNew, onName, onCancel } = props
  const setting = useSetting()
  const { deal, picklists } = setting
  const [isWanted, setWanted] = useState(false)
  const wanted = text.trim()
  const found = useContacts(isWanted ? wanted : '')
  const contactRoles = deal.contactRoles.filter(isNamed(wanted))
  const others = found?.contacts ?? []
  const isAnswered = wanted !== '' && found !== null
  const options = [
    ...(isWanted ? hits(others, { ...deal, contactRoles }, picklists) : []),
    ...(isAnswered ? beyond(wanted, props, setting) : []),
  ]
  const pick = (id: string) => {
    if (id === 'new') return onNew?.(wanted)
    if (id === 'name') return onName?.(wanted)
    const one = [...deal.contactRoles, ...others].find(({ contactId }) => contactId === id)
    if (one) onContact(one)
  }
  return (
    // Esc takes back what was typed, then the search itself; it is not for the panel then.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={useFocusInside(takesFocus)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        if (text === '' && !onCancel) return
        event.preventDefault()
        if (text === '') onCancel?.()
        else onText('')
      }}
    >
      <SearchList
        {...{ names, text, options }}
        onText={onText}
        onFocus={() => setWanted(true)}
        onPick={pick}
        status={isWanted ? statusOf(wanted, found, setting) : ''}
        placeholder="Search contacts by name"
      />
      {onCancel && (
        <Button look="link" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  )
}
