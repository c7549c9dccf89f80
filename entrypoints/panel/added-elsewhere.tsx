import { useState } from 'react'
import { LinkView } from '#components/evidence/link-view.tsx'
import { SourcesView } from '#components/evidence/sources-view.tsx'
import { TranscriptView } from '#components/evidence/transcript-view.tsx'
import { useSelectionMenu } from '#components/hooks/use-selection-menu.ts'
import type { SourcesOnHand } from '#components/hooks/use-sources.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { EvidenceSource, SourceCard } from '#lib/handoff/evidence-source.ts'
import type { Pinning } from './history.tsx'

interface AddedElsewhereProps {
  readonly sources: SourcesOnHand
  readonly pinning: Pinning
}

/** What was added to this draft from outside Salesforce; one of it open, or all in a list. */
export function AddedElsewhere({ sources, pinning }: AddedElsewhereProps) {
  const [open, setOpen] = useState<EvidenceSource | null>(null)
  const [lastRead, setLastRead] = useState<string | null>(null)
  const hasMenu = useSelectionMenu()
  const read = async ({ id }: SourceCard) => {
    setLastRead(id)
    setOpen(await sources.read(id))
  }
  const back = () => setOpen(null)
  if (open?.kind === 'text') return <TranscriptView source={open} onBack={back} {...pinning} />
  if (open?.kind === 'link') return <LinkView source={open} onBack={back} {...pinning} />
  return (
    <>
      {sources.trouble && (
        <TroubleState trouble={sources.trouble} kept onAction={() => undefined} />
      )}
      <SourcesView
        cards={sources.cards}
        store={sources}
        lastRead={lastRead}
        canTurnOnMenu={hasMenu === false}
        onOpen={(card) => void read(card)}
      />
    </>
  )
}
