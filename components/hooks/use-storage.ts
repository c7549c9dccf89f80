import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { StorageState } from '#lib/messaging/storage-requests.ts'
import { ask, keys, queries } from './segue.ts'

/** How well this computer keeps what is written; undefined while asking, or before it is time to. */
export function useStorage(isTime = true): StorageState | undefined {
  return useQuery({ queryKey: keys.storage, queryFn: askStorage, enabled: isTime }).data
}

const askStorage = () => ask('storage.read', {})

/** The user has read what was restored. */
export async function markRestoredAsRead(): Promise<void> {
  await ask('storage.seen', {})
  await queries.invalidateQueries({ queryKey: keys.storage })
}

/** Tries the database again; whatever is shown from it is read anew. */
export async function openStorageAgain(): Promise<void> {
  await ask('storage.retry', {})
  await queries.invalidateQueries()
}

const askAstray = () => ask('draft.astray', {})

/** The user's drafts whose opportunity is gone; none while asking, or before it is time to. */
export function useAstray(isTime: boolean): AnswerOf<'draft.astray'> {
  const { data } = useQuery({ queryKey: keys.astray, queryFn: askAstray, enabled: isTime })
  return data ?? []
}

/** Moves such a draft to another opportunity. */
export async function moveHere(draftKey: string, opportunityId: string): Promise<void> {
  await ask('draft.retarget', { draftKey, opportunityId })
  await queries.invalidateQueries({ queryKey: keys.draft(opportunityId) })
  await queries.invalidateQueries({ queryKey: keys.astray })
}
