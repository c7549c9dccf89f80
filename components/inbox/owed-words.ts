import { due, type Formats } from '#components/ui/formats.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { isLate } from '#lib/handoff/owed.ts'

/** Something that is owed after an acceptance, in words. */
export interface OwedWords {
  readonly words: string
  readonly isLate: boolean
}

interface Reading {
  readonly now: number
  readonly formats: Formats
}

/** What is owed since a handoff was accepted: the first talk with the customer, then the deal itself. */
export function owedWords(
  { contactDueAt, ownerDueAt }: InboxItem,
  { now, formats }: Reading,
): readonly OwedWords[] {
  const contact = contactDueAt === null ? null : due(contactDueAt, now, formats)
  const isOwnerLate = isLate(ownerDueAt, new Date(now).toISOString())
  return [
    ...(contact === null
      ? []
      : [{ words: `First contact ${contact.words}`, isLate: contact.isOverdue }]),
    ...(isOwnerLate ? [{ words: 'Owner still to be changed', isLate: true }] : []),
  ]
}
