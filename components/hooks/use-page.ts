import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import { ask, keys } from './segue.ts'
import { useIdle } from './use-idle.ts'
import { readPage } from './what-is-here.ts'

/**
 * The opportunity of the page this panel sits on; undefined while asking, null when there is none. Under any
 * page but its own tab's record page, and inside any other frame, there is none.
 */
export function usePage(): string | null | undefined {
  const { data } = useQuery(pageQuery)
  return data && opportunityOn(data)
}

/** How it is asked which page this is. */
export const pageQuery = {
  queryKey: keys.page,
  queryFn: readPage,
}

/** The opportunity that this page may show; null when there is none. */
export function opportunityOn({
  host,
  opportunityId,
}: Pick<AnswerOf<'page.read'>, 'host' | 'opportunityId'>): string | null {
  return isDirectlyUnder(host) ? opportunityId : null
}

/** Whether nothing stands between this page and the tab's own page at this host. */
function isDirectlyUnder(host: string | null): boolean {
  const ancestors = [...(location.ancestorOrigins ?? [])]
  return ancestors.every((origin) => origin === `https://${host}`) && ancestors.length <= 1
}

const shortcutQuery = { queryKey: keys.shortcut, queryFn: () => ask('shortcut.read', {}) }

/** The keys that open the handoff, as the browser really has them bound; asked for after the first paint. */
export function useShortcut(): string {
  const enabled = useIdle()
  const { data } = useQuery({ ...shortcutQuery, enabled })
  return data?.keys ?? ''
}
