import { useQuery } from '@tanstack/react-query'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import { ask, keys } from './segue.ts'
import { useIdle } from './use-idle.ts'

const allSendings = { queryKey: keys.sendings, queryFn: () => ask('outbox.read', {}) }

/**
 * What is on its way to Salesforce for any opportunity, newest first, and a way to read it again. Asked for after the
 * first paint.
 */
export function useOperations(): {
  readonly operations: readonly OutboxItem[]
  readonly readAgain: () => Promise<unknown>
} {
  const enabled = useIdle()
  const { data = [], refetch } = useQuery({ ...allSendings, enabled })
  const operations = data.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
  return { operations, readAgain: refetch }
}
