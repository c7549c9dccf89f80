import { useQuery } from '@tanstack/react-query'
import { ask, keys } from './segue.ts'

/** The opportunity of the page this panel sits on; undefined while asking, null when there is none. */
export function usePage(): string | null | undefined {
  const { data } = useQuery({ queryKey: keys.page, queryFn: () => ask('page.read', {}) })
  return data === undefined ? undefined : data.opportunityId
}

/** The keys that open the handoff, as the browser really has them bound. */
export function useShortcut(): string {
  const { data } = useQuery({ queryKey: keys.shortcut, queryFn: () => ask('shortcut.read', {}) })
  return data?.keys ?? ''
}
