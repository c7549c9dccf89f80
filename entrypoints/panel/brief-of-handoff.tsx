import { useMemo } from 'react'
import { BriefView } from '#components/packet/brief-view.tsx'
import { brief } from '#lib/handoff/brief.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Template } from '#lib/handoff/template.ts'

interface BriefOfHandoffProps {
  readonly handoff: Handoff
  readonly template: Template | undefined
}

/** The brief of a handoff whose packet this reader may see; nothing otherwise. */
export function BriefOfHandoff({ handoff, template }: BriefOfHandoffProps) {
  const { packet, name } = handoff
  const made = useMemo(
    // The packet was redacted for its reader when it was sent.
    () =>
      packet && template ? brief({ template, packet, name, about: handoff }, 'recipient') : null,
    [handoff, packet, name, template],
  )
  return made && <BriefView brief={made} onLine={showInPacket} />
}

/** Brings the answer of a question into view and gives it the focus. */
function showInPacket(question: string): void {
  const place = document.querySelector<HTMLElement>(`[data-question="${CSS.escape(question)}"]`)
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}
