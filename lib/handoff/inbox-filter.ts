import type { InboxItem } from './inbox-item.ts'

/** What a list is narrowed to; empty means everything. */
export interface InboxFilter {
  readonly text: string
  readonly kind: string
  readonly senderId: string
  readonly account: string
}

export const noFilter: InboxFilter = { text: '', kind: '', senderId: '', account: '' }

// Folding a thousand items takes some milliseconds, and an item never changes in place: it is folded when it is
// first looked into, not at each key, and not at all for whoever never searches.
const texts = new WeakMap<InboxItem, string>()

/** Everything of an item that can be searched, in one text. */
function textOf(item: InboxItem): string {
  const known = texts.get(item)
  if (known !== undefined) return known
  const { name, opportunityName, accountName, outgoing, incoming } = item
  const words = [name, opportunityName, accountName, outgoing.name, incoming?.name ?? '']
  const text = folded(words.join('\n'))
  texts.set(item, text)
  return text
}

/** A text without accents and case, so that “munchen” finds “München”. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** Whether every word of a text is found somewhere in another, which is folded already. */
export function findingIn(text: string): (within: string) => boolean {
  const words = folded(text).split(/\s+/).filter(Boolean)
  return (within) => words.every((word) => within.includes(word))
}

/** The items that a filter lets pass, in the order given. Every word must be found somewhere. */
export function filtered(items: readonly InboxItem[], filter: InboxFilter): readonly InboxItem[] {
  const isIn = findingIn(filter.text)
  return items.filter(
    (item) =>
      (filter.kind === '' || item.kind === filter.kind) &&
      (filter.senderId === '' || item.outgoing.userId === filter.senderId) &&
      (filter.account === '' || item.accountName === filter.account) &&
      (filter.text === '' || isIn(textOf(item))),
  )
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
