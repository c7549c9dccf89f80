import type { Caller } from '#lib/messaging/router.ts'
import type { NameSettings } from '#lib/salesforce/names.ts'
import { allEntries } from '#lib/sync/outbox.ts'
import { hideInbox } from './inboxes.ts'
import type { Office } from './office.ts'
import { welcome } from './session-watch.ts'

/**
 * Takes other names for our objects in an org. What was read under the old ones is forgotten; drafts and what
 * is still to be sent stay. Answers how many operations may have arrived under the old names: then nothing changes.
 */
export async function rename(office: Office, caller: Caller, names: NameSettings | null) {
  const { cache, gateway, naming, outbox, ports, whereabouts } = office
  const org = await whereabouts.org(caller)
  const { orgId } = await gateway.identity(org)
  const entries = await allEntries(outbox)
  const underway = entries.filter(
    (entry) => entry.orgId === orgId && (entry.state === 'sending' || entry.state === 'unknown'),
  ).length
  if (underway > 0) return { underway }
  await naming.choose(org, names)
  await cache.forgetOrg(orgId)
  await hideInbox(office, org)
  ports.announce({ fact: 'identity-changed' })
  await welcome(office, org)
  return { underway }
}
