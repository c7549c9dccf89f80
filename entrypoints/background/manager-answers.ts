import { decisionTimes } from '#lib/handoff/clocks.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { type ActorRole, move as movedBy, type MoveName, rolesIn } from '#lib/handoff/lifecycle.ts'
import { planCancel, planComplete, planReassign } from '#lib/handoff/moves.ts'
import type { Planned } from '#lib/handoff/plan.ts'
import type { Operation } from '#lib/handoff/planning.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { calendarOf } from '#lib/handoff/business-time.ts'
import { type Asker, contextAtHand, recentContext } from './contexts.ts'
import { move, type Moving, templateOf } from './handoff-answers.ts'
import { throwNotDone } from './known-handoffs.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type ManagerRequest = 'handoff.reassign' | 'handoff.cancel' | 'handoff.complete'

/** What the worker answers when somebody acts for a person who is away. */
export function managerAnswers(office: Office): Pick<Answering, ManagerRequest> {
  return {
    'handoff.reassign': ({ handoffId, to, reason }, caller) =>
      outcomeOf(() =>
        acting(office, { handoffId, caller, action: 'reassign' }, async (handoff, operation) => {
          const calendar = calendarOf(operation.timeZone)
          const { clocks } = await templateOf(office, handoff)
          const { dueAt } = decisionTimes(clocks, operation.now, { calendar })
          const among = await openBeside(office, operation, handoff)
          return planReassign(handoff, { ...operation, to, dueAt, reason, among })
        }),
      ),
    'handoff.cancel': ({ handoffId, reason }, caller) =>
      outcomeOf(() =>
        acting(office, { handoffId, caller, action: 'cancel' }, (handoff, operation) =>
          planCancel(handoff, { ...operation, reason }),
        ),
      ),
    'handoff.complete': ({ handoffId, reason }, caller) =>
      outcomeOf(() =>
        acting(office, { handoffId, caller, action: 'complete' }, async (handoff, operation) => {
          const { role } = operation
          // A manager decides without the deal in front of them, and says why where something is open.
          const deal = role === 'manager' ? null : await dealOf(office, operation, handoff)
          return planComplete(handoff, {
            ...operation,
            reason,
            ownerId: deal?.owner.userId,
            activities: deal && !deal.hidden ? deal.activities : null,
          })
        }),
      ),
  }
}

/** The handoffs of the deal of a declined one, in place of which somebody may have sent another. */
async function openBeside(office: Office, { org }: Asker, { status, opportunityId }: Handoff) {
  if (status !== 'declined' || opportunityId === '') return []
  return (await recentContext(office, org, opportunityId)).handoffs
}

/** The deal as the user sees it; null where it is not for them to see. */
async function dealOf(office: Office, asker: Asker, { opportunityId }: Handoff) {
  return opportunityId === '' ? null : (await contextAtHand(office, asker, opportunityId)).deal
}

interface Asked {
  readonly handoffId: string
  readonly caller: Caller
  readonly action: MoveName
}

type Planner = (handoff: Handoff, operation: Operation & Moving) => Planned | Promise<Planned>

/**
 * Makes the move as what the handoff names the user, or as a manager, which only Salesforce can tell. Either side acts
 * as one where theirs may not: a manager may have sent it, or be the one to take over.
 */
function acting(office: Office, asked: Asked, plan: Planner): Promise<OutboxItem> {
  return move(office, asked, async (handoff, moving) => {
    const own = rolesIn(handoff, moving.user.userId)
    const may = (role: ActorRole) => movedBy(asked.action, handoff, role).outcome === 'moved'
    const role = [...own, 'manager' as const].find(may) ?? own[0] ?? 'manager'
    const { org } = moving
    if (
      !own.includes(role) &&
      !(await office.gateway.manages(org, asked.handoffId).catch(throwNotDone))
    )
      throw new SalesforceError('no-permission', 'This is for its manager to do.')
    return plan(handoff, { ...moving, role })
  })
}
