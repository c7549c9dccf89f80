import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'
import { longestWait } from './backoff.ts'
import type { Entry } from './entry.ts'
import { needsUser } from './needs-user.ts'
import { firstOfEach, heads } from './outbox.ts'

/** Troubles that strike everything of a user at once: one operation finds out when they are over. */
const ofTheWholeUser: ReadonlySet<TroubleKind> = new Set([
  'signed-out',
  'session-expired',
  'wrong-org',
  'wrong-user',
  'needs-oauth',
  'site-blocked',
  'offline',
  'limit-reached',
])

/** Whose operation it is, and at which host. */
export function accountOf({ orgId, userId, host }: Entry): string {
  return `${orgId} ${userId} ${host}`
}

/** Whether its time has come. A clock that was set back must not hold it for longer than any wait is. */
export function isDue({ nextAttemptAt }: Entry, now: string): boolean {
  if (nextAttemptAt === null) return false
  const wait = Date.parse(nextAttemptAt) - Date.parse(now)
  return wait <= 0 || wait > longestWait
}

/** Whether what stands in its way stands in the way of everything of this user. */
export function isHeld({ trouble }: Entry): boolean {
  return trouble !== null && ofTheWholeUser.has(trouble.kind)
}

/** Unfinished operations that can go on by themselves, now or later: the first of each user about each opportunity. */
export function waiting(entries: readonly Entry[]): readonly Entry[] {
  return heads(entries).filter((entry) => !needsUser(entry))
}

/**
 * What may be begun now beside what is under way. While a user's operations are held, one at most is tried
 * to see whether the trouble is over; the others wait for it.
 */
export function ready(
  entries: readonly Entry[],
  { underway, now }: { readonly underway: ReadonlyMap<string, Entry>; readonly now: string },
): readonly Entry[] {
  const all = waiting(entries)
  const busy = new Set([...underway.values()].map(accountOf))
  const probes = new Map<string, Entry>()
  for (const entry of all) {
    const account = accountOf(entry)
    if (isHeld(entry) && !probes.has(account)) probes.set(account, entry)
  }
  const rising = all.filter((entry) => !underway.has(entry.opportunityId) && isDue(entry, now))
  const free = rising.filter((entry) => {
    const probe = probes.get(accountOf(entry))
    return probe === undefined || (probe === entry && !busy.has(accountOf(entry)))
  })
  // Two users of one browser may have something about the same opportunity: one after the other.
  return firstOfEach(free, ({ opportunityId }) => opportunityId)
}

/** When something is to be tried next, in milliseconds since 1970; null when nothing waits for a time. */
export function nextTime(entries: readonly Entry[], now: string): number | null {
  const all = waiting(entries)
  const held = new Set(all.filter(isHeld).map(accountOf))
  const times = all.flatMap((entry) => {
    if (entry.nextAttemptAt === null || (held.has(accountOf(entry)) && !isHeld(entry))) return []
    return isDue(entry, now) ? [Date.parse(now)] : [Date.parse(entry.nextAttemptAt)]
  })
  return times.length > 0 ? Math.min(...times) : null
}

/** The entries as their user is to see them: what waits for another one to find out why says so too. */
export function withReasons(entries: readonly Entry[]): readonly Entry[] {
  const found = new Map(
    waiting(entries)
      .filter(isHeld)
      .map((entry) => [accountOf(entry), entry] as const),
  )
  return entries.map((entry) => {
    const probe = found.get(accountOf(entry))
    const isUnaware = entry.state === 'queued' && entry.trouble === null
    return probe && isUnaware ? { ...entry, trouble: probe.trouble } : entry
  })
}
