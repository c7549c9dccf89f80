import { useEffect, useMemo, useState } from 'react'
import { begunAnswers } from '#components/review/begun-answers.ts'
import { jumpTo } from '#components/handoff/jump.ts'
import { searchIn } from '#components/hooks/search-users.ts'
import { unexplained } from '#components/hooks/attempted.ts'
import { ask, keys, queries } from '#components/hooks/segue.ts'
import { type Texts, useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import type { DraftOnHand } from '#components/hooks/use-draft.ts'
import { useIsLockedOut } from '#components/hooks/use-access.ts'
import { useNarrowestTier } from '#components/hooks/use-policy.ts'
import { coverageWords } from '#components/packet/coverage-line.tsx'
import { Checklists } from '#components/packet/checklists.tsx'
import { LockedOut } from '#components/review/locked-out.tsx'
import { BegunList } from '#components/review/begun-list.tsx'
import { readersOf } from '#components/review/readers.ts'
import { ReviewSheet } from '#components/review/review-sheet.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Formats } from '#components/ui/formats.ts'
import { useSetting } from '#components/handoff/setting.ts'
import type { Assessment } from '#lib/handoff/assessment.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { predecessor, predecessorOf } from '#lib/handoff/chain.ts'
import { contactRoles } from '#lib/handoff/contact-roles.ts'
import { fieldChanges } from '#lib/handoff/field-changes.ts'
import type { FormulaEngine } from '#lib/handoff/formula-engine.ts'
import { foreseen } from '#lib/handoff/foreseen.ts'
import { mayBypass } from '#lib/handoff/gate.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { redactAnswers } from '#lib/handoff/redaction.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import { changeInWords, roleInWords } from '#lib/handoff/submission-words.ts'
import { betweenOf, setOff } from '#lib/handoff/set-off.ts'
import { planSubmission } from '#lib/handoff/submission.ts'
import type { DatedMilestone } from '#lib/handoff/transition.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { calendarOf } from '#lib/handoff/business-time.ts'
import { focusFirstMissing, noteReview } from './focus.ts'

/** Sends what is on disk, and nothing when something typed is not. */
async function send(onHand: DraftOnHand): Promise<AnswerOf<'handoff.submit'>> {
  const stored = await onHand.stored()
  if (stored === null) return unexplained(new Error('An answer is not saved yet.'))
  return ask('handoff.submit', { draftKey: stored.key, revision: stored.revision })
}

/** A step that somebody still has to take. */
const isAhead = ({ status, doneBy, owner }: DatedMilestone) =>
  status !== 'done' && doneBy === undefined && owner !== 'system'

/** What happens besides the fields, which stand above with their ticks. */
function besideFields(plan: Plan, accountName: string): readonly string[] {
  const { inWords, fieldChanges: changes, contactRoles: roles } = plan
  const people = roles.map((role) => roleInWords(role, accountName))
  const shown = new Set([...changes.map(changeInWords), ...people])
  // Two effects may say the same.
  return [...new Set(inWords)].filter((sentence) => !shown.has(sentence))
}

/** What a submission does and says, each in one sentence; empty while something blocks. */
function wordsOf(
  planned: ReturnType<typeof planSubmission>,
  { assessment, context }: Pick<ReviewProps, 'assessment' | 'context'>,
  formats: Formats,
): readonly string[] {
  if (planned.outcome !== 'planned') return []
  return [
    ...besideFields(planned.plan, context.deal.accountName),
    ...coverageWords(assessment.coverage, formats),
  ]
}

/** Sends the draft on one press, and tells what stood in the way. */
function useSubmission(onHand: DraftOnHand, opportunityId: string, onSent: () => void) {
  const [isSending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const submit = async () => {
    setSending(true)
    const sent = await send(onHand).catch(unexplained)
    await queries.invalidateQueries({ queryKey: keys.outbox(opportunityId) })
    setSending(false)
    if (sent.outcome === 'trouble') return setTrouble(sent.trouble)
    noteReview()
    await queries.invalidateQueries({ queryKey: keys.draft(opportunityId) })
    onSent()
  }
  const problem = trouble && (
    <TroubleState trouble={trouble} kept onAction={() => setTrouble(null)} />
  )
  return { isSending, problem, submit }
}

/** Notes that the review of a draft is open; returns what closes it. */
function useOpen(draftKey: string, onClose: () => void) {
  useEffect(() => noteReview(draftKey), [draftKey])
  return () => {
    noteReview()
    onClose()
    // Where it was opened by itself, nothing gets the focus back.
    requestAnimationFrame(() => document.activeElement === document.body && focusFirstMissing())
  }
}

interface ReviewProps {
  readonly draft: Draft
  readonly template: Template
  readonly assessment: Assessment
  readonly context: Context
  /** Null when the template has no formulas. */
  readonly formulas: FormulaEngine | null
  readonly onHand: DraftOnHand
  /** What stands in boxes and is no answer yet. */
  readonly typed: Texts
  readonly onClose: () => void
}

/** The review of a draft: shows the very plan the worker will carry out, and sends it on one press. */
export function Review(props: ReviewProps) {
  const { draft, template, assessment, context, onHand, typed } = props
  const onClose = useOpen(draft.key, props.onClose)
  const { me, searchManagers, now, formats } = useSetting()
  const { deal, labels, locked, types } = context
  const { isSending, problem, submit } = useSubmission(onHand, deal.opportunityId, onClose)
  const rights = context.people
  const narrowest = useNarrowestTier()
  const searchRecipients = useMemo(
    () => searchIn(deal.opportunityId, template.kind),
    [deal.opportunityId, template.kind],
  )
  const leaving = { ...draft, answers: redactAnswers(template, draft.answers, narrowest) }
  const all = fieldChanges(template, { ...leaving, unticked: [] }, context)
  const before = predecessorOf(draft, context)
  const handoff = context.handoffs.find(({ id }) => id === draft.handoffId) ?? null
  const sent = { template, draft: leaving, deal, handoff, actor: me, now: now() }
  const calendar = calendarOf(context.identity.timeZone)
  const { milestones } = foreseen({ ...sent, calendar, formulas: props.formulas ?? undefined })
  const submission = planSubmission({
    ...sent,
    assessment,
    labels,
    locked,
    types,
    rights,
    previous: before ? predecessor(before, null) : undefined,
    operationKey: 'shown-only',
    dueAt: null,
  })
  const planned = setOff(submission, template, { between: betweenOf(sent), calendar, deal, labels })
  const asked = questionsOf(template).filter(({ key }) => assessment.questions[key]?.asked)
  const go = (place: Parameters<typeof jumpTo>[0]) => {
    onClose()
    requestAnimationFrame(() => jumpTo(place))
  }
  return (
    <ReviewSheet
      {...{ draft, isSending, problem, searchManagers, onClose }}
      access={draft.recipient && <Access {...{ deal, template }} recipient={draft.recipient} />}
      changes={all.filter(({ path }) => !draft.unticked.includes(path))}
      unticked={all.filter(({ path }) => draft.unticked.includes(path))}
      steps={milestones.filter(isAhead)}
      outgoing={me}
      inWords={wordsOf(planned, props, formats)}
      roles={contactRoles(template, { ...leaving, unticked: [] }, { deal, rights })}
      accountName={deal.accountName}
      readers={readersOf(template, leaving.answers)}
      blocking={assessment.findings.filter(({ severity }) => severity === 'blocks-submit')}
      mayBypass={mayBypass(template)}
      canSubmit={assessment.canSubmit && planned.outcome === 'planned'}
      search={searchRecipients}
      onChange={(change) => void onHand.change(change)}
      begun={<BegunList begun={begunAnswers(asked, draft.answers, typed)} onGo={go} />}
      checklist={<OwnChecklist {...{ draft, template }} />}
      onGo={go}
      onSubmit={() => void submit()}
    />
  )
}

interface AccessProps extends Pick<Context, 'deal'> {
  readonly recipient: NonNullable<Draft['recipient']>
  readonly template: Template
}

/** What is to be said of what the recipient may open. */
function Access({ deal, recipient, template }: AccessProps) {
  const isLockedOut = useIsLockedOut(deal.opportunityId, recipient.userId)
  const { ownerMoves } = template.transfer
  return isLockedOut && <LockedOut name={recipient.name} ownerMoves={ownerMoves} />
}

/** What the sender sees to; what is ticked outlasts the review. */
function OwnChecklist({ draft, template }: Pick<ReviewProps, 'draft' | 'template'>) {
  const { typed, type } = useTypedTexts(`checked:${draft.key}`)
  const lists = template.checklists.filter(({ role }) => role === 'outgoing')
  return <Checklists own="outgoing" {...{ lists, typed, type }} />
}
