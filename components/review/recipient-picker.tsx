import { useEffect, useRef, useState } from 'react'
import type { Draft } from '#lib/handoff/draft.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Person } from '#components/ui/person.tsx'
import { type SearchUsers, UserSearch } from '#components/ui/user-search.tsx'
import styles from './review.module.css'

interface RecipientPickerProps {
  readonly recipient: Draft['recipient']
  readonly search: SearchUsers
  readonly onRecipient: (recipient: Draft['recipient']) => void
  /** Whether nothing goes on before somebody is chosen. */
  readonly needed?: boolean
}

/** Who takes over: chosen from the users of the org, with why somebody is suggested. */
export function RecipientPicker(props: RecipientPickerProps) {
  const { recipient, search, onRecipient, needed = true } = props
  const [before, setBefore] = useState<Draft['recipient']>(null)
  const frame = useRef<HTMLElement>(null)
  const hasMoved = useRef(false)
  const change = (next: Draft['recipient']) => {
    setBefore(recipient)
    hasMoved.current = true
    onRecipient(next)
  }
  useEffect(() => {
    // What had the focus has gone with the change: whoever was chosen is read out, or the search waits for a name.
    if (!hasMoved.current) return
    hasMoved.current = false
    const place = frame.current
    if (place) (place.querySelector('input') ?? place).focus()
  })
  return (
    <section ref={frame} tabIndex={-1} aria-label="Who takes over" className={styles['takes-over']}>
      {recipient === null ? (
        <>
          <Field label="Who takes over?" needed={needed}>
            {(names) => (
              <UserSearch
                names={names}
                search={search}
                suggest="at-once"
                onUser={({ userId, name, why }) => change({ userId, name, why })}
              />
            )}
          </Field>
          {before !== null && (
            <Button look="link" onClick={() => change(before)}>{`Keep ${before.name}`}</Button>
          )}
        </>
      ) : (
        <div className={styles['recipient']}>
          <Person name={recipient.name} note={recipient.why === '' ? undefined : recipient.why} />
          <Button look="link" onClick={() => change(null)}>
            Choose somebody else
          </Button>
        </div>
      )}
    </section>
  )
}
