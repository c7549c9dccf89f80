import { useQuery } from '@tanstack/react-query'
import { tierSchema, type Tier } from '#lib/handoff/tier.ts'
import { ask, keys } from './segue.ts'

/** Only answers that this circle may read leave the computer, as the company has decided. */
export function useNarrowestTier(): Tier {
  const { data } = useQuery({ queryKey: keys.policy, queryFn: () => ask('policy.read', {}) })
  const decided = data?.set.find(({ key }) => key === 'narrowestTier')?.value
  return tierSchema.safeParse(decided).data ?? 'recipient'
}
