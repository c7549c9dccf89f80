import { useQuery } from '@tanstack/react-query'
import { ask, keys } from './segue.ts'

const MINUTE = 60_000

/** Whether it is known that somebody cannot open the deal; asked once somebody is chosen. */
export function useIsLockedOut(opportunityId: string, userId: string | undefined): boolean {
  const { data } = useQuery({
    queryKey: keys.access(opportunityId, userId ?? ''),
    queryFn: () => ask('users.access', { opportunityId, userId: userId ?? '' }),
    enabled: userId !== undefined,
    // Somebody may share the deal in the meantime.
    staleTime: MINUTE,
  })
  return data?.outcome === 'ok' && data.value.mayRead === false
}
