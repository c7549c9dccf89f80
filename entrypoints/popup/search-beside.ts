import { ask } from '#components/hooks/segue.ts'
import type { SearchUsers } from '#components/ui/user-search.tsx'

/** Finds colleagues for a deal, those near it first. */
export function searchBeside(opportunityId: string): SearchUsers {
  return async (text) => {
    const found = await ask('users.search', { opportunityId, text })
    if (found.outcome === 'ok') return { users: found.value }
    return { users: [], problem: found.trouble.detail || 'The search did not work.' }
  }
}
