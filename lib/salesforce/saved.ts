import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import type { FieldValue } from '#lib/handoff/primitives.ts'
import type { Part, Replies } from './composite.ts'
import { queryPart } from './context-parts.ts'
import type { Shapes } from './describe.ts'
import { readWholeHandoff, wholeHandoff } from './handoff-record.ts'
import type { Names } from './names.ts'
import { instantAt, plainFields, recordSchema, rowsOf } from './record.ts'
import { field, soql } from './soql.ts'

/** What Salesforce holds right after a move, read in the same call. */
export interface Saved {
  readonly handoff: Handoff
  /** The opportunity's values by path and its new stamp; null when the move left it alone. */
  readonly deal: {
    readonly fields: Readonly<Record<string, FieldValue>>
    readonly lastModifiedAt: string
  } | null
}

const ids = { handoff: 'saved_handoff', deal: 'saved_deal' } as const

/** Whether a part only reads: its failure says nothing against the move. */
export function isReading(partId: string): boolean {
  return partId === ids.handoff || partId === ids.deal
}

/** The parts that read back what a move has written, so that nobody has to ask again. */
export function savedParts(
  plan: Plan,
  { names, shapes }: { readonly names: Names; readonly shapes: Shapes },
  withDeal: boolean,
): readonly Part[] {
  const { object, fields: own } = names.handoff
  const query = soql`SELECT ${wholeHandoff(names, shapes)} FROM ${field(object)}
    WHERE ${field(own.clientKey)} = ${plan.clientKey}`
  const handoff = queryPart(ids.handoff, query)
  if (!withDeal) return [handoff]
  const path = `/sobjects/Opportunity/${plan.opportunityId}`
  return [handoff, { id: ids.deal, method: 'GET', path }]
}

/** What was read back; null when it was not. */
export function savedIn(replies: Replies, names: Names): Saved | null {
  const [row] = rowsOf(replies.get(ids.handoff)?.body)
  const handoff = row && readWholeHandoff(names, row)
  if (!handoff) return null
  const deal = recordSchema.safeParse(replies.get(ids.deal)?.body).data
  const lastModifiedAt = deal && instantAt(deal, 'LastModifiedDate')
  if (!deal || !lastModifiedAt) return { handoff, deal: null }
  return { handoff, deal: { fields: plainFields('Opportunity', deal), lastModifiedAt } }
}
