import type { Draft } from '#lib/handoff/draft.ts'
import { migrate, suits } from '#lib/handoff/migrate.ts'
import type { Office } from './office.ts'

/**
 * A draft in the newest version of its template, or as the template asks now where that was changed or put back: no
 * answer is lost, and the draft says what has changed.
 */
export async function inNewestVersion(
  { shelf, drafts, ports }: Office,
  draft: Draft,
): Promise<Draft> {
  const { newerThan, of } = await shelf.known()
  const asked = of(draft.template)
  const to = newerThan(draft.template) ?? (asked && !suits(asked, draft.answers) ? asked : null)
  if (!to) return draft
  const moved = await drafts.rework(
    draft.key,
    (stored) => {
      const { draft: next, ...migrated } = migrate(stored, to, of(stored.template))
      const { template, variant, answers } = next
      const from = stored.migrated?.from ?? stored.template.version
      return { template, variant, answers, migrated: { from, ...migrated } }
    },
    ports.now(),
  )
  return moved ?? draft
}
