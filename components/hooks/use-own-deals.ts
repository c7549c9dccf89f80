import { useQuery } from '@tanstack/react-query'
import { ask, keys } from './segue.ts'
import { useIdle } from './use-idle.ts'

/** The user's own deals without a handoff: as this computer last read them, then as Salesforce has them. */
export function useOwnDeals() {
  const enabled = useIdle()
  const kept = useQuery({
    enabled,
    queryKey: keys.deals(false),
    queryFn: () => ask('deals.read', { fresh: false }),
  })
  const fresh = useQuery({
    enabled,
    queryKey: keys.deals(true),
    queryFn: () => ask('deals.read', { fresh: true }),
  })
  // Both tell of the drafts on this computer: whatever was read last knows most of them.
  const isFreshLatest = fresh.dataUpdatedAt >= kept.dataUpdatedAt
  const inTurn = isFreshLatest ? [fresh.data, kept.data] : [kept.data, fresh.data]
  const known = inTurn.find((answer) => answer?.outcome === 'ok')
  return {
    deals: known?.outcome === 'ok' ? known.value.deals : [],
    askDealsAgain: () => void fresh.refetch(),
  }
}
