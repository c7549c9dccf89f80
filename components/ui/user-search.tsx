import { useEffect, useState } from 'react'
import { SearchList } from './search-list.tsx'
import type { ControlNames } from './text-box.tsx'

/** A user who was found or is suggested. */
export interface FoundUser {
  readonly userId: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly department: string
  readonly why: string
}

/** Finds users by a text; with an empty text, those who are suggested. `problem` is a sentence when it could not search. */
export type SearchUsers = (text: string) => Promise<{
  readonly users: readonly FoundUser[]
  readonly problem?: string | undefined
}>

interface UserSearchProps {
  readonly names: ControlNames
  readonly search: SearchUsers
  readonly onUser: (user: FoundUser) => void
  /** When those who are suggested are asked for; each time is a call to Salesforce. */
  readonly suggest?: 'at-once' | 'on-focus'
}

const PAUSE = 150

const noteOf = ({ why, title, department, email }: FoundUser) =>
  [why, title, department, email].filter((part) => part !== '').join(' · ')

function statusOf(found: Awaited<ReturnType<SearchUsers>> | null, text: string): string {
  if (found === null) return 'Searching…'
  if (found.problem !== undefined) return found.problem
  if (found.users.length > 0) return ''
  return text === '' ? 'Type a name to search.' : `Nobody found for “${text}”.`
}

/** A search for a user of the org, asked as one types; a late answer to an earlier text is dropped. */
export function UserSearch({ names, search, onUser, suggest = 'on-focus' }: UserSearchProps) {
  const [text, setText] = useState('')
  const [isWanted, setWanted] = useState(suggest === 'at-once')
  const [found, setFound] = useState<Awaited<ReturnType<SearchUsers>> | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    const timer = setTimeout(
      () => void search(text.trim()).then((result) => isCurrent && setFound(result)),
      text === '' ? 0 : PAUSE,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text, search, isWanted])
  const users = found?.users ?? []
  return (
    <SearchList
      names={names}
      text={text}
      onText={setText}
      onFocus={() => setWanted(true)}
      options={users.map((user) => ({ id: user.userId, label: user.name, note: noteOf(user) }))}
      onPick={(id) => {
        const user = users.find(({ userId }) => userId === id)
        if (user) onUser(user)
      }}
      status={isWanted ? statusOf(found, text) : ''}
      placeholder="Search by name"
    />
  )
}
