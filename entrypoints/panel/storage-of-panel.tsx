import {
  markRestoredAsRead,
  moveHere,
  openStorageAgain,
  useAstray,
  useStorage,
} from '#components/hooks/use-storage.ts'
import { Astray } from '#components/storage/astray.tsx'
import { StorageNotices } from '#components/storage/storage-notices.tsx'

interface StorageOfPanelProps {
  /** The deal that a draft is written for; null when there is none to write. */
  readonly opportunityId: string | null
}

/** What the user has to know of this computer's storage, and the drafts that could go on with this deal. */
export function StorageOfPanel({ opportunityId }: StorageOfPanelProps) {
  const state = useStorage()
  const astray = useAstray()
  return (
    <>
      {state && (
        <StorageNotices
          state={state}
          onRead={() => void markRestoredAsRead()}
          onTryAgain={() => void openStorageAgain()}
        />
      )}
      {opportunityId !== null && (
        <Astray
          astray={astray.filter((draft) => draft.opportunityId !== opportunityId)}
          onMove={(draftKey) => void moveHere(draftKey, opportunityId)}
        />
      )}
    </>
  )
}
