import type { Value } from '#lib/handoff/answer.ts'
import { roleOf, willWrite } from '#lib/handoff/contact-roles.ts'
import { roleName, rolesPath } from '#lib/handoff/role-names.ts'
import { isChampion } from '#lib/handoff/lint-record.ts'
import type { Question } from '#lib/handoff/question.ts'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Field } from '#components/ui/field.tsx'
import { Person } from '#components/ui/person.tsx'
import { useFocusInside } from '#components/ui/use-focus-inside.ts'
import { TextBox } from '#components/ui/text-box.tsx'
import { useSetting, type Setting } from './setting.ts'
import styles from './people-editors.module.css'

type Contact = Extract<Value, { type: 'contact' }>

interface ChosenContactProps {
  readonly contact: Contact
  readonly question: Question
  /** It has just been chosen: the focus goes on to what there is to say. */
  readonly takesFocus: boolean
  readonly onContact: (contact: Contact) => void
  readonly onSearch: () => void
}

const strengths = [
  { value: 'weak', label: 'Weak' },
  { value: 'medium', label: 'Medium' },
  { value: 'strong', label: 'Strong' },
]

/** What submitting does with this person's part in the deal, or why it does nothing. */
function roleWords(
  { contact, question }: Pick<ChosenContactProps, 'contact' | 'question'>,
  { deal, people, picklists }: Setting,
): string {
  const there = roleOf(contact, deal.contactRoles)
  const planned = willWrite({ person: contact, question }, { deal, rights: people })
  if (planned?.kind === 'created') return 'Becomes a contact and a contact role when you submit.'
  if (planned?.kind === 'added') return 'Becomes a contact role of this deal when you submit.'
  if (planned?.kind === 'changed')
    return `Was “${roleName(planned.before, picklists[rolesPath]) || 'no role'}”; changes when you submit.`
  if (there) return ''
  return contact.contactId === ''
    ? 'Only a name, no contact in Salesforce.'
    : 'No contact role of this deal.'
}

/** Somebody who was chosen, with the part they play and what to know about them. */
export function ChosenContact(props: ChosenContactProps) {
  const { contact, question, takesFocus, onContact, onSearch } = props
  const setting = useSetting()
  const words = roleWords(props, setting)
  return (
    <div ref={useFocusInside(takesFocus)} className={styles['contact']}>
      <div className={styles['chosen']}>
        <Person name={contact.name} note={contact.title} />
        <Button look="link" data-change onClick={onSearch}>
          Change
        </Button>
      </div>
      {words !== '' && <p className={styles['soft']}>{words}</p>}
      <div className={styles['pair']}>
        <RoleBox {...{ contact, onContact }} />
        <Field label="Strength of support" needed={contact.strength === '' && isChampion(question)}>
          {(own) => (
            <ChoiceBox
              names={own}
              choices={strengths}
              empty="Not said"
              value={contact.strength}
              onChoice={(chosen) => onContact({ ...contact, strength: strengthFrom(chosen) })}
            />
          )}
        </Field>
      </div>
      <Field label="What to know about them" hint="Goes no further than the account team.">
        {(own) => (
          <TextBox
            names={own}
            value={contact.note}
            onText={(note) => onContact({ ...contact, note })}
          />
        )}
      </Field>
    </div>
  )
}

/** The role in Salesforce, as far as this user may write it. */
function RoleBox({ contact, onContact }: Pick<ChosenContactProps, 'contact' | 'onContact'>) {
  const { deal, people, picklists } = useSetting()
  const there = roleOf(contact, deal.contactRoles)
  const may = there ? people?.changeRole : people?.addRole
  const choices = picklists[rolesPath] ?? []
  if (!may || choices.length === 0 || (contact.contactId === '' && !contact.lastName && !there))
    return null
  const isOffered = choices.some(({ value }) => value === contact.role)
  return (
    <Field label="Contact role">
      {(own) => (
        <ChoiceBox
          names={own}
          choices={choices}
          empty="Without a role"
          value={isOffered || there?.role === contact.role ? contact.role : ''}
          onChoice={(role) => onContact({ ...contact, role })}
        />
      )}
    </Field>
  )
}

function strengthFrom(text: string): Contact['strength'] {
  return text === 'weak' || text === 'medium' || text === 'strong' ? text : ''
}
