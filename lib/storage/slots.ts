import * as z from 'zod/mini'
import { type Draft, draftSchema } from '#lib/handoff/draft.ts'
import type { OutboxRow } from './database.ts'

/** The last good copy of something the user wrote: a draft, or the operation it has become. */
export type Slot =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'operation'; readonly row: OutboxRow }

const rowSchema: z.ZodMiniType<OutboxRow> = z.object({
  operationKey: z.string(),
  orgId: z.string(),
  userId: z.string(),
  opportunityId: z.string(),
  state: z.string(),
  nextAttemptAt: z.string(),
  changedAt: z.string(),
  position: z.number(),
  value: z.unknown(),
})

const slotSchema: z.ZodMiniType<Slot> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), draft: draftSchema }),
  z.object({ kind: z.literal('operation'), row: rowSchema }),
])

/** A slot as it lies in the journal: text, and the hash of that text. */
const storedSlotSchema = z.object({ text: z.string(), hash: z.string() })
export type StoredSlot = z.infer<typeof storedSlotSchema>

/** The slot as text with its hash, so that a torn copy is never taken for a good one. */
export async function storedSlot(slot: Slot): Promise<StoredSlot> {
  const text = JSON.stringify(slot)
  return { text, hash: await hashOf(text) }
}

/** The slot that was stored; null when it is torn or not one. */
export async function slotIn(stored: unknown): Promise<Slot | null> {
  const read = storedSlotSchema.safeParse(stored)
  if (!read.success || (await hashOf(read.data.text)) !== read.data.hash) return null
  return slotSchema.safeParse(JSON.parse(read.data.text)).data ?? null
}

async function hashOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes.slice(0, 8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

const madeOfSchema = z.object({
  draft: z.nullish(z.object({ key: z.string(), revision: z.number() })),
})

/** The draft an operation was made of; null when it was made of none. */
export function madeOf({ value }: Pick<OutboxRow, 'value'>) {
  return madeOfSchema.safeParse(value).data?.draft ?? null
}

/** Where the copy of an operation lies: in the place of the draft it was made of. */
export function slotKeyOf(row: Pick<OutboxRow, 'value' | 'operationKey'>): string {
  return madeOf(row)?.key ?? row.operationKey
}

/** What the index says of a copy: what it is, and the revision of the draft it holds or was made of. */
export function standingOf(slot: Slot) {
  const { kind } = slot
  if (slot.kind === 'draft') return { kind, revision: slot.draft.revision, operationKey: '' }
  const { operationKey } = slot.row
  return { kind, revision: madeOf(slot.row)?.revision ?? 0, operationKey }
}
