import type { Plan } from '#lib/handoff/plan.ts'
import { PartRefused } from './part-refused.ts'
import { readAccess } from './record-access.ts'
import type { SignedIn } from './signed-in.ts'

/** Whether sharing was refused that nobody needs: not everybody with a right to edit may share, but the recipients may edit it already. */
export async function isSharedAlready(
  user: SignedIn,
  error: unknown,
  { handoffId, shareWith }: Plan,
) {
  const isMet = error instanceof PartRefused && isShare(error) && error.kind === 'no-permission'
  if (!isMet || handoffId === null) return false
  for (const { userId } of shareWith)
    if (!(await readAccess(user, { userId, recordId: handoffId }, 'HasEditAccess'))) return false
  return true
}

/**
 * Whether a move was refused because its handoff is no longer to be seen: what was shared with whoever was to decide is
 * taken back when it is given to somebody else.
 */
export async function isTakenAway(
  user: SignedIn,
  error: unknown,
  { handoffId, recipientId }: Plan,
) {
  const { userId } = user.identity
  if (handoffId === null || recipientId !== userId) return false
  if (!(error instanceof PartRefused) || error.kind !== 'no-permission') return false
  return (await readAccess(user, { userId, recordId: handoffId })) === false
}

/** Where everybody may edit all handoffs, Salesforce has no object to share one with. */
export function isShareMissing(error: PartRefused): boolean {
  return isShare(error) && error.code === 'NOT_FOUND'
}

const isShare = ({ part }: PartRefused) => part.startsWith('share_')
