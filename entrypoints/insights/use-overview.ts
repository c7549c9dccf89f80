import { useQuery } from '@tanstack/react-query'
import { ask } from '#components/hooks/segue.ts'
import type { Overview } from '#lib/messaging/overview-requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'

/** Whose handoffs, and how many days back. */
export interface OverviewAsked {
  readonly scope: 'team' | 'all'
  readonly days: number
}

/** What a manager looks at, as far as it is known. */
export interface OverviewOnHand {
  readonly overview: Overview | null
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly askAgain: () => void
}

/** Reads the overview: what this computer has at once, Salesforce behind it. */
export function useOverview(asked: OverviewAsked): OverviewOnHand {
  const kept = useQuery({
    queryKey: ['overview', asked, 'kept'],
    queryFn: () => ask('overview.read', { ...asked, fresh: false }),
  })
  const fresh = useQuery({
    queryKey: ['overview', asked, 'fresh'],
    queryFn: () => ask('overview.read', { ...asked, fresh: true }),
  })
  const known = kept.data?.outcome === 'ok' ? kept.data.value : null
  const now = fresh.data?.outcome === 'ok' ? fresh.data.value : null
  return {
    overview: now ?? known,
    trouble: fresh.data?.outcome === 'trouble' ? fresh.data.trouble : null,
    isAsking: fresh.isFetching,
    askAgain: () => void fresh.refetch(),
  }
}
