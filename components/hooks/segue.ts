import { notifyManager, QueryClient } from '@tanstack/react-query'
import { createAsk } from '#lib/messaging/client.ts'

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Asks the worker. */
export const ask = createAsk(chrome.runtime, wait)

// What has been read is drawn in the task in which it came: by default it waits for a timer, at each step anew.
notifyManager.setScheduler(queueMicrotask)

/**
 * What this surface has read so far. Facts from the worker say when it is out of date; the clock does not. The worker
 * answers without a network too: it knows what is kept here, and what waits to be sent.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
  },
})

/** Names of what is read, so that a fact can call it stale. */
export const keys = {
  page: ['page'],
  identity: ['identity'],
  shortcut: ['shortcut'],
  privacy: ['privacy'],
  policy: ['policy'],
  doctor: ['doctor'],
  names: ['doctor', 'names'],
  deployment: (id: string) => ['deployment', id],
  signIn: ['sign-in'],
  cached: (opportunityId: string) => ['context', opportunityId, 'cached'],
  fresh: (opportunityId: string) => ['context', opportunityId, 'fresh'],
  draft: (opportunityId: string) => ['draft', opportunityId],
  start: (opportunityId: string) => ['draft', opportunityId, 'start'],
  sendings: ['outbox', 'all'],
  outbox: (opportunityId: string) => ['outbox', opportunityId],
  offered: (object: string, recordTypeId: string) => ['offered', object, recordTypeId],
  access: (recordId: string, userId: string) => ['access', recordId, userId],
  evidence: (draftKey: string) => ['evidence', draftKey],
  history: (opportunityId: string) => ['history', opportunityId],
  inboxSnapshot: ['inbox-snapshot'],
  choices: (draftKey: string, modifiedAt: string) => ['choices', draftKey, modifiedAt],
  deals: (fresh: boolean) => ['deals', fresh ? 'fresh' : 'kept'],
  storage: ['storage'],
  astray: ['draft', 'astray'],
  inbox: (fresh: boolean) => ['inbox', fresh ? 'fresh' : 'cached'],
} as const
