import { planContact, planNoMeeting } from '#lib/handoff/follow-moves.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { actingRole } from '#lib/handoff/acting-role.ts'
import { planMeeting } from '#lib/handoff/meeting-moves.ts'
import type { Planned } from '#lib/handoff/plan.ts'
import {
  type Acting,
  planEffectiveDay,
  planMilestone,
  planPhaseDays,
  planRearranging,
} from '#lib/handoff/transition-moves.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import type { transitionRequests } from '#lib/messaging/transition-requests.ts'
import { arrangingFor, move } from './handoff-answers.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type TransitionRequest = keyof typeof transitionRequests

/** What the worker answers between accepting a handoff and completing it. */
export function transitionAnswers(office: Office): Pick<Answering, TransitionRequest> {
  return {
    'transition.phases': acted(office, 'phases', planPhaseDays),
    'transition.effective': acted(office, 'effective', planEffectiveDay),
    'transition.rearrange': acted(office, 'rearrange', planRearranging),
    'transition.milestone': acted(office, 'milestone', planMilestone),
    'transition.contact': acted(office, 'contact', planContact),
    'transition.meet': acted(office, 'meet', planMeeting),
    'transition.no-meeting': acted(office, 'no-meeting', planNoMeeting),
  }
}

/** Answers a request by a move that is planned from the whole transition. */
function acted<Params extends { readonly handoffId: string }>(
  office: Office,
  action: string,
  plan: (given: Acting & Omit<Params, 'handoffId'>) => Planned,
) {
  return (params: Params, caller: Caller) => {
    const { handoffId, ...given } = params
    return outcomeOf(() =>
      move(office, { handoffId, caller, action }, async (handoff: Handoff, moving) => {
        const role = actingRole(handoff, moving.actor.userId)
        const arranging = await arrangingFor(office, handoff, moving)
        return plan({ ...given, ...moving, ...arranging, role })
      }),
    )
  }
}
