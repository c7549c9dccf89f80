import { useQuery } from '@tanstack/react-query'
import { apiHostIn } from '#lib/messaging/own-page.ts'
import type { Inbox } from '#lib/messaging/inbox-requests.ts'
import { type InboxSnapshot, isInboxSnapshot, snapshotKey } from '#lib/messaging/inbox-snapshot.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { behindHost } from '#lib/salesforce/org-host.ts'
import { ask, keys, queries } from './segue.ts'
import { untilAnswered } from './until-answered.ts'
import { useIdle } from './use-idle.ts'

/** The handoffs that wait for me and those I have sent. */
export interface InboxOnHand {
  readonly inbox: Inbox | null
  /** How many there are in each part, while only the beginning is at hand. */
  readonly counts: InboxSnapshot['counts'] | undefined
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly askAgain: () => void
}

/**
 * Reads the inbox: its beginning before the worker is awake, then what this computer has, Salesforce behind it. The
 * worker is not asked before that beginning is painted: it would compete for the processor.
 */
export function useInbox(): InboxOnHand {
  const snapshot = useQuery({ queryKey: keys.inboxSnapshot, queryFn: readSnapshot })
  const enabled = useIdle() || snapshot.data === null
  const cached = useQuery({ queryKey: keys.inbox(false), queryFn: askInbox, enabled })
  const fresh = useQuery({
    queryKey: keys.inbox(true),
    queryFn: refresh,
    enabled,
    refetchInterval: untilAnswered,
  })
  // Once the worker has said who is signed in, or that nobody is, only its word counts.
  const early = cached.data === undefined ? (snapshot.data ?? null) : null
  return {
    inbox: readAgainAt(inboxIn(cached.data) ?? early?.inbox ?? null, fresh.data),
    counts: early?.counts,
    trouble: troubleIn(fresh.data),
    isAsking: fresh.isPending || fresh.isFetching,
    askAgain: () => void fresh.refetch(),
  }
}

function troubleIn(answer: Refreshed | undefined): Trouble | null {
  return answer?.outcome === 'trouble' ? answer.trouble : null
}

type Refreshed = Awaited<ReturnType<typeof refresh>>

/** A thousand rows need not cross twice: when they have changed, or were never read, they are read again. */
async function refresh() {
  const refreshed = await ask('inbox.refresh', { isSeen: !document.hidden })
  const known = queries.getQueryData<Awaited<ReturnType<typeof askInbox>>>(keys.inbox(false))
  if (refreshed.outcome === 'ok' && !inboxIn(known)?.readAt)
    await queries.invalidateQueries({ queryKey: keys.inbox(false) })
  return refreshed
}

/** The inbox with the time at which Salesforce last said so. What was never read is not called empty. */
function readAgainAt(inbox: Inbox | null, refreshed: Refreshed | undefined): Inbox | null {
  const readAt = refreshed?.outcome === 'ok' ? refreshed.value.readAt : null
  return inbox?.readAt && readAt !== null ? { ...inbox, readAt } : inbox
}

function inboxIn(answer: Awaited<ReturnType<typeof askInbox>> | undefined): Inbox | null {
  return answer?.outcome === 'ok' ? answer.value : null
}

const askInbox = () => ask('inbox.read', { fresh: false })

/** What the worker left for the first paint; null when there is nothing of the org that this page is about. */
async function readSnapshot(): Promise<InboxSnapshot | null> {
  const [{ [snapshotKey]: kept }, wanted] = await Promise.all([
    chrome.storage.session.get(snapshotKey),
    apiHostIn(location.href) ?? apiHostInFront(),
  ])
  if (!isInboxSnapshot(kept)) return null
  return wanted === null || kept.inbox.identity?.host === wanted ? kept : null
}

/** The API of the org that the tab in front shows, '' for none that is known; null where it shows no Salesforce. */
async function apiHostInFront(): Promise<string | null> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  const behind = behindHost(URL.parse(tab?.url ?? '')?.hostname ?? '')
  if (behind === null) return null
  return behind.at === 'org' ? behind.org.apiHost : ''
}

/** Reads what the worker left before anything is drawn, so that the first paint is a list. Never fails. */
export function readAhead(): Promise<void> {
  return queries.prefetchQuery({ queryKey: keys.inboxSnapshot, queryFn: readSnapshot })
}
