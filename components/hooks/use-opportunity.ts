import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Context } from '#lib/salesforce/context.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { ask, keys, queries } from './segue.ts'
import { untilAnswered } from './until-answered.ts'
import { useComingBack } from './use-coming-back.ts'
import { draftQuery } from './use-draft.ts'

/** What is known of the opportunity, from this computer at once and from Salesforce when it has answered. */
export interface Opportunity {
  readonly context: Context | null
  /** Why Salesforce did not answer; what is known from before stays. */
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly askAgain: () => void
}

/** How this computer is asked what it has of an opportunity. */
export const cachedQuery = (opportunityId: string) => ({
  queryKey: keys.cached(opportunityId),
  queryFn: () => ask('context.read', { opportunityId, fresh: false }),
})

/** How long Salesforce may wait for what this computer has to be drawn, in milliseconds. */
const LATEST = 300

/**
 * Resolves once what this computer has of an opportunity is drawn, and at once where it has nothing. To ask Salesforce
 * is much work for a worker that has just woken: it would keep the draft from being answered, and then from being drawn.
 */
async function shownFromHere(opportunityId: string): Promise<void> {
  const cached = await queries.ensureQueryData(cachedQuery(opportunityId)).catch(() => null)
  if (cached?.outcome !== 'ok' || cached.value === null) return
  await queries.ensureQueryData(draftQuery(opportunityId)).catch(() => null)
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: LATEST }))
}

const MINUTE = 60_000
const rarest = 15

/**
 * Reads again what has come into sight again, once it is as many minutes old as it was read times, or a quarter of an
 * hour: who goes back and forth all day costs few calls.
 */
function readIfOld(opportunityId: string): void {
  const queryKey = keys.fresh(opportunityId)
  const { dataUpdatedAt = 0, dataUpdateCount = 0 } = queries.getQueryState(queryKey) ?? {}
  const isOld = Date.now() - dataUpdatedAt >= Math.min(dataUpdateCount, rarest) * MINUTE
  if (dataUpdateCount > 0 && isOld) void queries.invalidateQueries({ queryKey })
}

async function readFresh(opportunityId: string) {
  await shownFromHere(opportunityId)
  const opening = queries.getQueryData(keys.fresh(opportunityId)) === undefined
  const answer = await ask('context.read', { opportunityId, fresh: true, opening })
  // What is shown instead is what was read last, not what there was when the panel was opened.
  if (answer.outcome === 'trouble' && !opening)
    await queries.invalidateQueries({ queryKey: keys.cached(opportunityId) })
  return answer
}

/** Reads the context of an opportunity: first what this computer has, then Salesforce, in one call. */
export function useOpportunity(opportunityId: string): Opportunity {
  const cached = useQuery(cachedQuery(opportunityId))
  const fresh = useQuery({
    queryKey: keys.fresh(opportunityId),
    queryFn: () => readFresh(opportunityId),
    refetchInterval: untilAnswered,
  })
  useComingBack(useCallback(() => readIfOld(opportunityId), [opportunityId]))
  const known = cached.data?.outcome === 'ok' ? cached.data.value : null
  const now = fresh.data?.outcome === 'ok' ? fresh.data.value : null
  return {
    context: now ?? known,
    trouble: fresh.data?.outcome === 'trouble' ? fresh.data.trouble : null,
    isAsking: fresh.isFetching,
    askAgain: () => void fresh.refetch(),
  }
}
