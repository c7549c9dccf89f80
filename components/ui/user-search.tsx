import { useState } from 'react'
import { normalised } from '#lib/handoff/placeholder.ts'
import { SearchList } from './search-list.tsx'
import type { ControlNames } from './text-box.tsx'
import { type Searched, useFound } from './use-found.ts'

/** A user who was found or is suggested. */
export interface FoundUser {
  readonly userId: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly department: string
  readonly why: string
}

interface FoundUsers extends Searched {
  readonly users: readonly FoundUser[]
}

/** Finds users by a text; with an empty text, those who are suggested. */
export type SearchUsers = (text: string) => Promise<FoundUsers>

interface UserSearchProps {
  readonly names: ControlNames
  readonly search: SearchUsers
  readonly onUser: (user: FoundUser) => void
  /** When those who are suggested are asked for; each time is a call to Salesforce. */
  readonly suggest?: 'at-once' | 'on-focus'
  /** What is typed, where it is to outlast the search. */
  readonly typed?: string
  readonly onTyped?: (text: string) => void
}

const noteOf = ({ why, title, department, email }: FoundUser) =>
  [why, title, department, email].filter((part) => part !== '').join(' · ')

function statusOf(found: FoundUsers | null, text: string): string {
  if (found === null) return 'Searching…'
  if (found.problem !== undefined) return found.problem
  if (found.users.length > 0) return ''
  return text === '' ? 'Type a name to search.' : `Nobody found for “${text}”.`
}

/**
 * Who is called so stands before who is only found by a title or a mail address. Of what was found for an earlier
 * text only who is called so is left: Enter never picks somebody who was not meant.
 */
function usersFor(
  { users, text: earlier }: FoundUsers & { readonly text: string },
  text: string,
): readonly FoundUser[] {
  const isCalledSo = ({ name }: FoundUser) => normalised(name).includes(normalised(text))
  const called = users.filter(isCalledSo)
  return earlier === text ? [...called, ...users.filter((user) => !isCalledSo(user))] : called
}

/** A search for a user of the org, asked as one types. */
export function UserSearch(props: UserSearchProps) {
  const { names, search, onUser, suggest = 'on-focus' } = props
  const [own, setOwn] = useState('')
  const { typed: text = own, onTyped = setOwn } = props
  const [isWanted, setWanted] = useState(suggest === 'at-once')
  const wanted = text.trim()
  const found = useFound(isWanted ? search : null, wanted)
  const users = found ? usersFor(found, wanted) : []
  return (
    <SearchList
      names={names}
      text={text}
      onText={onTyped}
      onFocus={() => setWanted(true)}
      options={users.map((user) => ({ id: user.userId, label: user.name, note: noteOf(user) }))}
      onPick={(id) => {
        const user = users.find(({ userId }) => userId === id)
        if (user) onUser(user)
      }}
      status={isWanted ? statusOf(found?.text === wanted ? found : null, wanted) : ''}
      placeholder="Search by name"
    />
  )
}
