import { markRestoredAsRead, openStorageAgain, useStorage } from '#components/hooks/use-storage.ts'
import { StorageView } from '#components/options/storage-view.tsx'
import { StorageNotices } from '#components/storage/storage-notices.tsx'

/** How well this computer keeps what is written, and what had to be made good. */
export function Storage() {
  const state = useStorage()
  if (state === undefined) return <p>Looking at this computer…</p>
  return (
    <>
      <StorageNotices
        state={state}
        onRead={() => void markRestoredAsRead()}
        onTryAgain={() => void openStorageAgain()}
      />
      <StorageView state={state} />
    </>
  )
}
