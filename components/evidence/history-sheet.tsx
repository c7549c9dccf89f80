import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Tabs } from '#components/insights/tabs.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { useFocusNearby } from '#components/ui/use-focus-nearby.ts'
import styles from './history-sheet.module.css'

/** The two places evidence comes from. */
export type EvidencePlace = 'history' | 'elsewhere'

interface HistorySheetProps {
  readonly place: EvidencePlace
  readonly onPlace: (place: EvidencePlace) => void
  readonly added: number
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The deal's history and what was added from elsewhere, over the draft. */
export function HistorySheet({ place, onPlace, added, onClose, children }: HistorySheetProps) {
  const frame = useRef<HTMLDivElement>(null)
  useFocusNearby()
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input[type=search]')?.focus()
  }, [])
  const tabs = [
    { key: 'history', label: 'History' },
    { key: 'elsewhere', label: added === 0 ? 'From elsewhere' : `From elsewhere (${added})` },
  ] as const
  return (
    <Sheet title="History and evidence" onClose={onClose}>
      <div ref={frame} role="presentation" className={styles['frame']} onKeyDown={keepKeys}>
        <Tabs label="Where evidence comes from" {...{ tabs }} chosen={place} onChoose={onPlace}>
          {children}
        </Tabs>
      </div>
    </Sheet>
  )
}

/** The draft below has keys of its own, which are not meant while it is covered. */
function keepKeys(event: KeyboardEvent): void {
  const isSubmit = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
  if (isSubmit || event.altKey) event.stopPropagation()
}
