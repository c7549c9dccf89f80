import type { Draft } from '#lib/handoff/draft.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Person } from '#components/ui/person.tsx'
import { type SearchUsers, UserSearch } from '#components/ui/user-search.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { useEffect, useRef, useState } from 'react'
import styles from './review.module.css'

/** The most characters that Salesforce holds of it. */
const reasonLimit = 255

interface BypassProps {
  readonly bypass: Draft['bypass']
  readonly draftKey: string
  readonly search: SearchUsers
  readonly onBypass: (bypass: Draft['bypass']) => void
}

/** Submitting although something blocks: only with a reason and a manager who stands behind it. */
export function Bypass({ bypass, draftKey, search, onBypass }: BypassProps) {
  // Outlasts the review, which the session's end takes off the page.
  const { typed, type } = useTypedTexts(`bypass:${draftKey}`)
  const { reason = '' } = typed
  const setReason = (text: string) => type('reason', text)
  const [isChosen, setChosen] = useState(false)
  const said = useRef<HTMLParagraphElement>(null)
  // What had the focus went away when the manager was chosen.
  useEffect(() => {
    if (isChosen) said.current?.focus()
  }, [isChosen])
  if (bypass !== null) {
    return (
      <p ref={said} tabIndex={-1}>
        Submitting all the same: “{bypass.reason}” · <Person name={bypass.manager.name} />{' '}
        <Button
          look="link"
          onClick={() => {
            setChosen(false)
            setReason(bypass.reason)
            onBypass(null)
          }}
        >
          Take back
        </Button>
      </p>
    )
  }
  return (
    <details className={styles['bypass']}>
      <summary>Submit all the same, with a manager’s word</summary>
      <WordsField
        label="Why?"
        needed
        hint="It is written to the handoff’s log."
        lines="one"
        limit={reasonLimit}
        value={reason}
        onText={setReason}
      />
      {reason.trim() !== '' && reason.length <= reasonLimit && (
        <Field label="Which manager stands behind it?" needed>
          {(names) => (
            <UserSearch
              names={names}
              search={search}
              onUser={({ userId, name }) => {
                setChosen(true)
                onBypass({ reason, manager: { userId, name } })
              }}
            />
          )}
        </Field>
      )}
    </details>
  )
}
