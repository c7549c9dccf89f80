import { StorageOfUser } from '#components/hooks/storage-of-user.tsx'
import { useStorage } from '#components/hooks/use-storage.ts'
import { StorageView } from '#components/options/storage-view.tsx'

/** How well this computer keeps what is written, and what had to be made good. */
export function Storage() {
  const state = useStorage()
  if (state === undefined) return <p>Looking at this computer…</p>
  return (
    <>
      <StorageOfUser state={state} />
      <StorageView state={state} />
    </>
  )
}
