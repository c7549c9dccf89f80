import { useQuery } from '@tanstack/react-query'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import { ask } from './segue.ts'

const key = ['outbox', 'all'] as const

/** What is on its way to Salesforce for any opportunity, newest first, and a way to read it again. */
export function useOperations(): {
  readonly operations: readonly OutboxItem[]
  readonly readAgain: () => Promise<unknown>
} {
  const { data = [], refetch } = useQuery({ queryKey: key, queryFn: () => ask('outbox.read', {}) })
  const operations = data.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
  return { operations, readAgain: refetch }
}
