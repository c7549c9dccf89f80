import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'
import { type EvidenceDesk, WithEvidenceDesk } from '#components/evidence/evidence-desk.ts'
import { useAdded } from '#components/hooks/use-added.ts'
import type { Pinboard } from '#components/evidence/pinning.ts'

/** Loaded when it is opened. */
const History = lazy(async () => ({ default: (await import('./history.tsx')).History }))

interface EvidenceOfDraftProps {
  readonly board: Pinboard
  readonly draftKey: string
  readonly children: ReactNode
}

/** Gives everything in a draft the way to the deal's history, and shows it. */
export function EvidenceOfDraft({ board, draftKey, children }: EvidenceOfDraftProps) {
  const [sought, setSought] = useState<{ readonly question: string | null } | null>(null)
  const found = useAdded(draftKey)
  const added = found?.outcome === 'ok' ? found.value.length : 0
  const desk = useMemo<EvidenceDesk>(
    () => ({ open: (question) => setSought({ question }), added }),
    [added],
  )
  const close = useCallback(() => setSought(null), [])
  return (
    <WithEvidenceDesk value={desk}>
      {children}
      {sought && (
        <Suspense>
          <History {...{ board, draftKey }} question={sought.question} onClose={close} />
        </Suspense>
      )}
    </WithEvidenceDesk>
  )
}
