import { clarificationDueAt } from '#lib/handoff/clocks.ts'
import { planClarification } from '#lib/handoff/clarification-plan.ts'
import { planFriction } from '#lib/handoff/friction-report.ts'
import { planOutcome } from '#lib/handoff/customer-outcome.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { planCommitmentChange, planSurprise } from '#lib/handoff/ledger.ts'
import { actingRole } from '#lib/handoff/acting-role.ts'
import type { Planned } from '#lib/handoff/plan.ts'
import type { Operation } from '#lib/handoff/planning.ts'
import { planPulse, planRating, planReview, planVerdict, planView } from '#lib/handoff/receiving.ts'
import { planReminder } from '#lib/handoff/reminder.ts'
import { planComment, planResolve } from '#lib/handoff/remarks.ts'
import { planTrace } from '#lib/handoff/trace.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { receivingRequests } from '#lib/messaging/receiving-requests.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import { calendarOf } from '#lib/handoff/business-time.ts'
import { replyPlan } from './clarifying.ts'
import { move, type Moving, templateOf, wordedTemplateOf } from './handoff-answers.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type ReceivingRequest = keyof typeof receivingRequests

/** What the worker answers while a handoff is read, asked about, lived with and rated. */
export function receivingAnswers(office: Office): Pick<Answering, ReceivingRequest> {
  return {
    'packet.view': async (asked, caller) => {
      // What is only a fact about reading must trouble nobody when it cannot be told.
      await moved(office, 'view', planView)(asked, caller)
      return {}
    },
    'packet.review': moved(office, 'review', planReview),
    'handoff.ask': moved(office, 'ask', async (handoff, operation) => {
      const calendar = calendarOf(operation.timeZone)
      const { clocks } = await templateOf(office, handoff)
      const dueAt = clarificationDueAt(clocks, operation.now, { calendar })
      return planClarification(handoff, { ...operation, dueAt })
    }),
    'handoff.reply': moved(office, 'reply', async (handoff, reply) =>
      replyPlan(handoff, await wordedTemplateOf(office, handoff, reply.user), reply),
    ),
    'handoff.verdict': moved(office, 'verdict', planVerdict),
    'handoff.comment': moved(office, 'comment', planComment),
    'handoff.remind': moved(office, 'chase', planReminder),
    'handoff.resolve': moved(office, 'resolve', planResolve),
    'handoff.promise': moved(office, 'promise', planCommitmentChange),
    'handoff.surprise': moved(office, 'surprise', planSurprise),
    'handoff.friction': moved(office, 'friction', planFriction),
    'handoff.rate': moved(office, 'rate', planRating),
    'handoff.pulse': moved(office, 'pulse', planPulse),
    'handoff.outcome': moved(office, 'outcome', planOutcome),
    'handoff.trace': moved(office, 'trace', planTrace),
  }
}

/** An operation with what the surface has given for it. */
type Given<Params> = Operation &
  Omit<Params, 'handoffId'> &
  Pick<Moving, 'timeZone' | 'user' | 'template'>

/** Answers a request by a move of its handoff, made as what the user is to it. */
function moved<Params extends { readonly handoffId: string }>(
  office: Office,
  action: string,
  plan: (handoff: Handoff, given: Given<Params>) => Planned | Promise<Planned>,
) {
  return (params: Params, caller: Caller) => {
    const { handoffId, ...given } = params
    return outcomeOf((): Promise<OutboxItem> =>
      move(office, { handoffId, caller, action }, (handoff, moving) => {
        const role = actingRole(handoff, moving.actor.userId)
        return plan(handoff, { ...given, ...moving, role })
      }),
    )
  }
}
