import { useMemo } from 'react'
import { normalised } from '#lib/handoff/placeholder.ts'
import type { Person as Somebody } from '#lib/handoff/primitives.ts'
import { Button } from '#components/ui/button.tsx'
import { Person } from '#components/ui/person.tsx'
import { type SearchUsers, UserSearch } from '#components/ui/user-search.tsx'
import { searchOf } from './box-names.ts'
import type { EditorProps } from './editor.ts'
import { useSetting } from './setting.ts'
import { useUnread } from './unread.ts'
import styles from './people-editors.module.css'

/** A user of the org, found by name. */
export function PersonEditor({ names, value, onValue, question }: EditorProps) {
  const { searchUsers, me } = useSetting()
  const search = useMemo(() => withMyself(searchUsers, me), [searchUsers, me])
  const { unread, keep } = useUnread(searchOf(question.key))
  if (value?.type === 'person') {
    return (
      <div className={styles['chosen']}>
        <Person name={value.name} />
        <Button look="link" data-change onClick={() => onValue(null)}>
          Change
        </Button>
      </div>
    )
  }
  return (
    <UserSearch
      names={names}
      search={search}
      typed={unread ?? ''}
      onTyped={keep}
      onUser={({ userId, name }) => {
        keep('')
        onValue({ type: 'person', userId, name })
      }}
    />
  )
}

/** Nobody hands over to themselves, so the search leaves the user out; here it may well be the user. */
function withMyself(search: SearchUsers, { userId, name }: Somebody): SearchUsers {
  const myself = { userId, name, title: '', department: '', email: '', why: 'you' }
  return async (text) => {
    const found = await search(text)
    const isMeant = normalised(name).includes(normalised(text))
    const others = found.users.filter((user) => user.userId !== userId)
    return isMeant ? { ...found, users: [...others, myself] } : found
  }
}
