import { lazy, Suspense, useState } from 'react'
import type { Opportunity } from '#components/hooks/use-opportunity.ts'
import { useDraft } from '#components/hooks/use-draft.ts'
import { useOutbox } from '#components/hooks/use-outbox.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Status } from '#lib/handoff/handoff.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { DraftOfDeal } from './draft-of-deal.tsx'
import { close } from './close.ts'

/** Loaded when there is a handoff to read: whoever writes a draft does without it. */
const PacketOfDeal = lazy(async () => ({
  default: (await import('./packet-of-deal.tsx')).PacketOfDeal,
}))

interface HandoffOfDealProps {
  readonly context: Context
  readonly opportunity: Opportunity
}

/** A handoff that stands like this is shown; another is started only when somebody asks for it. */
const standing: ReadonlySet<Status> = new Set([
  'submitted',
  'clarification',
  'accepted',
  'in-transition',
  'completed',
  'declined',
])

/** The draft of this deal where there is one to write, otherwise the handoff as it stands. */
export function HandoffOfDeal({ context, opportunity }: HandoffOfDealProps) {
  const { opportunityId } = context.deal
  const handoff = context.handoffs.find(({ status }) => standing.has(status))
  const { sendings, hasArrived } = useSendings(context)
  const mayStart = handoff === undefined && context.may.create && hasArrived
  const onHand = useDraft(opportunityId, mayStart)
  const { draft, trouble } = onHand
  // Null until the user has gone from one to the other.
  const [isAsSent, setAsSent] = useState<boolean | null>(null)
  const isLed = isAsSent !== null
  const hadDraft = useOnce(Boolean(draft))
  if (draft && !(isAsSent && handoff)) {
    const onAsSent = () => setAsSent(true)
    return <DraftOfDeal {...{ context, opportunity, onHand, draft, sendings, isLed, onAsSent }} />
  }
  if (handoff !== undefined || sendings.length > 0) {
    return (
      <Suspense fallback={<Skeleton words="Opening the handoff…" />}>
        <PacketOfDeal
          {...{ context, opportunity, handoff, sendings, isLed }}
          isInPlaceOfDraft={hadDraft && !isLed}
          onDraft={() => setAsSent(false)}
        />
      </Suspense>
    )
  }
  return <NotYet {...{ context, opportunity, trouble }} />
}

/** Whether something holds, or has held before. */
function useOnce(holds: boolean): boolean {
  const [held, setHeld] = useState(holds)
  if (holds && !held) setHeld(true)
  return held || holds
}

interface NotYetProps extends HandoffOfDealProps {
  readonly trouble: Trouble | null
}

/** There is neither a draft nor a handoff: one is being started, or something is in the way. */
function NotYet({ context, opportunity, trouble }: NotYetProps) {
  const inTheWay = trouble ?? opportunity.trouble ?? (context.may.create ? null : forbidden)
  if (inTheWay === null) return <Skeleton words="Starting the handoff…" />
  return (
    <TroubleState
      trouble={inTheWay}
      kept
      whole
      onAction={(action) => (action === 'close' ? close() : opportunity.askAgain())}
    />
  )
}

const forbidden: Trouble = { kind: 'no-permission', detail: '', fields: [] }

/** What is on its way for this deal, and whether the context tells all of it already. */
function useSendings(context: Context) {
  const outbox = useOutbox(context.deal.opportunityId)
  const hasArrived = outbox?.every((item) => isKnownIn(context, item)) ?? false
  return { sendings: outbox ?? [], hasArrived }
}

/** Whether this context already tells what the operation did: until then the deal seems to have no handoff. */
function isKnownIn({ deal, handoffs }: Context, { state, handoffId, settledAt }: OutboxItem) {
  if (state !== 'sent') return false
  return handoffs.some(({ id }) => id === handoffId) || (settledAt ?? '') < deal.readAt
}
