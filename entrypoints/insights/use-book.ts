import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { unexplained } from '#components/hooks/attempted.ts'
import { ask, queries } from '#components/hooks/segue.ts'
import { useFacts } from '#components/hooks/use-facts.ts'
import type { Book } from '#lib/handoff/book.ts'
import type { Fact } from '#lib/messaging/facts.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { useWindowFocus } from './use-window-focus.ts'

/** Everything that was read because somebody leaves. */
export const leavingKey = ['leaving']

const bookKey = (userId: string, ownerId: string, fresh: boolean) => [
  ...leavingKey,
  userId,
  ownerId,
  fresh,
]

/** The people whom a manager may choose from. */
export function usePeople(userId: string, scope: 'team' | 'all') {
  const asked = useQuery({
    queryKey: [...leavingKey, userId, 'people', scope],
    queryFn: () => ask('leaving.people', { scope }).catch(unexplained),
    placeholderData: keepPreviousData,
  })
  const { data: answer } = asked
  return {
    people: answer?.outcome === 'ok' ? answer.value : null,
    trouble: answer?.outcome === 'trouble' ? answer.trouble : null,
    askAgain: () => void asked.refetch(),
  }
}

/** What somebody has to hand over, as far as it is known. */
interface BookOnHand {
  readonly book: Book | null
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly askAgain: () => void
  /** Reads again which deals have a draft; Salesforce is not asked. */
  readonly readDrafts: () => Promise<unknown>
}

/** Reads it: what this computer has at once, Salesforce behind it. */
export function useBook(userId: string, ownerId: string): BookOnHand {
  const kept = useQuery(reading(userId, ownerId, false))
  const fresh = useQuery(reading(userId, ownerId, true))
  const { refetch } = fresh
  useFacts(
    useCallback(
      ({ fact }: Fact) => {
        // A handoff was sent, or decided.
        if (fact === 'inbox-changed') void refetch()
      },
      [refetch],
    ),
  )
  useWindowFocus(useCallback(() => void readKept(userId, ownerId), [userId, ownerId]))
  // Both tell of the drafts on this computer: whatever was read last knows most of them.
  const isFreshLatest = fresh.dataUpdatedAt >= kept.dataUpdatedAt
  const inTurn = isFreshLatest ? [fresh.data, kept.data] : [kept.data, fresh.data]
  const [book = null] = inTurn.flatMap((answer) =>
    answer?.outcome === 'ok' && answer.value ? [answer.value] : [],
  )
  return {
    book,
    trouble: fresh.data?.outcome === 'trouble' ? fresh.data.trouble : null,
    isAsking: fresh.isFetching,
    askAgain: () => void refetch(),
    readDrafts: () => readKept(userId, ownerId),
  }
}

const readKept = (userId: string, ownerId: string) =>
  queries.refetchQueries({ queryKey: bookKey(userId, ownerId, false) })

function reading(userId: string, ownerId: string, fresh: boolean) {
  return {
    queryKey: bookKey(userId, ownerId, fresh),
    queryFn: () => ask('leaving.book', { ownerId, fresh }).catch(unexplained),
  }
}
