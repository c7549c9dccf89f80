import { Button } from '#components/ui/button.tsx'
import { Person } from '#components/ui/person.tsx'
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
        <Button look="link" data-change onClick={() => onValue(null)}>
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
