import { memo } from 'react'
import { StorageOfUser } from '#components/hooks/storage-of-user.tsx'
import { useIdle } from '#components/hooks/use-idle.ts'
import { moveHere, useAstray, useStorage } from '#components/hooks/use-storage.ts'
import { Astray } from '#components/storage/astray.tsx'

interface StorageOfPanelProps {
  /** The deal that a draft is written for; null when there is none to write. */
  readonly opportunityId: string | null
}

/** What the user has to know of this computer's storage, and the drafts that could go on with this deal. */
export const StorageOfPanel = memo(function StorageOfPanel({ opportunityId }: StorageOfPanelProps) {
  const isIdle = useIdle()
  const state = useStorage(isIdle)
  const astray = useAstray(isIdle)
  return (
    <>
      <StorageOfUser state={state} />
      {opportunityId !== null && (
        <Astray
          astray={astray.filter((draft) => draft.opportunityId !== opportunityId)}
          onMove={(draftKey) => void moveHere(draftKey, opportunityId)}
        />
      )}
    </>
  )
})
