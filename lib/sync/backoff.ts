const SECOND = 1000
const MINUTE = 60 * SECOND

/** No wait is longer. */
export const longestWait = 15 * MINUTE

/** How long to wait when the org's daily limit is reached: one look a quarter of an hour. */
export const limitWait = 15 * MINUTE

/** How long to wait when this computer is offline; asking it costs nothing. */
export const offlineWait = 30 * SECOND

/** After so many attempts the waits, which double, have come to that. */
export const attemptsToOfflineWait = 6

/** How often sending is begun before the user is asked. */
export const mostAttempts = 20

/** How often a locked row is tried before the user is asked. */
export const mostLocked = 5

/**
 * Milliseconds to wait after this many attempts: anywhere up to 1 s, 2 s, 4 s … and never above 15 min, so
 * that many computers do not come back at once ("full jitter"). Never less than Salesforce asked for.
 */
export function waitAfter(attempts: number, chance: number, retryAfter: number | null): number {
  const most = Math.min(longestWait, SECOND * 2 ** Math.max(0, attempts - 1))
  return Math.max(Math.round(chance * most), Math.min(retryAfter ?? 0, longestWait))
}
