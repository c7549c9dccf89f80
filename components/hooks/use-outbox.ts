import { useQuery } from '@tanstack/react-query'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import { ask, keys } from './segue.ts'

/** What is on its way to Salesforce for an opportunity, newest first; undefined until it is read. */
export function useOutbox(opportunityId: string): readonly OutboxItem[] | undefined {
  const { data } = useQuery(outboxQuery(opportunityId))
  return data?.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
}

/** How it is asked what is on its way for an opportunity. */
export const outboxQuery = (opportunityId: string) => ({
  queryKey: keys.outbox(opportunityId),
  queryFn: () => ask('outbox.read', { opportunityId }),
})
