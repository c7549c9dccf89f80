import { useEffect, useRef, useState } from 'react'
import styles from '#components/leaving/leaving.module.css'
import { PersonChoice } from '#components/leaving/person-choice.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Formats } from '#components/ui/formats.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { LeavingBook } from './leaving-book.tsx'
import { useHash } from './use-hash.ts'
import { usePeople } from './use-book.ts'

interface LeavingProps {
  /** The manager. */
  readonly me: Identity
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Where it stands behind the # of the page's address: who leaves, and what is looked at of theirs. */
const placeOf = (ownerId: string, ...further: readonly string[]) =>
  ['leaving', ownerId, ...further].join('/')

/** Somebody leaves: which of their deals have to be talked about first, and what to ask. */
export function Leaving({ me, formats, now }: LeavingProps) {
  const [isAll, setAll] = useState(false)
  const { people, trouble, askAgain } = usePeople(me.userId, isAll ? 'all' : 'team')
  const [, ownerId = '', ...view] = useHash().split('/')
  const go = (...further: readonly string[]) => (location.hash = placeOf(ownerId, ...further))
  const book = ownerId !== '' && (
    <LeavingBook key={ownerId} {...{ me, ownerId, view, formats, now }} onGo={go} />
  )
  // What is looked at of theirs takes the whole room.
  if (book && view.length > 0) return book
  return (
    <section aria-label="Somebody is leaving" className={styles['book']}>
      <header className={styles['head']}>
        <Title />
        <Button look="link" onClick={() => (location.hash = '')}>
          Back to what needs a manager
        </Button>
        <People ownerId={ownerId} {...{ isAll, people, trouble, askAgain }} onAll={setAll} />
      </header>
      {book || (people?.owners?.length ? <p className={styles['hint']}>{hint}</p> : null)}
    </section>
  )
}

interface PeopleProps extends ReturnType<typeof usePeople> {
  readonly ownerId: string
  readonly isAll: boolean
  readonly onAll: (isAll: boolean) => void
}

function People({ ownerId, isAll, onAll, people, trouble, askAgain }: PeopleProps) {
  if (trouble) return <TroubleState trouble={trouble} onAction={askAgain} />
  if (!people) return <output>Asking Salesforce who reports to you…</output>
  return (
    <PersonChoice
      {...people}
      {...{ isAll, onAll }}
      chosen={ownerId}
      onChoose={(chosen) => (location.hash = placeOf(chosen))}
    />
  )
}

const hint =
  'Choose who has given notice, or has left. Their open deals, and those won lately, are put in the order in which they have to be talked about: by amount, date, how many people you know there, and how little is written down. Nothing is changed in Salesforce.'

/** Takes the focus when what led here has gone. */
function Title() {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus()
  }, [])
  return (
    <h2 ref={title} tabIndex={-1}>
      Somebody is leaving
    </h2>
  )
}
