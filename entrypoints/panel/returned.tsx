import { GoneNotice, HandedOverNotice } from '#components/handoff/handed-over-notice.tsx'
import { ReturnedNotice } from '#components/handoff/returned-notice.tsx'
import { ask } from '#components/hooks/segue.ts'
import { useNarrowestTier } from '#components/hooks/use-policy.ts'
import { useTemplate } from '#components/hooks/use-template.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Template } from '#lib/handoff/template.ts'

export { CancelledNotice } from '#components/handoff/handed-over-notice.tsx'

interface ReturnedProps {
  /** What the draft mends; undefined where that is not to be found. */
  readonly handoff: Handoff | undefined
  /** Another handoff of the deal that somebody has to decide on. */
  readonly other: Handoff | undefined
  readonly draft: Draft
  readonly template: Template
  readonly isLed: boolean
  readonly onAsSent: () => void
}

/** What was said of the handoff that this draft mends, or of one that was sent from elsewhere meanwhile. */
export function Returned({ handoff, other, draft, template, isLed, onAsSent }: ReturnedProps) {
  const narrowest = useNarrowestTier()
  const sentWith = useTemplate(handoff?.template) ?? template
  const onDiscard = () => void ask('draft.discard', { draftKey: draft.key })
  if (!handoff && other)
    return <HandedOverNotice handoff={other} onSee={onAsSent} onDiscard={onDiscard} />
  if (!handoff) return <GoneNotice onDiscard={onDiscard} />
  return (
    <ReturnedNotice
      {...{ handoff, sentWith, draft, template, narrowest, isLed, onAsSent, onDiscard }}
    />
  )
}
