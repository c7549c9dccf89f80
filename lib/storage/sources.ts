import { type EvidenceSource, evidenceSourceSchema } from '#lib/handoff/evidence-source.ts'
import type { Owner, SegueDatabase, SourceRow } from './database.ts'

/** Evidence from outside Salesforce as it is kept, beside the draft it belongs to. */
export interface KeptSource extends Omit<SourceRow, 'source'> {
  readonly source: EvidenceSource
}

/** The evidence from outside Salesforce on this computer. Every change is on the disk when it returns. */
export function createSources(database: SegueDatabase) {
  const { sources } = database
  return {
    /** What belongs to a draft, newest first; without what was removed. */
    of: async (draftKey: string): Promise<readonly KeptSource[]> => {
      const rows = await sources.where({ draftKey }).toArray()
      return present(rows).toSorted((a, b) => b.addedAt.localeCompare(a.addedAt))
    },
    /** One source, removed or not; null without such a one. */
    get: async (id: string): Promise<KeptSource | null> => readable(await sources.get(id)),
    /** Keeps a source; the same one again changes nothing. */
    keep: async (source: KeptSource): Promise<void> => {
      await sources.put(source)
    },
    /** Takes a source out of sight (an instant) or brings it back (empty). */
    setRemoved: (id: string, removedAt: string) => sources.update(id, { removedAt }),
    /** Everything of a user that was not removed. */
    all: async ({ orgId, userId }: Owner): Promise<readonly KeptSource[]> =>
      present(await sources.where({ orgId, userId }).toArray()),
  }
}
export type Sources = ReturnType<typeof createSources>

function present(rows: readonly SourceRow[]): KeptSource[] {
  return rows.filter(({ removedAt }) => removedAt === '').flatMap((row) => readable(row) ?? [])
}

/** A row that a later version wrote in another shape is left alone. */
function readable(row: SourceRow | undefined): KeptSource | null {
  if (!row) return null
  const source = evidenceSourceSchema.safeParse(row.source)
  return source.success ? { ...row, source: source.data } : null
}
