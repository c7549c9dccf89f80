import type { EvidenceSource, SourceCard } from '#lib/handoff/evidence-source.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { ask, keys, queries } from './segue.ts'
import { useAdded } from './use-added.ts'

/** Evidence from outside Salesforce that belongs to a draft, and what can be done with it. */
export interface SourcesOnHand {
  readonly cards: readonly SourceCard[]
  readonly trouble: Trouble | null
  /** Keeps one; resolves to why it could not be kept, or to null once it is on disk. */
  readonly add: (source: EvidenceSource) => Promise<string | null>
  readonly read: (id: string) => Promise<EvidenceSource | null>
  readonly remove: (id: string) => void
  readonly restore: (id: string) => void
  /** Names of other deals that link to the same place. */
  readonly elsewhere: (url: string) => Promise<readonly string[]>
}

/** Reads what was added to a draft. */
export function useSources(draftKey: string): SourcesOnHand {
  const data = useAdded(draftKey)
  const again = () => queries.invalidateQueries({ queryKey: keys.evidence(draftKey) })
  return {
    cards: data?.outcome === 'ok' ? data.value : [],
    trouble: data?.outcome === 'trouble' ? data.trouble : null,
    add: async (source) => {
      const added = await ask('evidence.add', { draftKey, id: crypto.randomUUID(), source })
      await again()
      return added.outcome === 'ok' ? null : added.trouble.detail
    },
    read: async (id) => {
      const found = await ask('evidence.read', { id })
      return found.outcome === 'ok' ? found.value : null
    },
    remove: (id) => void ask('evidence.remove', { id }).then(again),
    restore: (id) => void ask('evidence.restore', { id }).then(again),
    elsewhere: async (url) => {
      const found = await ask('evidence.elsewhere', { draftKey, url })
      return found.outcome === 'ok' ? found.value : []
    },
  }
}
