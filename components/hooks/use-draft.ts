import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Answer } from '#lib/handoff/answer.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { isLoss, saysMoreOf } from '#lib/handoff/loss.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { type AnswerStore, createAnswerStore } from './answer-store.ts'
import { standOver } from './others-answers.ts'
import { newestRevision, noteSave } from './own-saves.ts'
import { createSaveQueue, type SaveQueue } from './save-queue.ts'
import { ask, keys, queries } from './segue.ts'
import { useWhenLeft } from './use-when-left.ts'
import { type Keeping, whatIsKept } from './what-is-kept.ts'

/** What can be changed about a draft besides its answers. */
type DraftChange = Partial<
  Pick<
    Draft,
    'recipient' | 'variant' | 'unticked' | 'bypass' | 'milestones' | 'template' | 'migrated'
  >
>

interface Lost {
  readonly question: string
  readonly answer: Answer
}

/** The draft of an opportunity as it stands on this computer, and what can be done with it. */
export interface DraftOnHand {
  readonly draft: Draft | null | undefined
  readonly trouble: Trouble | null
  /** Whether it is stored: changes at every key, and concerns only who says so. */
  readonly saving: Keeping
  readonly answer: (question: string, answer: Answer | null) => void
  /** The answer that was last taken away or replaced, to be put back; null when there is none. */
  readonly lost: Lost | null
  readonly change: (change: DraftChange) => Promise<void>
  /** Resolves once every answer is on disk, to the draft as it is stored; to null when an answer could not be kept. */
  readonly stored: () => Promise<Draft | null>
}

/** Reads the draft and keeps what is typed into it; starts one when `mayStart` and there is none. */
export function useDraft(opportunityId: string, mayStart: boolean): DraftOnHand {
  const queue = useMemo(() => queueFor(opportunityId), [opportunityId])
  const saving = useMemo(() => whatIsKept(queue), [queue])
  const read = useQuery({
    queryKey: keys.draft(opportunityId),
    queryFn: async () => withQueued(await readDraft(opportunityId), queue),
  })
  const start = useQuery({
    queryKey: keys.start(opportunityId),
    enabled: mayStart && read.data === null,
    queryFn: async () => {
      const started = await ask('draft.start', { opportunityId })
      if (started.outcome === 'ok') put(opportunityId, started.value)
      return started
    },
  })
  useWhenLeft(queue.flush)
  useEffect(() => standOver(opportunityId, queue), [opportunityId, queue])
  const { lost, follow } = useLost()
  // The same function at every render, so that only the question that changed is drawn again.
  const answer = useCallback(
    (question: string, given: Answer | null) => {
      const known = current(opportunityId)
      follow(question, known?.answers[question], given)
      queue.put(question, given)
      if (known) put(opportunityId, withQueued(known, queue))
    },
    [queue, opportunityId, follow],
  )
  return {
    draft: read.data,
    trouble: start.data?.outcome === 'trouble' ? start.data.trouble : null,
    saving,
    answer,
    lost,
    change: async (change) => {
      const known = current(opportunityId)
      if (!known) return
      put(opportunityId, { ...known, ...change })
      const changed = await ask('draft.change', { draftKey: known.key, change })
      if (changed.outcome === 'ok') return put(opportunityId, withQueued(changed.value, queue))
      await queries.invalidateQueries({ queryKey: keys.draft(opportunityId) })
    },
    stored: async () => {
      await queue.settled()
      return queue.state().state === 'failed' ? null : ask('draft.read', { opportunityId })
    },
  }
}

/** Keeps the answer that can be put back. Nothing is drawn for a change that takes nothing away. */
function useLost() {
  const [lost, setLost] = useState<Lost | null>(null)
  const latest = useRef<Lost | null>(null)
  const follow = useCallback(
    (question: string, before: Answer | undefined, given: Answer | null) => {
      const was = latest.current
      if (before && isLoss(before, given)) latest.current = { question, answer: before }
      else if (was?.question === question && !saysMoreOf(given)) latest.current = null
      if (latest.current !== was) setLost(latest.current)
    },
    [],
  )
  return { lost, follow }
}

/** How the draft of an opportunity is asked for before anything is typed into it. */
export const draftQuery = (opportunityId: string) => ({
  queryKey: keys.draft(opportunityId),
  queryFn: () => readDraft(opportunityId),
})

/** The draft as it is stored. An answer that was overtaken by what was stored meanwhile is asked for again. */
async function readDraft(opportunityId: string): Promise<Draft | null> {
  const stored = await ask('draft.read', { opportunityId })
  // A draft that is gone was sent, in one step: the outbox must be known before another is started.
  if (stored === null) await queries.invalidateQueries({ queryKey: keys.outbox(opportunityId) })
  const isOld = stored !== null && stored.revision < newestRevision(stored)
  return isOld ? ask('draft.read', { opportunityId }) : stored
}

function current(opportunityId: string): Draft | null {
  return queries.getQueryData<Draft | null>(keys.draft(opportunityId)) ?? null
}

function put(opportunityId: string, draft: Draft | null): void {
  queries.setQueryData(keys.draft(opportunityId), draft)
}

function withQueued<Stored extends Draft | null>(draft: Stored, queue: SaveQueue): Stored {
  return draft === null ? draft : { ...draft, answers: { ...queue.over(draft.answers) } }
}

function queueFor(opportunityId: string): SaveQueue {
  let own: { readonly draftKey: string; readonly store: AnswerStore } | null = null
  return createSaveQueue(async (question, answer) => {
    const known = current(opportunityId)
    if (!known) return 'The draft is no longer there.'
    const { key: draftKey } = known
    own = own?.draftKey === draftKey ? own : { draftKey, store: createAnswerStore(draftKey) }
    const storing = own.store(question, answer)
    void noteSave(
      draftKey,
      storing.then((stored) => (stored.outcome === 'ok' ? stored.value.revision : null)),
    )
    const stored = await storing
    return stored.outcome === 'ok' ? null : stored.trouble.detail
  })
}
