import type { SearchUsers } from '#components/ui/user-search.tsx'
import type { Params } from '#lib/messaging/requests.ts'
import { unexplained } from './attempted.ts'
import { ask } from './segue.ts'

/** Finds colleagues for a deal, those near it first; or whoever is sought. */
export function searchIn(
  opportunityId: string,
  seeking?: Params<'users.search'>['seeking'],
): SearchUsers {
  return async (text) => {
    const found = await ask('users.search', { opportunityId, text, seeking }).catch(unexplained)
    if (found.outcome === 'ok') return { users: found.value }
    return { users: [], problem: found.trouble.detail || 'The search did not work.' }
  }
}
