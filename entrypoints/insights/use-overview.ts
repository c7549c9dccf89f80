import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#components/hooks/segue.ts'
import type { Overview } from '#lib/messaging/overview-requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'

/** Who asks, for whose handoffs, and how many days back. */
export interface OverviewAsked {
  readonly userId: string
  readonly scope: 'team' | 'all'
  readonly days: number
}

/** What a manager looks at, as far as it is known. */
export interface OverviewOnHand {
  readonly overview: Overview | null
  /** How many days back that goes: until what was asked for is read, it is what was asked for before. */
  readonly days: number
  /** It was refused what was asked for: what was shown before is shown still. */
  readonly isFormer: boolean
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly askAgain: () => void
}

/** Reads the overview: what this computer has at once, Salesforce behind it. */
export function useOverview(asked: OverviewAsked): OverviewOnHand {
  const kept = useQuery(reading(asked, false))
  const fresh = useQuery(reading(asked, true))
  const isNew = ({ isPlaceholderData }: typeof fresh) => !isPlaceholderData
  const [shown] = [...[fresh, kept].filter(isNew), fresh, kept].flatMap(({ data }) =>
    data?.answer.outcome === 'ok' && data.answer.value
      ? [{ overview: data.answer.value, days: data.days }]
      : [],
  )
  const { overview = null, days = asked.days } = useLatest(shown) ?? {}
  const { answer } = (isNew(fresh) && fresh.data) || {}
  return {
    overview,
    days,
    isFormer: shown === undefined && overview !== null,
    trouble: answer?.outcome === 'trouble' ? answer.trouble : null,
    isAsking: fresh.isFetching,
    askAgain: () => void fresh.refetch(),
  }
}

type Shown = Pick<OverviewOnHand, 'days'> & { readonly overview: Overview }

/** What is shown, or was the last to be. */
function useLatest(shown: Shown | undefined): Shown | undefined {
  const [former, setFormer] = useState(shown)
  if (shown && shown.overview !== former?.overview) setFormer(shown)
  return shown ?? former
}

function reading({ userId, scope, days }: OverviewAsked, fresh: boolean) {
  return {
    queryKey: ['overview', userId, scope, days, fresh],
    queryFn: async () => ({ days, answer: await ask('overview.read', { scope, days, fresh }) }),
    placeholderData: keepPreviousData,
  }
}
