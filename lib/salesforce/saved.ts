import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import type { FieldValue } from '#lib/handoff/primitives.ts'
import { mostCounted } from './bundled.ts'
import type { Part, Replies } from './composite.ts'
import { queryPart } from './context-parts.ts'
import { type Ownership, ownershipIn, ownershipPart } from './ownership.ts'
import type { Shapes } from './describe.ts'
import { readWholeHandoff, wholeHandoff } from './handoff-record.ts'
import type { Names } from './names.ts'
import { instantAt, plainFields, recordSchema, rowsOf } from './record.ts'
import { field, soql } from './soql.ts'
import { countedIn } from './transfer-parts.ts'

/** What Salesforce holds right after a move, read in the same call. */
export interface Saved {
  readonly handoff: Handoff
  /** The opportunity's values by path and its new stamp; null when the move left it alone. */
  readonly deal: {
    readonly fields: Readonly<Record<string, FieldValue>>
    readonly lastModifiedAt: string
  } | null
  /** Who owns the deal now and what hangs on that; null when the move left it alone or it was not read. */
  readonly ownership: Ownership | null
}

const ids = { handoff: 'saved_handoff', deal: 'saved_deal', ownership: 'saved_owner' } as const
const readings: ReadonlySet<string> = new Set(Object.values(ids))

/** Whether a part only reads: its failure says nothing against the move. */
export function isReading(partId: string): boolean {
  return readings.has(partId)
}

/** The parts that read back what a move has written, so that nobody has to ask again. */
export function savedParts(
  plan: Plan,
  { names, shapes }: { readonly names: Names; readonly shapes: Shapes },
  withDeal: boolean,
): readonly Part[] {
  const { object, fields: own } = names.handoff
  const query = soql`SELECT ${wholeHandoff(names, shapes)} FROM ${field(object)}
    WHERE ${field(plan.handoffId ? 'Id' : own.clientKey)} = ${plan.handoffId ?? plan.clientKey}`
  const parts = [queryPart(ids.handoff, query), ...ownershipParts(plan, shapes)]
  // Whoever gives a private deal away may not read it any more.
  if (!withDeal || plan.transfer) return parts
  const path = `/sobjects/Opportunity/${plan.opportunityId}`
  return [...parts, { id: ids.deal, method: 'GET', path }]
}

function ownershipParts(plan: Plan, shapes: Shapes): readonly Part[] {
  const [event] = plan.events
  // The guard, the handoff read back and this reading count too.
  if (!plan.transfer || !event || countedIn(plan) + 3 > mostCounted) return []
  // Read as a query: whoever may see the deal no more gets no row then, and no refusal.
  return [ownershipPart(ids.ownership, plan.opportunityId, { shapes, now: event.at })]
}

/** What was read back; null when it was not. */
export function savedIn(
  replies: Replies,
  { names, shapes }: { readonly names: Names; readonly shapes: Shapes },
): Saved | null {
  const [row] = rowsOf(replies.get(ids.handoff)?.body)
  const handoff = row && readWholeHandoff(names, row)
  if (!handoff) return null
  const deal = recordSchema.safeParse(replies.get(ids.deal)?.body).data
  const lastModifiedAt = deal && instantAt(deal, 'LastModifiedDate')
  const [owned] = rowsOf(replies.get(ids.ownership)?.body)
  const ownership = owned ? ownershipIn(owned) : null
  if (!deal || !lastModifiedAt) return { handoff, deal: null, ownership }
  const fields = plainFields('Opportunity', deal, shapes['Opportunity'])
  return { handoff, deal: { fields, lastModifiedAt }, ownership }
}
