import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { HistoryItem, HistoryPage } from '#lib/handoff/history.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { ask, keys, queries } from './segue.ts'

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

type Answer = AnswerOf<'history.read'>

/** Reads the history of a deal page by page: one call for each, and none for what was read a short while ago. */
export function useHistory(opportunityId: string): HistoryOnHand {
  const queryKey = keys.history(opportunityId)
  const {
    data: answers = [],
    isFetching,
    refetch,
  } = useQuery({
    queryKey,
    queryFn: () => readFrom(opportunityId, 0, queries.getQueryData<Answer[]>(queryKey)?.length),
  })
  const [isReadingMore, setReadingMore] = useState(false)
  const [failed] = answers.flatMap((one) => (one.outcome === 'trouble' ? one.trouble : []))
  const next = nextAfter(answers.at(-1))
  const isReading = isFetching || isReadingMore
  // A list that is laid out asks twice before it is drawn.
  const isUnderWay = useRef(false)
  const more = async (page: number) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setReadingMore(true)
    try {
      const older = await readFrom(opportunityId, page)
      queries.setQueryData<Answer[]>(queryKey, (known = []) => [...known, ...older])
    } finally {
      isUnderWay.current = false
      setReadingMore(false)
    }
  }
  return {
    pages: answers.flatMap((answer) => (answer.outcome === 'ok' ? [answer.value] : [])),
    trouble: failed ?? null,
    isReading,
    hasMore: next !== null,
    readMore: () => {
      if (next !== null && !isReading) void more(next)
    },
    readAgain: () => void again(opportunityId, refetch),
    textOf,
  }
}

const nextAfter = (last: Answer | undefined) =>
  last?.outcome === 'ok' && last.value.hasMore ? last.value.page + 1 : null

/** As many pages as wanted, the first being `page`, as far as there are any and they can be read. */
async function readFrom(opportunityId: string, page: number, count = 1): Promise<Answer[]> {
  const answer = await ask('history.read', { opportunityId, page, fresh: false })
  const next = nextAfter(answer)
  if (next === null || count <= 1) return [answer]
  return [answer, ...(await readFrom(opportunityId, next, count - 1))]
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
