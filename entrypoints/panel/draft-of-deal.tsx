import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useRef,
} from 'react'
import { WithUnread } from '#components/handoff/unread.ts'
import { DraftView } from '#components/handoff/draft-view.tsx'
import { useDraftKeys } from '#components/handoff/draft-keys.ts'
import { focusedQuestion, jumpTo, stopsOf } from '#components/handoff/jump.ts'
import { useAssessment } from '#components/hooks/use-assessment.ts'
import type { DraftOnHand } from '#components/hooks/use-draft.ts'
import type { Opportunity } from '#components/hooks/use-opportunity.ts'
import { useFormulas } from '#components/hooks/use-formulas.ts'
import { useBypassPolicy } from '#components/hooks/use-policy.ts'
import { useShortcut } from '#components/hooks/use-page.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { useTemplate } from '#components/hooks/use-template.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { questionForNow } from '#lib/handoff/one-question.ts'
import type { FormulaEngine } from '#lib/handoff/formula-engine.ts'
import { underPolicy } from '#lib/handoff/gate.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { EvidenceOfDraft } from './evidence-of-draft.tsx'
import { isInReview, leftAt, noteLeft, onFocusFirstMissing } from './focus.ts'
import type { ChangedFrom } from './choosing.tsx'
import { close } from './close.ts'
import { questionRefused, refusalOf } from './refused.ts'
import { NoticesOfDraft } from './notices-of-draft.tsx'
import { usePreparing } from './preparing.ts'

/** Loaded after the first paint, ready before it is wanted. */
const loadReview = () => import('./review.tsx')
const Review = lazy(async () => ({ default: (await loadReview()).Review }))

/** Hardly a draft has lost its template. */
const UnknownTemplate = lazy(async () => ({
  default: (await import('./unknown-template.tsx')).UnknownTemplate,
}))

const opening = <Skeleton words="Opening the draft…" />

interface DraftOfDealProps {
  readonly context: Context
  readonly opportunity: Opportunity
  readonly onHand: DraftOnHand
  readonly draft: Draft
  readonly sendings: readonly OutboxItem[]
  /** Whether the user has come from the handoff as it was sent. */
  readonly isLed: boolean
  /** Shows the handoff as it was sent, in the place of the draft. */
  readonly onAsSent: () => void
}

/** The draft of this deal: written here, assessed as the user types, reviewed before it is sent. */
export function DraftOfDeal(props: DraftOfDealProps) {
  const known = useTemplate(props.draft.template)
  const bypass = useBypassPolicy()
  // Outlasts the moment in which another template is loaded.
  const [changed, setChanged] = useState<ChangedFrom | null>(null)
  const template = useMemo(
    () => known && underPolicy(inOrg(known, props.context), bypass),
    [known, props.context, bypass],
  )
  const formulas = useFormulas(template, props.context)
  if (template === null)
    return (
      <Suspense fallback={opening}>
        <UnknownTemplate {...props} onChanged={setChanged} />
      </Suspense>
    )
  if (template === undefined || formulas === undefined) return opening
  return <DraftInTemplate {...props} {...{ template, formulas, changed }} onChanged={setChanged} />
}

interface InTemplate extends DraftOfDealProps {
  readonly template: Template
  readonly formulas: FormulaEngine | null
  /** What the draft was before its template was changed; null when it was not. */
  readonly changed: ChangedFrom | null
  readonly onChanged: (changed: ChangedFrom) => void
}

function DraftInTemplate(props: InTemplate) {
  const { context, onHand, draft, template, formulas } = props
  const shortcut = useShortcut()
  const [isReviewing, setReviewing] = useState(() => isInReview(draft.key))
  const [isChoosing, setChoosing] = useState(false)
  const assessment = useAssessment(template, draft, { ...context, formulas })
  const stops = useMemo(() => stopsOf(template, assessment), [template, assessment])
  const review = useCallback(() => setReviewing(true), [])
  const choose = useCallback(() => setChoosing(true), [])
  const { lost, answer } = onHand
  const undo = useCallback(() => {
    if (lost === null) return
    answer(lost.question, lost.answer)
    const { question } = lost
    requestAnimationFrame(() => jumpTo({ question }))
  }, [lost, answer])
  useDraftKeys({ stops, onReview: review, isCovered: isReviewing })
  const preparing = usePreparing(props)
  const { typed, type } = useTypedTexts(`unread:${draft.key}`)
  const unread = useMemo(() => ({ typed, type }), [typed, type])
  const [first = null] = preparing
    ? [questionForNow(template, assessment, preparing.putOff)]
    : stops.findings
  const gone = useRefused(template, draft) ?? first
  const drawnFirst = useFirstFocus(gone, draft)
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadReview())
    return () => cancelIdleCallback(idle)
  }, [])
  const notices = (
    <NoticesOfDraft {...props} isChoosing={isChoosing} onChosen={() => setChoosing(false)} />
  )
  const board = { template, answers: draft.answers, onAnswer: onHand.answer }
  return (
    <WithUnread value={unread}>
      <EvidenceOfDraft board={board} draftKey={draft.key}>
        <DraftView
          {...{ draft, template, assessment, shortcut, notices, preparing }}
          first={drawnFirst}
          saving={onHand.saving}
          onAnswer={onHand.answer}
          changed={onHand.lost?.question ?? null}
          onUndo={undo}
          onReview={review}
          onChoose={draft.handoffId === null ? choose : undefined}
          onClose={close}
        />
        {isReviewing && (
          <Suspense>
            <Review
              {...{ draft, template, assessment, context, formulas, onHand, typed }}
              onClose={() => setReviewing(false)}
            />
          </Suspense>
        )}
      </EvidenceOfDraft>
    </WithUnread>
  )
}

/** Where Salesforce refused something, that answer is gone to. */
function useRefused(template: Template, { opportunityId, answers }: Draft) {
  const [question] = useState(() => {
    const refusal = refusalOf(opportunityId)
    return refusal && questionRefused({ questions: questionsOf(template), answers }, refusal)
  })
  return useMemo(() => question && { question: question.key }, [question])
}

/** The question at which this draft was when it went off the page; null when it was at none. */
function useWhereLeft(draftKey: string): string | null {
  const [question] = useState(() => leftAt(draftKey))
  useLayoutEffect(() => () => noteLeft(draftKey, focusedQuestion()), [draftKey])
  return question
}

/**
 * The focus goes to the first missing answer when a new draft appears, and whenever the panel is summoned again.
 * Above a draft of what came back stands what the recipient said: that is read first. One that was left comes back
 * where it was. Returns the question that has it then.
 */
function useFirstFocus(
  first: Pick<Finding, 'question'> | null,
  { key, handoffId }: Draft,
): string | null {
  const isNew = handoffId === null
  const before = useWhereLeft(key)
  const focus = useCallback(() => {
    if (first) jumpTo(first)
  }, [first])
  useEffect(() => onFocusFirstMissing(focus), [focus])
  const hasAppeared = useRef(false)
  useEffect(() => {
    // Only when the draft appears: later the focus is the user's.
    if (hasAppeared.current) return
    hasAppeared.current = true
    if (document.activeElement !== document.body) return
    if (before !== null) jumpTo({ question: before })
    else if (isNew) focus()
  }, [focus, before, isNew])
  return before ?? first?.question ?? null
}
