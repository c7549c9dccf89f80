import * as z from 'zod/mini'
import { escalationKey, planEscalation } from '#lib/handoff/escalation.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { asPerson, type Identity } from '#lib/salesforce/identity.ts'
import type { Office } from './office.ts'
import { dispatch } from './operations.ts'
import { escalating } from './silent-actions.ts'

const subject = 'escalations'
const triedSchema = z.array(z.string())

/** As many keys as are remembered: the log itself knows the rest. */
const most = 300

/** Writes into the log that a decision has gone to the manager, once for each due time, whoever sees it first. */
export async function escalate(
  office: Office,
  user: Identity,
  items: readonly InboxItem[],
): Promise<void> {
  const due = items.filter(({ late, escalatesTo }) => late !== 'no' && escalatesTo !== null)
  if (due.length === 0) return
  const { cache, ports, outbox } = office
  const tried = triedSchema.safeParse(await cache.read(user, subject)).data ?? []
  const fresh = due.filter((item) => !tried.includes(escalationKey(item)))
  if (fresh.length === 0) return
  const value = [...tried, ...fresh.map(escalationKey)].slice(-most)
  await cache.keep(user, subject, { value, readAt: ports.now() })
  const actor = asPerson(user)
  for (const item of fresh) {
    const planned = planEscalation(item, { actor, now: ports.now() })
    if (planned.outcome === 'refused' || (await outbox.store.get(escalationKey(item)))) continue
    await dispatch(office, user, {
      plan: planned.plan,
      action: escalating,
      opportunityName: item.opportunityName,
      draft: null,
      seen: {},
    })
  }
}
