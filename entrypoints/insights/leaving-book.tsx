import { lazy, Suspense, useMemo, useState } from 'react'
import { openDeal } from '#components/hooks/open-record.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { BookView } from '#components/leaving/book-view.tsx'
import { OwnerLetter } from '#components/leaving/owner-letter.tsx'
import { reasonWords } from '#components/leaving/reason-words.ts'
import styles from '#components/leaving/leaving.module.css'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Formats } from '#components/ui/formats.ts'
import { askOwner } from '#lib/handoff/ask-owner.ts'
import type { Book } from '#lib/handoff/book.ts'
import { dayIn } from '#lib/handoff/day.ts'
import { accountOf, type Ranked, triage } from '#lib/metrics/triage.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { LeavingTalk } from './leaving-talk.tsx'
import { useBook } from './use-book.ts'

const batch = () => import('./batch.tsx')
const BatchAmong = lazy(async () => ({ default: (await batch()).BatchAmong }))

interface LeavingBookProps {
  /** The manager. */
  readonly me: Identity
  readonly ownerId: string
  /** What is looked at: nothing is the list of deals. */
  readonly view: readonly string[]
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  /** Goes on to what is looked at next. */
  readonly onGo: (...view: readonly string[]) => void
}

/** What one person has to hand over. */
export function LeavingBook({ me, ownerId, view, formats, now, onGo }: LeavingBookProps) {
  const { book, trouble, isAsking, askAgain, readDrafts } = useBook(me.userId, ownerId)
  const boxes = useTypedTexts(`${me.orgId}:${me.userId}:${ownerId}`)
  const [isWriting, setWriting] = useState(false)
  const today = dayIn(formats.timeZone, new Date(now).toISOString())
  const ranked = useMemo(() => triage(book?.deals ?? [], today), [book, today])
  if (!book) {
    if (trouble)
      return (
        <div className={styles['notices']}>
          <TroubleState trouble={trouble} onAction={askAgain} />
        </div>
      )
    return <output className={styles['hint']}>Asking Salesforce for the deals…</output>
  }
  const [part, ...about] = view
  const shared = { formats, now, onBack: () => onGo() }
  if (part === 'drafts')
    return (
      <Suspense fallback={<p className={styles['hint']}>Opening…</p>}>
        <BatchAmong
          {...{ boxes, ownerId, ...shared }}
          deals={ranked.flatMap(({ deal }) => (deal.handoff ? [] : [deal]))}
          find={null}
          back="Back to the deals"
          onEnd={readDrafts}
        />
      </Suspense>
    )
  if (part === 'talk')
    return <LeavingTalk {...{ me, book, ranked, today, ...shared }} account={about.join('/')} />
  const begin = async () => {
    const { chooseAsLeaving } = await batch()
    const first = ranked.flatMap(({ tier, deal }) => (tier === 1 ? [deal] : []))
    await chooseAsLeaving(first, boxes)
    onGo('drafts')
  }
  return (
    <>
      <BookView
        {...{ book, ranked, formats, now, isAsking }}
        trouble={trouble && <TroubleState trouble={trouble} onAction={askAgain} />}
        onOpen={(id) => void openDeal(id)}
        onTalk={(deal) => onGo('talk', accountOf(deal))}
        onWrite={() => setWriting(true)}
        onBegin={() => void begin()}
      />
      {isWriting && (
        <OwnerLetter
          owner={book.owner}
          letter={letterOf(book, ranked, { me, formats })}
          onClose={() => setWriting(false)}
        />
      )}
    </>
  )
}

interface Writing {
  readonly me: Identity
  readonly formats: Formats
}

/** Asks for what has to be talked about first, and before the last day: the rest is written by whoever has time for it. */
function letterOf({ owner, origin }: Book, ranked: readonly Ranked[], { me, formats }: Writing) {
  const wanted = ranked.filter(({ deal }) => !deal.handoff)
  const urgent = wanted.filter(({ tier }) => tier < 3)
  const deals = (urgent.length > 0 ? urgent : wanted).map(({ deal, reasons }) => ({
    opportunityId: deal.opportunityId,
    name: deal.name,
    why: reasons.map((reason) => reasonWords(reason, formats)).join('; '),
  }))
  return askOwner(deals, { owner: owner.name, manager: me.userName, origin })
}
