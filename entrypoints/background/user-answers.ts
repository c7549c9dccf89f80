import type { Answering } from '#lib/messaging/router.ts'
import type { FoundUser } from '#lib/messaging/user-requests.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { cachedContext } from './contexts.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

/** What the worker answers when a colleague is looked for. */
export function userAnswers(office: Office): Pick<Answering, 'users.search'> {
  const { whereabouts, gateway } = office
  return {
    'users.search': ({ opportunityId, text }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        const context = await cachedContext(office, await gateway.identity(org), opportunityId)
        const reasons = context ? reasonsIn(context) : new Map<string, string>()
        if (text.trim() === '') return suggestions(office, org, reasons)
        const found = await gateway.searchUsers(org, text)
        return withReasons(found, reasons)
      }),
  }
}

/** Why somebody is near this deal, by user id; the closer reason stands. */
function reasonsIn({ deal, handoffs, identity }: Context): ReadonlyMap<string, string> {
  const team = deal.team.map(({ userId, role }) => [userId, `Opportunity team: ${role}`] as const)
  const past = handoffs.flatMap(({ incoming, name }) =>
    incoming ? [[incoming.userId, `Took over before (${name})`] as const] : [],
  )
  const owner = [[deal.owner.userId, 'Opportunity owner'] as const]
  const reasons = new Map([...owner, ...past, ...team])
  reasons.delete(identity.userId)
  return reasons
}

async function suggestions(
  { gateway }: Office,
  org: Org,
  reasons: ReadonlyMap<string, string>,
): Promise<FoundUser[]> {
  return withReasons(await gateway.activeUsers(org, [...reasons.keys()]), reasons)
}

function withReasons(
  found: readonly Omit<FoundUser, 'why'>[],
  reasons: ReadonlyMap<string, string>,
): FoundUser[] {
  return found
    .map((user) => ({ ...user, why: reasons.get(user.userId) ?? '' }))
    .toSorted((a, b) => Number(b.why !== '') - Number(a.why !== ''))
}
