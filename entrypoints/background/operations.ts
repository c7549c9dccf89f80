import type { Deal } from '#lib/handoff/deal.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Plan, Planned } from '#lib/handoff/plan.ts'
import { wordsRefusal } from '#lib/handoff/words-refusal.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Entry } from '#lib/sync/entry.ts'
import { enqueue } from '#lib/sync/outbox.ts'
import type { Office } from './office.ts'
import { sending } from './outbox-answers.ts'

/** A move that the user has confirmed. */
export interface Operation {
  readonly plan: Plan
  /** Such as `submit`. */
  readonly action: string
  readonly opportunityName: string
  /** The draft it takes the place of; null when it is made of none. */
  readonly draft: Draft | null
  /** The keys of what was refused and waits for the user, and whose place it takes. */
  readonly refused?: readonly string[]
  /** The opportunity's values as the user last saw them. */
  readonly seen: Deal['fields']
}

/** The plan, or the reason why there is none as trouble for the user to read. */
export function planned<Kind extends Plan>(outcome: Planned<Kind>): Kind {
  if (outcome.outcome === 'refused') throw new SalesforceError('not-now', outcome.because)
  const because = wordsRefusal(outcome.plan)
  if (because !== null) throw new SalesforceError('not-now', because)
  return outcome.plan
}

/** Puts a confirmed move on its way and starts sending; null when its draft has changed or gone, or it is on its way already. */
export async function dispatch(
  office: Office,
  user: Identity,
  operation: Operation,
): Promise<OutboxItem | null> {
  const { draft } = operation
  const entry = entryOf(user, operation, office.ports.now())
  if (!(await enqueue(office.outbox, entry, draft ?? operation.refused ?? null))) return null
  if (draft) announceGone(office, draft)
  return sending(office, entry)
}

/**
 * What a handoff stands on: if it has changed, somebody else has handed the deal over meanwhile. The owner's
 * name is kept to be shown.
 */
const stoodOn = /^Opportunity\.(?:OwnerId|Owner\.Name|(?:\w+__)?Handoff_Status__c)$/

function entryOf(user: Identity, operation: Operation, now: string): Entry {
  const { plan, action, opportunityName, draft, seen } = operation
  return {
    operationKey: plan.operationKey,
    orgId: user.orgId,
    userId: user.userId,
    host: user.host,
    opportunityId: plan.opportunityId,
    opportunityName,
    action,
    plan,
    draft,
    seen: Object.fromEntries(Object.entries(seen).filter(([path]) => stoodOn.test(path))),
    shown: {},
    state: 'queued',
    attempts: 0,
    nextAttemptAt: now,
    trouble: null,
    conflicts: [],
    handoffId: plan.handoffId,
    createdAt: now,
    settledAt: null,
  }
}

/** The draft is in the outbox now: other surfaces stop showing it as one. */
function announceGone({ ports }: Office, { key: draftKey, opportunityId, revision }: Draft): void {
  ports.announce({ fact: 'draft-changed', draftKey, opportunityId, revision })
}
