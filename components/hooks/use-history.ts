import { useInfiniteQuery } from '@tanstack/react-query'
import type { HistoryItem, HistoryPage } from '#lib/handoff/history.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { ask, keys } from './segue.ts'

/** What is known of a deal's history, and the way to more of it. */
export interface HistoryOnHand {
  readonly pages: readonly HistoryPage[]
  /** Why the newest page asked for could not be read; what was read stays. */
  readonly trouble: Trouble | null
  readonly isReading: boolean
  readonly hasMore: boolean
  readonly readMore: () => void
  readonly readAgain: () => void
  /** The whole text of an item, or why it could not be read. */
  readonly textOf: (item: HistoryItem) => Promise<WholeText>
}

export type WholeText =
  | { readonly outcome: 'read'; readonly text: string; readonly isWhole: boolean }
  | { readonly outcome: 'failed'; readonly sentence: string }

/** Reads the history of a deal page by page: one call for each, and none for what was read a short while ago. */
export function useHistory(opportunityId: string): HistoryOnHand {
  const read = useInfiniteQuery({
    queryKey: keys.history(opportunityId),
    initialPageParam: { page: 0, fresh: false },
    queryFn: ({ pageParam }) => ask('history.read', { opportunityId, ...pageParam }),
    getNextPageParam: (last) =>
      last.outcome === 'ok' && last.value.hasMore
        ? { page: last.value.page + 1, fresh: false }
        : undefined,
  })
  const answers = read.data?.pages ?? []
  const failed = answers.find((answer) => answer.outcome === 'trouble')
  return {
    pages: answers.flatMap((answer) => (answer.outcome === 'ok' ? [answer.value] : [])),
    trouble: failed?.outcome === 'trouble' ? failed.trouble : null,
    isReading: read.isFetching,
    hasMore: read.hasNextPage,
    readMore: () => {
      if (read.hasNextPage && !read.isFetching) void read.fetchNextPage()
    },
    readAgain: () => void again(opportunityId, read.refetch),
    textOf,
  }
}

/** Salesforce is asked whatever this computer has, then everything that hangs on it is read anew. */
async function again(opportunityId: string, refetch: () => Promise<unknown>): Promise<void> {
  await ask('history.read', { opportunityId, page: 0, fresh: true })
  await refetch()
}

async function textOf({ object, id }: HistoryItem): Promise<WholeText> {
  const asked = readable.find((one) => one === object)
  if (!asked) return { outcome: 'read', text: '', isWhole: true }
  const answer = await ask('history.text', { object: asked, id })
  if (answer.outcome === 'ok') return { outcome: 'read', ...answer.value }
  const { detail } = answer.trouble
  return { outcome: 'failed', sentence: `The whole text could not be read. ${detail}`.trim() }
}

const readable = ['Task', 'Event', 'EmailMessage', 'Note', 'ContentNote'] as const
