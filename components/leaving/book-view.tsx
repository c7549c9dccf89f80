import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ago, type Formats, money } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Announced } from '#components/ui/spoken.tsx'
import type { Book, BookDeal } from '#lib/handoff/book.ts'
import { TALK } from '#lib/handoff/interview.ts'
import { type Ranked, talks } from '#lib/metrics/triage.ts'
import { BookNotices } from './book-notices.tsx'
import { TriageList } from './triage-list.tsx'
import styles from './leaving.module.css'

interface BookViewProps {
  readonly book: Book
  readonly ranked: readonly Ranked[]
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  readonly isAsking: boolean
  /** Why Salesforce has told nothing newer; nothing where it has. */
  readonly trouble: ReactNode
  readonly onOpen: (opportunityId: string) => void
  readonly onTalk: (deal: BookDeal) => void
  readonly onWrite: () => void
  readonly onBegin: () => void
}

/** The deals of somebody who leaves, and what to do about them. */
export function BookView(props: BookViewProps) {
  const { book, ranked, formats, now, trouble } = props
  const { beside, owner } = book
  const sum = sumOf(book, ranked, formats)
  return (
    <>
      <div className={styles['scroll']} data-scrolls>
        {trouble && <div className={styles['notices']}>{trouble}</div>}
        <BookNotices book={book} />
        {ranked.length === 0 ? (
          <div className={styles['notices']}>
            <Notice tone="good" title={`${owner.name} has nothing to hand over`}>
              <p>No open deal that you may see, and none won in the last 90 days.</p>
            </Notice>
          </div>
        ) : (
          <p className={styles['sum']}>
            <Name dir="ltr">{sum}</Name>
          </p>
        )}
        <Announced words={ranked.length === 0 ? '' : sum} />
        <TriageList {...{ ranked, beside, formats }} onOpen={props.onOpen} onTalk={props.onTalk} />
      </div>
      <footer className={styles['foot']}>
        <output>
          {props.isAsking
            ? 'Asking Salesforce…'
            : `${trouble ? 'Still what was ' : ''}read ${ago(book.readAt, now, formats)}`}
        </output>
        <Ways {...props} />
      </footer>
    </>
  )
}

/** Whoever can still be asked knows most; where nobody can, the manager begins. */
function Ways({ book: { owner, mayBegin }, ranked, onWrite, onBegin }: BookViewProps) {
  if (ranked.every(({ deal }) => deal.handoff)) return null
  return (
    <div className={styles['ways']}>
      {mayBegin && (
        <Button look={owner.isActive ? 'plain' : 'main'} onClick={onBegin}>
          Begin drafts yourself…
        </Button>
      )}
      {owner.isActive && (
        <Button look="main" icon="mail" onClick={onWrite}>
          Write to <Name>{owner.name}</Name>…
        </Button>
      )}
    </div>
  )
}

function sumOf({ owner, currency }: Book, ranked: readonly Ranked[], formats: Formats): string {
  const worth = ranked.reduce((sum, { deal }) => sum + (deal.worth ?? 0), 0)
  const deals = ranked.length === 1 ? '1 deal' : `${ranked.length} deals`
  const all = worth > 0 ? `${deals}, ${money(Math.round(worth), currency, formats)} in all` : deals
  const count = talks(ranked).size
  const accounts = count === 1 ? 'one account' : `${count} accounts`
  return `${owner.name} has ${all}. Talk about ${accounts} first, ${count * TALK} minutes.`
}
