import type { Entry } from '#lib/sync/entry.ts'
import { needsUser } from '#lib/sync/needs-user.ts'
import type { Office } from './office.ts'

/** The action under which the outbox knows escalations. */
export const escalating = 'escalate'

/** Actions that nobody has pressed a button for. Surfaces are not shown what nobody has asked for. */
export const silentActions: ReadonlySet<string> = new Set([escalating, 'view', 'review'])

/** What Salesforce refuses of these is let go: it must hold up nothing that a person does. */
export async function letGo({ outbox }: Office, { action, state, operationKey }: Entry) {
  if (silentActions.has(action) && needsUser({ state })) await outbox.store.remove(operationKey)
}
