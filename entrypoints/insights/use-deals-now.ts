import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { unexplained } from '#components/hooks/attempted.ts'
import { ask, keys, queries } from '#components/hooks/segue.ts'
import { useOwnDeals } from '#components/hooks/use-own-deals.ts'
import { wordsFor } from '#components/trouble/troubles.ts'
import { mostUnhanded, mostUrgentFirst } from '#lib/handoff/unhanded-order.ts'
import { useWindowFocus } from './use-window-focus.ts'

const foundKey = ['deals', 'found']

/** Reads again how far the drafts on this computer are; Salesforce is not asked. */
export const readDraftsAgain = () =>
  Promise.all([keys.deals(false), foundKey].map((queryKey) => queries.refetchQueries({ queryKey })))

/**
 * The user's own deals, with their drafts as they are whenever the page comes back into sight; where there are more
 * than are listed, with those that were looked for.
 */
export function useDealsNow(today: string) {
  useEffect(look, [])
  useWindowFocus(look)
  const { deals: listed } = useOwnDeals()
  const isCut = listed.length >= mostUnhanded
  const { data: found } = useQuery({
    enabled: isCut,
    queryKey: foundKey,
    queryFn: () => ask('deals.find', { text: null }),
  })
  const more = found?.outcome === 'ok' ? found.value : none
  const deals = useMemo(() => {
    const ids = new Set(listed.map(({ opportunityId }) => opportunityId))
    const others = more.filter(({ opportunityId }) => !ids.has(opportunityId))
    return others.length === 0 ? listed : mostUrgentFirst([...listed, ...others], today)
  }, [listed, more, today])
  return { deals, find: isCut ? find : null }
}

const none = [] as const

const look = () => void readDraftsAgain()

/** Looks for more deals, which are then among the others; a sentence where that did not work. */
async function find(text: string): Promise<{ readonly problem?: string }> {
  const found = await ask('deals.find', { text }).catch(unexplained)
  if (found.outcome === 'trouble')
    return { problem: found.trouble.detail || wordsFor(found.trouble.kind, true).title }
  queries.setQueryData(foundKey, found)
  return {}
}
