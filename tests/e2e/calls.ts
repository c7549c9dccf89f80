import type { Org } from '#demo/org/org.ts'

/** The composite calls an org has seen, of one user or of all. */
export function compositeCalls(org: Org, user?: string): readonly string[] {
  return org.calls
    .all()
    .filter(({ path }) => path.includes('/composite'))
    .filter(({ userId }) => user === undefined || userId === user)
    .map(({ method, status }) => `${method} ${status}`)
}

/** All calls but those that ask who the user is, what waits in the inbox, and which deals are the user's own. */
export function callsForTheDeal(org: Org): readonly string[] {
  return org.calls
    .all()
    .filter(({ path }) => !isForIdentity(path) && !isOfThePoll(path))
    .map(({ method, path }) => `${method} ${new URL(path, 'https://x').pathname}`)
}

function isForIdentity(path: string): boolean {
  return /\/oauth2\/userinfo|\/services\/data\/?$|\/limits|\/describe|\/sobjects\/User\//.test(path)
}

/** The worker looks at its own times, which are not those of a test. */
function isOfThePoll(path: string): boolean {
  const query = new URL(path, 'https://x').searchParams.get('q') ?? ''
  return /\bFROM Handoff__c\b|\bFROM Opportunity\s+WHERE OwnerId\b/.test(query)
}
