import { useMemo } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { BriefView } from '#components/packet/brief-view.tsx'
import { isTaken, readableBy } from '#lib/handoff/chain.ts'
import { brief } from '#lib/handoff/brief.ts'
import type { BriefSource } from '#lib/handoff/brief-source.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Template } from '#lib/handoff/template.ts'
import { useWordedTemplate } from './use-worded-template.ts'

interface Read {
  readonly handoff: Handoff
  readonly template: Template | undefined
  /** All of this deal, and those of the account's other deals that were taken over. */
  readonly handoffs: readonly Handoff[]
}

/** What the brief of a handoff is made from: its packet, and that of the handoff before it in the chain. */
export function useBriefSource({ handoff, template, handoffs }: Read): BriefSource | null {
  const { me } = useSetting()
  const { userId } = me
  const before = previousOf(handoff, handoffs)
  const earlier = useWordedTemplate(before?.template) ?? undefined
  return useMemo(() => {
    const { packet, name } = handoff
    if (!packet || !template) return null
    const previous = before && earlier && chapterOf(readableBy(userId, before, earlier), earlier)
    return { template, packet, name, about: handoff, previous }
  }, [handoff, template, before, earlier, userId])
}

const chapterOf = ({ packet, name }: Handoff, template: Template) =>
  packet ? { template, packet, name } : undefined

/** The one that the handoff names as its previous; else the last one of this deal that was taken over before. */
function previousOf(handoff: Handoff, handoffs: readonly Handoff[]): Handoff | undefined {
  const { id, previousHandoffId, submittedAt } = handoff
  const named = handoffs.find((one) => one.id === previousHandoffId)
  if (named) return named
  return handoffs.find(
    (one) =>
      one.id !== id &&
      isTaken(one) &&
      (one.decidedAt ?? '') < (submittedAt ?? '') &&
      one.decidedAt !== null,
  )
}

/** The brief of a handoff whose packet this reader may see; nothing otherwise. */
export function BriefOfHandoff({ source }: { readonly source: BriefSource | null }) {
  // The packet was redacted for its reader when it was sent.
  const made = useMemo(() => source && brief(source, 'recipient'), [source])
  return made && <BriefView brief={made} onLine={showInPacket} />
}

/** Brings the answer of a question into view and gives it the focus. */
function showInPacket(question: string): void {
  const place = document.querySelector<HTMLElement>(`[data-question="${CSS.escape(question)}"]`)
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}
