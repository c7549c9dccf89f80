import type { PlannedContactRole } from '#lib/handoff/contact-roles.ts'
import { roleInWords } from '#lib/handoff/submission-words.ts'
import { TickBox } from '#components/ui/tick-box.tsx'
import styles from './review.module.css'

interface ContactRoleListProps {
  /** Everything that could be written, ticked or not. */
  readonly roles: readonly PlannedContactRole[]
  readonly unticked: readonly string[]
  readonly accountName: string
  /** What a role is called in this org. */
  readonly nameOf: (role: string) => string
  readonly onTick: (key: string, isOn: boolean) => void
}

/** People whose part in the deal is written, each with a tick to leave Salesforce as it is. */
export function ContactRoleList(props: ContactRoleListProps) {
  const { roles, unticked, accountName, nameOf, onTick } = props
  if (roles.length === 0) return null
  return (
    <section>
      <h3>Contact roles</h3>
      <ul className={styles['changes']}>
        {roles.map((role) => (
          <li key={role.key}>
            <TickBox
              checked={!unticked.includes(role.key)}
              onChecked={(isOn) => onTick(role.key, isOn)}
            >
              {roleInWords(role, accountName, nameOf)}
            </TickBox>
          </li>
        ))}
      </ul>
    </section>
  )
}
