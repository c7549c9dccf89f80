import type { Owner } from '#lib/storage/database.ts'
import type { Office } from './office.ts'

/** Where it is remembered that an opportunity is gone; its beginning, without an opportunity. */
export const gone = (opportunityId: string) => `gone:${opportunityId}`

/** Remembers that Salesforce has an opportunity no longer, or not for this user. */
export async function noteGone(
  { cache, ports }: Office,
  owner: Owner,
  opportunityId: string,
): Promise<void> {
  await cache.keep(owner, gone(opportunityId), { value: true, readAt: ports.now() })
}

/** Forgets that it was gone: it was restored, or the user may see it again. */
export async function noteFound({ cache }: Office, owner: Owner, opportunityId: string) {
  await cache.forget(owner, gone(opportunityId))
}
