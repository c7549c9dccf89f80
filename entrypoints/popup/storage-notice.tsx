import type { ReactNode } from 'react'
import { isAsUsual, StorageOfUser } from '#components/hooks/storage-of-user.tsx'
import { useIdle } from '#components/hooks/use-idle.ts'
import { useStorage } from '#components/hooks/use-storage.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'

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
  const isSaid = trouble?.kind === 'storage-newer'
  return { storage: <StorageOfUser state={state} />, trouble: isSaid ? null : trouble }
}
