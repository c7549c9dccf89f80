import type { InboxItem } from './inbox-item.ts'

/** What a list is narrowed to; empty means everything. */
export interface InboxFilter {
  readonly text: string
  readonly kind: string
  readonly senderId: string
  readonly account: string
}

export const noFilter: InboxFilter = { text: '', kind: '', senderId: '', account: '' }

/** An item with everything of it that can be searched, in one text. */
export interface Searchable {
  readonly item: InboxItem
  readonly text: string
}

/** Prepares items for searching, once for each reading and not for each key. */
export function searchable(items: readonly InboxItem[]): readonly Searchable[] {
  return items.map((item) => {
    const { name, opportunityName, accountName, outgoing, incoming } = item
    const words = [name, opportunityName, accountName, outgoing.name, incoming?.name ?? '']
    return { item, text: folded(words.join('\n')) }
  })
}

/** Without accents and case, so that “munchen” finds “München”. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The items that a filter lets pass, in the order given. Every word must be found somewhere. */
export function filtered(all: readonly Searchable[], filter: InboxFilter): readonly InboxItem[] {
  const words = folded(filter.text).split(/\s+/).filter(Boolean)
  const passes = ({ item, text }: Searchable) =>
    (filter.kind === '' || item.kind === filter.kind) &&
    (filter.senderId === '' || item.outgoing.userId === filter.senderId) &&
    (filter.account === '' || item.accountName === filter.account) &&
    words.every((word) => text.includes(word))
  return all.filter(passes).map(({ item }) => item)
}

/** Something to filter by, with how many items it leaves. */
export interface FilterChoice {
  readonly value: string
  readonly label: string
  readonly count: number
}

/** The kinds, senders and accounts that occur, by name. */
export function filterChoices(items: readonly InboxItem[]) {
  return {
    kinds: choices(items, ({ kind }) => ({ value: kind, label: kind })),
    senders: choices(items, ({ outgoing }) => ({ value: outgoing.userId, label: outgoing.name })),
    accounts: choices(items, ({ accountName }) => ({ value: accountName, label: accountName })),
  }
}

type Named = Omit<FilterChoice, 'count'>

function choices(items: readonly InboxItem[], of: (item: InboxItem) => Named): FilterChoice[] {
  const found = new Map<string, FilterChoice>()
  for (const item of items) {
    const { value, label } = of(item)
    if (value !== '') found.set(value, { value, label, count: (found.get(value)?.count ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => a.label.localeCompare(b.label))
}
