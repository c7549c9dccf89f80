import { overLong } from '#lib/handoff/field-length.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { useFocusInside } from '#components/ui/use-focus-inside.ts'
import { ofAccount } from './contacts-of-account.ts'
import { isLastFirst, nameBegun } from './name-begun.ts'
import { useSetting } from './setting.ts'
import styles from './people-editors.module.css'

/** Somebody who is to become a contact. */
export interface ContactToMake {
  /** In the order in which it is written. */
  readonly name: string
  readonly firstName: string
  readonly lastName: string
  readonly title: string
  readonly email: string
  readonly phone: string
}

interface NewContactProps {
  /** The name as it was typed into the search, or what was made of it since. */
  readonly text: string
  /** It has just been begun. */
  readonly takesFocus: boolean
  readonly onText: (text: string) => void
  readonly onContact: (contact: ContactToMake) => void
  /** With the name as it is now. */
  readonly onCancel: (name: string) => void
}

/** With the most characters that Salesforce holds of each. */
const fields = [
  { key: 'firstName', name: 'FirstName', label: 'First name', input: 'text', limit: 40 },
  { key: 'lastName', name: 'LastName', label: 'Last name', input: 'text', limit: 80 },
  { key: 'title', name: 'Title', label: 'Title', input: 'text', limit: 128 },
  { key: 'email', name: 'Email', label: 'E-mail', input: 'email', limit: 80 },
  { key: 'phone', name: 'Phone', label: 'Phone', input: 'tel', limit: 40 },
] as const

type Parts = Omit<ContactToMake, 'name'>

/** Which part is the last name is a guess, to be mended here. */
function contactNamed(name: string, locale: string | undefined): Parts {
  const others = { title: '', email: '', phone: '' }
  if (isLastFirst(name, locale)) {
    const [, lastName = name, firstName = ''] = /^(\S+)\s+(.*)$/.exec(name.trim()) ?? []
    return { firstName, lastName, ...others }
  }
  const [, firstName = '', lastName = name] = /^(.*)\s(\S+)$/.exec(name.trim()) ?? []
  return { firstName, lastName, ...others }
}

/** A line for each field. */
function contactIn(text: string, locale: string | undefined): Parts {
  const lines = text.split('\n')
  if (lines.length === 1) return contactNamed(text, locale)
  const [firstName = '', lastName = '', title = '', email = '', phone = ''] = lines
  return { firstName, lastName, title, email, phone }
}

const textOf = (contact: Parts) => fields.map(({ key }) => contact[key]).join('\n')

/** What is needed to make somebody a contact. It is made when the handoff is written. */
export function NewContact({ text, takesFocus, onText, onContact, onCancel }: NewContactProps) {
  const { people, deal, formats } = useSetting()
  const { locale } = formats
  const contact = contactIn(text, locale)
  const name = nameBegun(textOf(contact), locale)
  const form = useFocusInside<HTMLFieldSetElement>(takesFocus)
  const isNamed = contact.lastName.trim() !== ''
  const isWhole = isNamed && fields.every(({ key, limit }) => contact[key].length <= limit)
  const add = () => isWhole && onContact({ ...contact, name })
  return (
    // Esc goes back to the search, with the name that was typed there.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={form}
      data-form
      className={styles['new']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onCancel(name)
      }}
    >
      <legend>New contact{ofAccount(deal)}</legend>
      <div className={styles['pair']}>
        {fields
          .filter((field) => people?.contactFields.includes(field.name) ?? false)
          .map(({ key, label, input, limit }) => (
            <Field
              key={key}
              label={label}
              needed={key === 'lastName' && !isNamed}
              problem={overLong(label, contact[key], limit)}
            >
              {(names) => (
                <TextBox
                  {...{ names, input }}
                  value={contact[key]}
                  onText={(next) => onText(textOf({ ...contact, [key]: next }))}
                  onEnter={add}
                />
              )}
            </Field>
          ))}
      </div>
      <div className={styles['below']}>
        <Button disabled={!isWhole} onClick={add}>
          Use this contact
        </Button>
        <Button look="link" onClick={() => onCancel(name)}>
          Cancel
        </Button>
      </div>
      <p className={styles['soft']}>It is created in Salesforce when you submit, not before.</p>
    </fieldset>
  )
}
