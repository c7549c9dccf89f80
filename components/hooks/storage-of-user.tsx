import { lazy, Suspense } from 'react'
import type { StorageState } from '#lib/messaging/storage-requests.ts'
import { markRestoredAsRead, openStorageAgain } from './use-storage.ts'

/** Loaded when there is something to say, which is rare. */
const StorageNotices = lazy(async () => ({
  default: (await import('#components/storage/storage-notices.tsx')).StorageNotices,
}))

/** What the user has to know of this computer's storage; nothing while all is as usual. */
export function StorageOfUser({ state }: { readonly state: StorageState | undefined }) {
  if (state === undefined || isAsUsual(state)) return null
  return (
    <Suspense>
      <StorageNotices
        state={state}
        onRead={() => void markRestoredAsRead()}
        onTryAgain={() => void openStorageAgain()}
      />
    </Suspense>
  )
}

/** Whether the storage does what it should, and nothing is to be said of it. */
export function isAsUsual({ mode, restored, lost, held }: StorageState): boolean {
  return mode === 'usual' && restored.length + lost + held.length === 0
}
