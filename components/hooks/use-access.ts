import { useQuery } from '@tanstack/react-query'
import { ask, keys } from './segue.ts'

const MINUTE = 60_000

/** Whether it is known that somebody cannot open the deal. */
export function useIsLockedOut(opportunityId: string, userId: string): boolean {
  const { data } = useQuery({
    queryKey: keys.access(opportunityId, userId),
    queryFn: () => ask('users.access', { opportunityId, userId }),
    // Somebody may share the deal in the meantime.
    staleTime: MINUTE,
  })
  return data?.outcome === 'ok' && data.value.mayRead === false
}
