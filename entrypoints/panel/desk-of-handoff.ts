import { useMemo } from 'react'
import type { Acts, Desk } from '#components/packet/desk.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { ask } from '#components/hooks/segue.ts'
import { mayRead } from '#components/hooks/use-access.ts'
import { useFirstView, useReading } from '#components/hooks/use-reading.ts'
import type { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { useFormulas } from '#components/hooks/use-formulas.ts'
import { acceptFindings, acceptObstacles } from '#lib/handoff/accept-gates.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import { circumstancesOf } from '#lib/handoff/circumstances.ts'
import { assess } from '#lib/handoff/completeness.ts'
import { changedSinceAsked } from '#lib/handoff/changed-since.ts'
import { affectedQuestions, revalidated } from '#lib/handoff/clarifications.ts'
import { draftOfPacket } from '#lib/handoff/draft-of-packet.ts'
import type { FormulaEngine } from '#lib/handoff/formula-engine.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { foreseenEffects } from '#lib/handoff/foreseen-effects.ts'
import { rolesIn } from '#lib/handoff/lifecycle.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Context } from '#lib/salesforce/context.ts'

/** What a desk is made of. */
interface DeskSource {
  readonly handoff: Handoff
  readonly template: Template | undefined
  readonly context: Context
  readonly now: number
  readonly isBusy: boolean
  readonly texts: ReturnType<typeof useTypedTexts>
  /** Makes a move; resolves to whether it is on its way. */
  readonly act: (step: () => Promise<AnswerOf<'handoff.ask'>>) => Promise<boolean>
}

/** The desk at which a handoff is read, and what counts when the reader decides: what blocks it, and the ticks to tell along. */
export function useDeskOf(source: DeskSource) {
  const { handoff, template, context, now, isBusy, texts, act } = source
  const { me } = useSetting()
  const [role = null] = rolesIn(handoff, me.userId)
  const { typed, type } = texts
  const reading = useReading(handoff, texts)
  useFirstView(handoff, role === 'incoming' && !context.cached)
  const formulas = useFormulas(template, context) ?? null
  const acts = actsOf(handoff.id, act)
  const changed = useMemo(() => changedSinceAsked(handoff), [handoff])
  const findings = useAcceptFindings({ handoff, template, context, formulas })
  const { reviewed } = reading
  const obstacles = template
    ? acceptObstacles(handoff.packet, { template, reviewed, findings })
    : []
  const desk: Desk = {
    handoff,
    role,
    now,
    isBusy,
    typed,
    type,
    acts,
    changed,
    reviewed: reading.reviewed,
    onRead: reading.onRead,
    assess: (question: string, answer: Answer) =>
      template ? findingsIf({ handoff, template, context, formulas }, question, answer) : [],
    happens: happeningIn(source),
    mayRead: (userId) => mayRead(handoff.id, userId),
  }
  return { desk, obstacles, tellReadBy: reading.tellBy }
}

/** What a status sets off, as far as this reader may. */
function happeningIn({ handoff, template, context, now }: DeskSource): Desk['happens'] {
  return (status, incoming) =>
    foreseenEffects(template, status, {
      handoff,
      incoming,
      context,
      timeZone: context.identity.timeZone,
      now: new Date(now).toISOString(),
    })
}

function actsOf(handoffId: string, act: DeskSource['act']): Acts {
  return {
    ask: (asked) => act(() => ask('handoff.ask', { handoffId, asked: [...asked] })),
    reply: (commentId, body, answers) =>
      act(() => ask('handoff.reply', { handoffId, replies: [{ commentId, body }], answers })),
    remark: (remark) =>
      act(() => ask('handoff.comment', { ...remark, handoffId, mentioned: [...remark.mentioned] })),
    remind: (words) => act(() => ask('handoff.remind', { handoffId, words })),
    reassign: (reassigning) => act(() => ask('handoff.reassign', { handoffId, ...reassigning })),
    settle: (commentId) => act(() => ask('handoff.resolve', { handoffId, commentId })),
    judge: (corrections) =>
      act(() => ask('handoff.verdict', { handoffId, corrections: [...corrections] })),
    change: (change) => act(() => ask('handoff.promise', { handoffId, ...change })),
    surprise: (promise) => act(() => ask('handoff.surprise', { handoffId, ...promise })),
    report: (friction) => act(() => ask('handoff.friction', { handoffId, ...friction })),
    rate: (ratings, comment) => act(() => ask('handoff.rate', { handoffId, ratings, comment })),
    hear: (pulse) => act(() => ask('handoff.pulse', { handoffId, pulse })),
    record: (said) => act(() => ask('handoff.outcome', { handoffId, ...said })),
    trace: (traced) => act(() => ask('handoff.trace', { handoffId, ...traced })),
  }
}

interface Measured {
  readonly handoff: Handoff
  readonly template: Template
  readonly context: Context
  readonly formulas: FormulaEngine | null
}

/** What would be wrong if one answer were changed: with it, and with what hangs on it. */
function findingsIf(
  { handoff, template, context, formulas }: Measured,
  question: string,
  answer: Answer,
) {
  const { packet } = handoff
  if (packet === null) return []
  const engine = formulas ?? undefined
  const terms = { ...termsIn(context), formulas: engine }
  const draft = draftOfPacket({ ...handoff, packet }, terms.deal, { [question]: answer })
  const affected = affectedQuestions(template, new Set([question]), engine)
  return revalidated(assess(template, draft, terms), affected).filter(
    (one) => one.question !== null,
  )
}

/** What a packet is measured against now. */
const termsIn = (context: Context) => circumstancesOf(context, new Date().toISOString())

interface Accepting extends Pick<DeskSource, 'handoff' | 'template' | 'context'> {
  readonly formulas: FormulaEngine | null
}

/** What is missing in the packet for an acceptance. */
function useAcceptFindings({ handoff, template, context, formulas }: Accepting) {
  return useMemo(() => {
    const terms = { ...termsIn(context), formulas: formulas ?? undefined }
    return template ? acceptFindings(handoff, template, terms) : []
  }, [handoff, template, context, formulas])
}
