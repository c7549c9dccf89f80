import { useQuery } from '@tanstack/react-query'
import type { Inbox } from '#lib/messaging/inbox-requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { ask, keys } from './segue.ts'

/** The handoffs that wait for me and those I have sent. */
export interface InboxOnHand {
  readonly inbox: Inbox | null
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly askAgain: () => void
}

/** Reads the inbox: what this computer has at once, Salesforce behind it. */
export function useInbox(): InboxOnHand {
  const cached = useQuery({
    queryKey: keys.inbox(false),
    queryFn: () => ask('inbox.read', { fresh: false }),
  })
  const fresh = useQuery({
    queryKey: keys.inbox(true),
    queryFn: () => ask('inbox.read', { fresh: true }),
  })
  const newest =
    cached.dataUpdatedAt > fresh.dataUpdatedAt ? cached.data : (fresh.data ?? cached.data)
  const known =
    newest?.outcome === 'ok'
      ? newest.value
      : cached.data?.outcome === 'ok'
        ? cached.data.value
        : null
  return {
    inbox: known,
    trouble: fresh.data?.outcome === 'trouble' ? fresh.data.trouble : null,
    isAsking: fresh.isFetching,
    askAgain: () => void fresh.refetch(),
  }
}
