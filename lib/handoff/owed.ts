import { type BusinessCalendar, instantOn } from './business-time.ts'
import { isRunning, owedContact } from './follow-through.ts'
import type { InboxItem } from './inbox-item.ts'
import type { Template } from './template.ts'

/** What is still owed once a handoff was accepted: a talk with the customer, and the deal itself. */
export type Owed = Pick<InboxItem, 'contactDueAt' | 'ownerDueAt'>

/** What debts are judged by; nothing is owed by a template that is not known. */
export interface Judging {
  /** ISO 8601. */
  readonly now: string
  readonly calendar: BusinessCalendar
  readonly template: Pick<Template, 'clocks' | 'transfer'> | null
}

const DAY = 24 * 60 * 60 * 1000

/** By when each is owed; null where it is not, or nobody can tell. */
export function owedIn(item: InboxItem, { now, calendar, template }: Judging): Owed {
  if (!template || !isRunning(item) || item.decidedAt === null) return nothing
  return {
    contactDueAt: owedContact(item, template.clocks, { calendar, now })?.dueAt ?? null,
    ownerDueAt: ownerDueAt(item, item.decidedAt, { calendar, template }),
  }
}

const nothing: Owed = { contactDueAt: null, ownerDueAt: null }

/** Who has just accepted sees it in front of them: it is owed a day later at the earliest. */
function ownerDueAt(
  { dealOwnerId, incoming, effectiveDate }: InboxItem,
  decidedAt: string,
  { calendar, template }: Pick<Judging, 'calendar' | 'template'>,
): string | null {
  const moves = template?.transfer.ownerMoves
  const isTheirs = dealOwnerId === '' || dealOwnerId === incoming?.userId
  if (isTheirs || moves === 'never' || (!effectiveDate && moves !== 'on-accept')) return null
  const earliest = new Date(Date.parse(decidedAt) + DAY).toISOString()
  const day = effectiveDate ? instantOn(effectiveDate, calendar.opens, calendar) : ''
  return day > earliest ? day : earliest
}

/** Whether something owed is late. */
export function isLate(dueAt: string | null, now: string): boolean {
  return dueAt !== null && Date.parse(dueAt) <= Date.parse(now)
}
