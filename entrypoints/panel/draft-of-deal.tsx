import { useCallback, useEffect, useMemo, useState } from 'react'
import { DraftView } from '#components/handoff/draft-view.tsx'
import { focusedQuestion, jumpTo, stopFrom, stops } from '#components/handoff/jump.ts'
import { useAssessment } from '#components/hooks/use-assessment.ts'
import type { DraftOnHand } from '#components/hooks/use-draft.ts'
import type { Opportunity } from '#components/hooks/use-opportunity.ts'
import { useShortcut } from '#components/hooks/use-page.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Draft } from '#lib/handoff/draft.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Context } from '#lib/messaging/requests.ts'
import { builtInTemplates, templateByKey } from '#lib/templates/all.ts'
import { onFocusFirstMissing } from './focus.ts'
import { close } from './close.ts'
import { Review } from './review.tsx'
import { Sendings } from './sendings.tsx'

interface DraftOfDealProps {
  readonly context: Context
  readonly opportunity: Opportunity
  readonly onHand: DraftOnHand
  readonly draft: Draft
  readonly sendings: readonly OutboxItem[]
}

/** The draft of this deal: written here, assessed as the user types, reviewed before it is sent. */
export function DraftOfDeal({ context, opportunity, onHand, draft, sendings }: DraftOfDealProps) {
  const shortcut = useShortcut()
  const [isReviewing, setReviewing] = useState(false)
  const template = templateByKey(draft.template.key) ?? builtInTemplates[0]
  const assessment = useAssessment(template, draft, context)
  const all = useMemo(
    () => (template && assessment ? stops(template, assessment) : []),
    [template, assessment],
  )
  const step = useCallback(
    (by: 1 | -1) => {
      const next = stopFrom(all, focusedQuestion(), by)
      if (next) jumpTo(next)
    },
    [all],
  )
  useKeys({ step, onReview: () => setReviewing(true), isReviewing })
  useFirstFocus(all)
  if (!template || !assessment) return null
  const notices = (
    <>
      {opportunity.trouble !== null && (
        <TroubleState trouble={opportunity.trouble} kept onAction={opportunity.askAgain} />
      )}
      <Sendings sendings={sendings} context={context} />
    </>
  )
  return (
    <>
      <DraftView
        {...{ draft, template, assessment, shortcut, notices }}
        saving={onHand.saving}
        onAnswer={onHand.answer}
        onReview={() => setReviewing(true)}
        onClose={close}
      />
      {isReviewing && (
        <Review
          {...{ draft, template, assessment, context, onHand }}
          onClose={() => setReviewing(false)}
        />
      )}
    </>
  )
}

interface Keys {
  readonly step: (by: 1 | -1) => void
  readonly onReview: () => void
  readonly isReviewing: boolean
}

/** Alt+↓ and Alt+↑ walk through what is missing; Ctrl or Cmd+Enter opens the review. */
function useKeys({ step, onReview, isReviewing }: Keys): void {
  useEffect(() => {
    const controller = new AbortController()
    const press = (event: KeyboardEvent) => {
      if (isReviewing) return
      const by = event.altKey
        ? { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key]
        : undefined
      const isSubmit = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
      if (by !== undefined) step(by)
      else if (isSubmit) onReview()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press, { signal: controller.signal })
    return () => controller.abort()
  }, [step, onReview, isReviewing])
}

/** The focus goes to the first missing answer when the panel opens, and whenever it is summoned again. */
function useFirstFocus(all: ReturnType<typeof stops>): void {
  const [first] = all
  const focus = useCallback(() => {
    if (first) jumpTo(first)
  }, [first])
  useEffect(() => onFocusFirstMissing(focus), [focus])
  useEffect(() => {
    if (document.activeElement === document.body) focus()
    // Only when the draft appears: later the focus is the user's.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
}
