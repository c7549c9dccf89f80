import * as z from 'zod/mini'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { actingRole } from '#lib/handoff/acting-role.ts'
import type { Planned } from '#lib/handoff/plan.ts'
import type { Operation } from '#lib/handoff/planning.ts'
import { differenceSchema, type TransferFacts, transferFactsSchema } from '#lib/handoff/transfer.ts'
import type { Aim } from '#lib/handoff/transfer-preview.ts'
import { planPutBack, planTransfer, planUndo } from '#lib/handoff/transfer-plan.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import type { transferRequests } from '#lib/messaging/transfer-requests.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { type Asker, contextNow } from './contexts.ts'
import { move } from './handoff-answers.ts'
import { handoffToMove } from './known-handoffs.ts'
import type { Office } from './office.ts'
import { outcomeOf, userOf } from './outcome.ts'
import { outcomeKey } from './transfer-outcome.ts'

const SECOND = 1000

/** How long what was seen counts as what is there; after that it is looked at again before the owner changes. */
const seenHolds = 60 * SECOND

/** What the worker answers when the owner of a deal is to change. */
export function transferAnswers(office: Office): Pick<Answering, keyof typeof transferRequests> {
  return {
    'transfer.look': ({ handoffId, aim }, caller) =>
      outcomeOf(async () => {
        const org = await office.whereabouts.org(caller)
        const user = await office.gateway.identity(org)
        const sought = { org, user, handoffId, caller, action: 'transfer' }
        return looked(office, await handoffToMove(office, sought), { org, user, aim })
      }),
    'transfer.do': changed(office, 'transfer', planTransfer),
    'transfer.put-back': changed(office, 'put-back', planPutBack),
    'transfer.undo': changed(office, 'undo', planUndo),
    'transfer.outcome': async ({ handoffId }, caller) => {
      const user = await userOf(office, caller)
      if (!user) return null
      const kept = await office.cache.read(user, outcomeKey(handoffId))
      return z.array(differenceSchema).safeParse(kept).data ?? null
    },
  }
}

const changesOf = ({ transfer }: Handoff) => transfer?.count ?? 0

/** Once the owner was changed, what was seen before that counts no more. */
const seenKey = (handoff: Handoff, aim: Aim) =>
  `transfer:${aim}:${handoff.id}:${changesOf(handoff)}`

interface Looking extends Asker {
  readonly aim: Aim
}

/**
 * Reads what a change of owner would meet, and keeps it as what the user has seen. A panel that does not know of an
 * earlier change reads the deal again first: what it asks for is the next change, and no repetition of that one.
 */
async function looked(
  office: Office,
  handoff: Handoff,
  { org, user, aim }: Looking,
): Promise<TransferFacts> {
  const { gateway, cache, ports } = office
  const { id: handoffId, opportunityId } = handoff
  const toId = newOwnerOf(handoff, aim)
  const facts = await gateway.transfer(org, { handoffId, opportunityId, toId })
  if (facts.changes !== changesOf(handoff)) {
    const { handoffs } = await contextNow(office, org, opportunityId)
    const now = handoffs.find(({ id }) => id === handoffId)
    if (now && changesOf(now) !== changesOf(handoff)) return looked(office, now, { org, user, aim })
  }
  const readAt = ports.now()
  await cache.keep(user, seenKey(handoff, aim), { value: { facts, readAt }, readAt })
  return facts
}

function newOwnerOf({ incoming, outgoing, transfer }: Handoff, aim: Aim): string {
  if (aim === 'undo' && transfer) return transfer.from.userId
  if (aim === 'put-back' && transfer) return (transfer.undone ? transfer.from : transfer.to).userId
  return (incoming ?? outgoing).userId
}

/** Answers a request to change the owner by a plan made from what was seen. */
function changed<Params extends { readonly handoffId: string }>(
  office: Office,
  aim: Aim,
  plan: (
    handoff: Handoff,
    changing: Operation & { readonly facts: TransferFacts } & Omit<Params, 'handoffId'>,
  ) => Planned,
) {
  return ({ handoffId, ...how }: Params, caller: Caller) =>
    outcomeOf(() =>
      move(office, { handoffId, caller, action: aim }, async (handoff, moving) => {
        const role = actingRole(handoff, moving.actor.userId)
        const facts = await factsFor(office, handoff, { ...moving, aim })
        return plan(handoff, { ...how, ...moving, role, facts })
      }),
    )
}

const seenSchema = z.object({ facts: transferFactsSchema, readAt: z.string() })

/** What the user has seen. When that is a while ago, nothing may have changed since: who came later would be lost. */
async function factsFor(
  office: Office,
  handoff: Handoff,
  looking: Looking,
): Promise<TransferFacts> {
  const { user, aim } = looking
  const kept = seenSchema.safeParse(await office.cache.read(user, seenKey(handoff, aim))).data
  const age = kept ? Math.abs(Date.parse(office.ports.now()) - Date.parse(kept.readAt)) : Infinity
  if (kept && age <= seenHolds) return kept.facts
  const facts = await looked(office, handoff, looking)
  // What was kept has its parts in the order of the schema.
  const now = JSON.stringify(transferFactsSchema.parse(facts))
  const isSeen = !kept || JSON.stringify(kept.facts) === now
  if (isSeen && facts.changes === changesOf(handoff)) return facts
  throw new SalesforceError('not-now', 'The deal has changed since you looked at it.')
}
