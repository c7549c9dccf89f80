import * as z from 'zod/mini'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { actingRole } from '#lib/handoff/acting-role.ts'
import type { Planned } from '#lib/handoff/plan.ts'
import type { Operation } from '#lib/handoff/planning.ts'
import { differenceSchema, type TransferFacts, transferFactsSchema } from '#lib/handoff/transfer.ts'
import type { Aim } from '#lib/handoff/transfer-preview.ts'
import { planPutBack, planTransfer, planUndo } from '#lib/handoff/transfer-plan.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import type { transferRequests } from '#lib/messaging/transfer-requests.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { needsUser } from '#lib/sync/needs-user.ts'
import { entryIn } from '#lib/sync/outbox.ts'
import type { Asker } from './contexts.ts'
import { move } from './handoff-answers.ts'
import { handoffToMove } from './known-handoffs.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { outcomeKey } from './transfer-outcome.ts'

const SECOND = 1000

/** How long what was seen counts as what is there; after that it is looked at again before the owner changes. */
const seenHolds = 60 * SECOND

interface Asked {
  readonly handoffId: string
  readonly aim: Aim
  readonly caller: Caller
}

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
    'transfer.do': ({ handoffId, ...how }, caller) =>
      changed(office, { handoffId, aim: 'transfer', caller }, (handoff, changing) =>
        planTransfer(handoff, { ...changing, ...how }),
      ),
    'transfer.put-back': ({ handoffId, ...how }, caller) =>
      changed(office, { handoffId, aim: 'put-back', caller }, (handoff, changing) =>
        planPutBack(handoff, { ...changing, ...how }),
      ),
    'transfer.undo': ({ handoffId, ...how }, caller) =>
      changed(office, { handoffId, aim: 'undo', caller }, (handoff, changing) =>
        planUndo(handoff, { ...changing, ...how }),
      ),
    'transfer.outcome': async ({ handoffId }, caller) => {
      const user = await outcomeOf(async () =>
        office.gateway.identity(await office.whereabouts.org(caller)),
      )
      if (user.outcome === 'trouble') return null
      const kept = await office.cache.read(user.value, outcomeKey(handoffId))
      return z.array(differenceSchema).safeParse(kept).data ?? null
    },
  }
}

/** Once the owner was changed, what was seen before that counts no more. */
const seenKey = ({ id, transfer }: Handoff, aim: Aim) =>
  `transfer:${aim}:${id}:${transfer?.count ?? 0}`

interface Looking extends Asker {
  readonly aim: Aim
}

/** Reads what a change of owner would meet, and keeps it as what the user has seen. */
async function looked(
  { gateway, cache, ports }: Office,
  handoff: Handoff,
  { org, user, aim }: Looking,
): Promise<TransferFacts> {
  const { opportunityId } = handoff
  const facts = await gateway.transfer(org, { opportunityId, toId: newOwnerOf(handoff, aim) })
  const readAt = ports.now()
  await cache.keep(user, seenKey(handoff, aim), { value: { facts, readAt }, readAt })
  return facts
}

function newOwnerOf({ incoming, outgoing, transfer }: Handoff, aim: Aim): string {
  if (aim === 'undo' && transfer) return transfer.from.userId
  if (aim === 'put-back' && transfer) return (transfer.undone ? transfer.from : transfer.to).userId
  return (incoming ?? outgoing).userId
}

type Planner = (
  handoff: Handoff,
  changing: Operation & { readonly facts: TransferFacts },
) => Planned

function changed(office: Office, asked: Asked, plan: Planner) {
  const { handoffId, aim, caller } = asked
  return outcomeOf((): Promise<OutboxItem> =>
    move(office, { handoffId, caller, action: aim }, async (handoff, moving) => {
      const role = actingRole(handoff, moving.actor.userId)
      const facts = await factsFor(office, handoff, { ...moving, aim })
      const planned = plan(handoff, { ...moving, role, facts })
      if (planned.outcome === 'planned') await makeWay(office, planned.plan.operationKey)
      return planned
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
  if (!kept || JSON.stringify(kept.facts) === now) return facts
  throw new SalesforceError('not-now', 'The deal has changed since you looked at it.')
}

/** The same change of owner may be asked for again once it was refused; while it is on its way it may not. */
async function makeWay({ outbox }: Office, operationKey: string): Promise<void> {
  const entry = entryIn(await outbox.store.get(operationKey))
  if (!entry) return
  if (!needsUser(entry))
    throw new SalesforceError('not-now', 'This change of owner is on its way already.')
  await outbox.store.remove(operationKey)
}
