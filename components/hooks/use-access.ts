import { useQuery } from '@tanstack/react-query'
import { ask, keys, queries } from './segue.ts'

const MINUTE = 60_000

const accessTo = (recordId: string, userId: string) => ({
  queryKey: keys.access(recordId, userId),
  queryFn: () => ask('users.access', { recordId, userId }),
  // Somebody may share it in the meantime.
  staleTime: MINUTE,
})

/** Whether it is known that somebody cannot open the deal. */
export function useIsLockedOut(opportunityId: string, userId: string): boolean {
  const { data } = useQuery(accessTo(opportunityId, userId))
  return data?.outcome === 'ok' && data.value.mayRead === false
}

/** Whether somebody can open a record; null where that is not known. */
export async function mayRead(recordId: string, userId: string): Promise<boolean | null> {
  const answer = await queries.fetchQuery(accessTo(recordId, userId))
  return answer.outcome === 'ok' ? answer.value.mayRead : null
}
