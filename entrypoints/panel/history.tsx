import { useMemo, useState } from 'react'
import { GapList } from '#components/evidence/gap-list.tsx'
import { type EvidencePlace, HistorySheet } from '#components/evidence/history-sheet.tsx'
import { ItemView } from '#components/evidence/item-view.tsx'
import { MailNotice } from '#components/evidence/mail-notice.tsx'
import type { Pinboard } from '#components/evidence/pinning.ts'
import { Timeline } from '#components/evidence/timeline.tsx'
import { jumpTo } from '#components/handoff/jump.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { type HistoryOnHand, useHistory } from '#components/hooks/use-history.ts'
import { useSources } from '#components/hooks/use-sources.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Deal } from '#lib/handoff/deal.ts'
import { type HistoryGap, historyGaps } from '#lib/handoff/history-gaps.ts'
import { everything } from '#lib/handoff/history-search.ts'
import { type HistoryItem, mailStanding, timelineOf } from '#lib/handoff/history.ts'
import { AddedElsewhere } from './added-elsewhere.tsx'
import { ReadingState } from './reading-state.tsx'

interface HistoryProps {
  readonly board: Pinboard
  readonly draftKey: string
  /** The question that evidence is looked for. */
  readonly question: string | null
  readonly onClose: () => void
}

/** The history of the deal of this draft, and what was added to it, to be pinned to answers. */
export function History({ board, draftKey, onClose, ...props }: HistoryProps) {
  const { deal } = useSetting()
  const [place, setPlace] = useState<EvidencePlace>('history')
  const [question, setQuestion] = useState(props.question)
  const history = useHistory(deal.opportunityId)
  const sources = useSources(draftKey)
  const pinning = { board, question, onQuestion: setQuestion }
  const goToQuestion = (key: string) => {
    onClose()
    requestAnimationFrame(() => jumpTo({ question: key }))
  }
  return (
    <HistorySheet {...{ place, onClose }} onPlace={setPlace} added={sources.cards.length}>
      {place === 'history' ? (
        <PastOfDeal
          {...{ history, pinning }}
          onQuestion={goToQuestion}
          onElsewhere={() => setPlace('elsewhere')}
        />
      ) : (
        <AddedElsewhere {...{ sources, pinning }} />
      )}
    </HistorySheet>
  )
}

/** What evidence is pinned with. */
export interface Pinning {
  readonly board: Pinboard
  readonly question: string | null
  readonly onQuestion: (question: string) => void
}

interface PastOfDealProps {
  readonly history: HistoryOnHand
  readonly pinning: Pinning
  readonly onQuestion: (question: string) => void
  readonly onElsewhere: () => void
}

function PastOfDeal({ history, pinning, onQuestion, onElsewhere }: PastOfDealProps) {
  const { formats } = useSetting()
  const { pages, trouble, hasMore, readMore } = history
  const [filter, setFilter] = useState(everything)
  const [open, setOpen] = useState<HistoryItem | null>(null)
  const [lastRead, setLastRead] = useState<string | null>(null)
  const { items, gaps } = usePast(history, pinning.board)
  const read = (item: HistoryItem) => {
    setOpen(item)
    setLastRead(item.id)
  }
  const follow = ({ jump }: HistoryGap) => {
    if ('question' in jump) return onQuestion(jump.question)
    const item = items.find(({ id }) => id === jump.item)
    if (item) read(item)
  }
  if (open) {
    return (
      <ItemView {...pinning} item={open} textOf={history.textOf} onBack={() => setOpen(null)} />
    )
  }
  return (
    <Timeline
      {...{ items, filter, formats, lastRead }}
      onFilter={setFilter}
      onOpen={read}
      onOlder={hasMore && trouble === null ? readMore : undefined}
      footer={<ReadingState {...{ history }} />}
    >
      {trouble && <TroubleState trouble={trouble} kept onAction={history.readAgain} />}
      {pages.length > 0 && (
        <>
          <GapList gaps={gaps} onGo={follow} />
          <MailNotice standing={mailStanding(items, pages)} onElsewhere={onElsewhere} />
          <Hidden pages={pages} />
          {items.length === 0 && (
            <p>
              Nothing is recorded on this deal yet.{' '}
              <Button look="link" onClick={onElsewhere}>
                Add what you have elsewhere
              </Button>
            </p>
          )}
        </>
      )}
    </Timeline>
  )
}

function usePast({ pages, hasMore }: HistoryOnHand, { template, answers }: Pinboard) {
  const { deal, now } = useSetting()
  const { fields } = deal
  const items = useMemo(() => timelineOf(pages, addresseesOf(deal)), [pages, deal])
  const created = fields['Opportunity.CreatedDate']
  const gaps = useMemo(
    () =>
      historyGaps({
        items,
        isPartial: hasMore,
        createdAt: typeof created === 'string' ? created : '',
        template,
        answers,
        now: now(),
      }),
    [items, hasMore, created, template, answers, now],
  )
  return { items, gaps }
}

/** Whose mail addresses the deal knows: its contacts and its owner. */
function addresseesOf({ contactRoles, owner, fields }: Deal) {
  const email = fields['Opportunity.Owner.Email']
  const own = typeof email === 'string' ? [{ name: owner.name, email }] : []
  return [...contactRoles, ...own]
}

const hiddenWords = {
  tasks: 'calls and tasks',
  events: 'meetings',
  changes: 'changes of stage and owner',
  notes: 'notes',
} as const

function Hidden({ pages }: Pick<HistoryOnHand, 'pages'>) {
  const names = [...new Set(pages.flatMap(({ hidden }) => hidden))].flatMap((source) =>
    source === 'mails' ? [] : [hiddenWords[source]],
  )
  if (names.length === 0) return null
  return <p>{`You may not read ${names.join(' and ')} in this org. The rest is here.`}</p>
}
