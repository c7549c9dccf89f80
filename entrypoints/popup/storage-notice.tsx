import { lazy, type ReactNode, Suspense } from 'react'
import { useIdle } from '#components/hooks/use-idle.ts'
import { markRestoredAsRead, openStorageAgain, useStorage } from '#components/hooks/use-storage.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import type { StorageState } from '#lib/messaging/storage-requests.ts'

/** Loaded when there is something to say, which is rare. */
const StorageNotices = lazy(async () => ({
  default: (await import('#components/storage/storage-notices.tsx')).StorageNotices,
}))

interface StorageNotice {
  /** Null while all is as usual. */
  readonly storage: ReactNode
  /** What else there is to say; nothing is said twice. */
  readonly trouble: Trouble | null
}

/** What the user has to know of this computer's storage, asked for after the first paint. */
export function useStorageNotice(trouble: Trouble | null): StorageNotice {
  const state = useStorage(useIdle())
  if (state === undefined || isAsUsual(state)) return { storage: null, trouble }
  const storage = (
    <Suspense>
      <StorageNotices
        state={state}
        onRead={() => void markRestoredAsRead()}
        onTryAgain={() => void openStorageAgain()}
      />
    </Suspense>
  )
  return { storage, trouble: trouble?.kind === 'storage-newer' ? null : trouble }
}

function isAsUsual({ mode, restored, lost, held }: StorageState): boolean {
  return mode === 'usual' && restored.length + lost + held.length === 0
}
