import { useEffect } from 'react'
import { keys, queries } from '#components/hooks/segue.ts'
import { useOwnDeals } from '#components/hooks/use-own-deals.ts'

/** Reads again how far the drafts on this computer are; Salesforce is not asked. */
export const readDraftsAgain = () => queries.refetchQueries({ queryKey: keys.deals(false) })

/** The user's own deals, with their drafts as they are whenever the page comes back into sight. */
export function useDealsNow() {
  useEffect(() => {
    const controller = new AbortController()
    const look = () => void readDraftsAgain()
    look()
    addEventListener('focus', look, { signal: controller.signal })
    return () => controller.abort()
  }, [])
  return useOwnDeals().deals
}
