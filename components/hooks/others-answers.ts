import type { Draft } from '#lib/handoff/draft.ts'
import type { Fact } from '#lib/messaging/facts.ts'
import { newestRevision, noteRevision } from './own-saves.ts'
import { layOver, type SaveQueue } from './save-queue.ts'
import { keys, queries } from './segue.ts'

/** What is typed in this surface and not yet stored, by the opportunity it is about. */
const unsaved = new Map<string, Pick<SaveQueue, 'over'>>()

/** From now on what this queue holds stands over what others say of the opportunity; until the returned is called. */
export function standOver(opportunityId: string, queue: Pick<SaveQueue, 'over'>): () => void {
  unsaved.set(opportunityId, queue)
  return () => {
    if (unsaved.get(opportunityId) === queue) unsaved.delete(opportunityId)
  }
}

/**
 * Takes in what another surface has answered, without asking for the draft. Returns whether that could be done: only
 * where the answer came with the word, and follows upon what is known here.
 */
export function takeIn(change: Extract<Fact, { fact: 'draft-changed' }>): boolean {
  const { draftKey, opportunityId, revision, answered } = change
  const queue = unsaved.get(opportunityId)
  const queryKey = keys.draft(opportunityId)
  const draft = queries.getQueryData<Draft | null>(queryKey)
  if (!answered || !queue || draft?.key !== draftKey) return false
  if (newestRevision(draft) !== revision - 1) return false
  noteRevision(draftKey, revision)
  const theirs = layOver(draft.answers, new Map([[answered.question, answered.answer]]))
  queries.setQueryData(queryKey, { ...draft, revision, answers: queue.over(theirs) })
  return true
}
