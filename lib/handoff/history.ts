import * as z from 'zod/mini'

export const historyKinds = ['call', 'meeting', 'email', 'note', 'task', 'stage', 'owner'] as const
export type HistoryKind = (typeof historyKinds)[number]

/** One thing that happened on the deal, as the timeline shows it. */
export const historyItemSchema = z.object({
  id: z.string(),
  kind: z.enum(historyKinds),
  /** Salesforce's object, such as `Task`. */
  object: z.string(),
  subject: z.string(),
  /** The beginning of what was written about it. */
  text: z.string(),
  /** There is, or may be, more than `text`. */
  isCut: z.boolean(),
  /** A day, or an instant. Empty when Salesforce does not say. */
  at: z.string(),
  /** Everybody it names, the most telling first: names, or mail addresses where there is no name. */
  people: z.array(z.string()),
  /** Still to be done. */
  isOpen: z.boolean(),
  /** The task that stands for a mail and says less. */
  standIn: z.optional(z.string()),
})
export type HistoryItem = z.infer<typeof historyItemSchema>

/** What cannot be read although the org may have it. */
export const historySources = ['tasks', 'events', 'mails', 'changes', 'notes'] as const
export type HistorySource = (typeof historySources)[number]

/** Some of a deal's history, as it was read in one go. */
export const historyPageSchema = z.object({
  page: z.number(),
  items: z.array(historyItemSchema),
  hasMore: z.boolean(),
  /** Sources that this user or this org does not give. */
  hidden: z.array(z.enum(historySources)),
  readAt: z.string(),
})
export type HistoryPage = z.infer<typeof historyPageSchema>

/** A person of the deal with the address that mails know them by. */
interface Addressee {
  readonly name: string
  readonly email: string
}

/** All pages as one timeline, newest first: nothing twice, mails once, people by name where the deal knows them. */
export function timelineOf(
  pages: readonly HistoryPage[],
  people: readonly Addressee[],
): readonly HistoryItem[] {
  const items = new Map(pages.flatMap((page) => page.items.map((item) => [item.id, item] as const)))
  for (const { standIn } of items.values()) if (standIn !== undefined) items.delete(standIn)
  const names = new Map(people.map(({ email, name }) => [email.toLowerCase(), name]))
  const named = [...items.values()].map((item) => withNames(item, names))
  return named.toSorted((a, b) => b.at.localeCompare(a.at))
}

function withNames(item: HistoryItem, names: ReadonlyMap<string, string>): HistoryItem {
  const people = [...new Set(item.people.map((one) => names.get(one.toLowerCase()) ?? one))]
  return { ...item, people }
}

/** Whether mails can be read: as records; not at all; or there are none, which is how mail captured elsewhere looks. */
export function mailStanding(
  items: readonly HistoryItem[],
  pages: readonly HistoryPage[],
): 'recorded' | 'hidden' | 'none' {
  if (items.some(({ kind }) => kind === 'email')) return 'recorded'
  return pages.some(({ hidden }) => hidden.includes('mails')) ? 'hidden' : 'none'
}

/** Everybody in a timeline, by how often they appear. */
export function peopleIn(items: readonly HistoryItem[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { people } of items)
    for (const one of people) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name)
}
