import { lazy, Suspense } from 'react'
import { HistoryBar } from '#components/evidence/history-bar.tsx'
import { LeftAnswers } from '#components/handoff/left-answers.tsx'
import type { DraftOnHand } from '#components/hooks/use-draft.ts'
import { useIdle } from '#components/hooks/use-idle.ts'
import type { Opportunity } from '#components/hooks/use-opportunity.ts'
import { useAllTemplates } from '#components/hooks/use-template.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Template } from '#lib/handoff/template.ts'
import { isUndecided } from '#lib/handoff/undecided.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { ChangedFrom } from './choosing.tsx'
import { refusalOf } from './refused.ts'
import { StorageOfPanel } from './storage-of-panel.tsx'

/** Loaded after the first paint: what fits the deal is not what the user came for. */
const loadToldLater = () => import('./told-later.tsx')
const ToldLater = lazy(async () => ({ default: (await loadToldLater()).ToldLater }))
const MigratedNotice = lazy(async () => ({ default: (await loadToldLater()).MigratedNotice }))
const UndoChange = lazy(async () => ({ default: (await loadToldLater()).UndoChange }))

/** Loaded when there is something of the kind to say: most drafts have neither. */
const Sendings = lazy(async () => ({ default: (await import('./sendings.tsx')).Sendings }))
const RefusedNotice = lazy(async () => ({
  default: (await import('./refused-notice.tsx')).RefusedNotice,
}))

const loadReturned = () => import('./returned.tsx')
const Returned = lazy(async () => ({ default: (await loadReturned()).Returned }))
const CancelledNotice = lazy(async () => ({ default: (await loadReturned()).CancelledNotice }))

interface NoticesOfDraftProps {
  readonly context: Context
  readonly opportunity: Opportunity
  readonly onHand: DraftOnHand
  readonly draft: Draft
  readonly template: Template
  readonly sendings: readonly OutboxItem[]
  readonly isLed: boolean
  readonly onAsSent: () => void
  readonly isChoosing: boolean
  readonly onChosen: () => void
  /** What the draft was before its template was changed; null when it was not. */
  readonly changed: ChangedFrom | null
  readonly onChanged: (changed: ChangedFrom) => void
}

/** What stands above the questions of a draft: what came back, what is on its way, what went wrong. */
export function NoticesOfDraft(props: NoticesOfDraftProps) {
  const { context, opportunity, onHand, draft, template, sendings, isChoosing, onChosen } = props
  const { changed, onChanged } = props
  const isIdle = useIdle()
  const known = useAllTemplates()
  const meanwhile = meanwhileOf(props)
  const [latest] = context.handoffs
  return (
    <>
      <Suspense>
        <Migrated {...{ draft, template, onHand }} />
        {latest?.status === 'cancelled' && <CancelledNotice handoff={latest} />}
        {meanwhile && <Returned {...props} {...meanwhile} />}
      </Suspense>
      <Suspense>
        {changed && <UndoChange {...{ draft, changed }} templateName={template.name} />}
        {(isIdle || isChoosing) && (
          <ToldLater
            {...{ context, draft, onHand }}
            isOpen={isChoosing}
            onClose={onChosen}
            onChanged={onChanged}
          />
        )}
      </Suspense>
      <LeftAnswers template={template} known={known} answers={draft.answers} />
      {opportunity.trouble !== null && (
        <TroubleState trouble={opportunity.trouble} kept onAction={opportunity.askAgain} />
      )}
      {refusalOf(draft.opportunityId) && (
        <Suspense>
          <RefusedNotice opportunityId={draft.opportunityId} />
        </Suspense>
      )}
      <StorageOfPanel opportunityId={context.deal.opportunityId} />
      <Suspense>
        {sendings.length > 0 && <Sendings sendings={sendings} context={context} />}
      </Suspense>
      <HistoryBar />
    </>
  )
}

type MigratedProps = Pick<NoticesOfDraftProps, 'draft' | 'template' | 'onHand'>

function Migrated({ draft, template, onHand }: MigratedProps) {
  if (!draft.migrated) return null
  const read = () => void onHand.change({ migrated: null })
  return <MigratedNotice draft={draft} asks={template} onRead={read} />
}

/** The handoff that this draft mends, or another one of the deal that somebody has to decide on; null where there never was either. */
function meanwhileOf({ context, draft }: Pick<NoticesOfDraftProps, 'context' | 'draft'>) {
  const handoff = context.handoffs.find(({ id }) => id === draft.handoffId)
  // While somebody has to decide on a handoff, another one of the same deal is hardly meant.
  const other = context.handoffs.find(isUndecided)
  return handoff || other || draft.handoffId !== null ? { handoff, other } : null
}
