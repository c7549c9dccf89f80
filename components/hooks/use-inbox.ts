import { useQuery } from '@tanstack/react-query'
import { type Inbox, inboxSnapshotSchema, snapshotKey } from '#lib/messaging/inbox-requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { ask, keys } from './segue.ts'

/** The handoffs that wait for me and those I have sent. */
export interface InboxOnHand {
  readonly inbox: Inbox | null
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly askAgain: () => void
}

/** Reads the inbox: its beginning before the worker is awake, then what this computer has, Salesforce behind it. */
export function useInbox(): InboxOnHand {
  const snapshot = useQuery({ queryKey: keys.inboxSnapshot, queryFn: readSnapshot })
  const cached = useQuery({
    queryKey: keys.inbox(false),
    queryFn: () => askInbox(false),
  })
  const fresh = useQuery({
    queryKey: keys.inbox(true),
    queryFn: () => askInbox(true),
  })
  const newest =
    cached.dataUpdatedAt > fresh.dataUpdatedAt ? cached.data : (fresh.data ?? cached.data)
  const known = inboxIn(newest) ?? inboxIn(cached.data)
  // Once the worker has said who is signed in, or that nobody is, only its word counts.
  const early = cached.data === undefined ? (snapshot.data ?? null) : null
  return {
    inbox: known ?? early,
    trouble: fresh.data?.outcome === 'trouble' ? fresh.data.trouble : null,
    isAsking: fresh.isFetching,
    askAgain: () => void fresh.refetch(),
  }
}

function inboxIn(answer: Awaited<ReturnType<typeof askInbox>> | undefined): Inbox | null {
  return answer?.outcome === 'ok' ? answer.value : null
}

const askInbox = (fresh: boolean) => ask('inbox.read', { fresh })

/** What the worker left for the first paint; null when there is nothing, or nothing that can be read. */
async function readSnapshot(): Promise<Inbox | null> {
  const kept = await chrome.storage.session.get(snapshotKey)
  return inboxSnapshotSchema.safeParse(kept[snapshotKey]).data?.inbox ?? null
}
