import type { HistoryItem, HistoryKind } from './history.ts'

/** What is to be shown of a timeline. Nothing chosen means everything. */
export interface HistoryFilter {
  readonly text: string
  readonly kinds: readonly HistoryKind[]
  readonly person: string
}

export const everything: HistoryFilter = { text: '', kinds: [], person: '' }

/** Text as it is compared: without case and accents. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

// An item never changes in place, so its text is prepared once, not at each key.
const prepared = new WeakMap<HistoryItem, string>()

function searchable(item: HistoryItem): string {
  const known = prepared.get(item)
  if (known !== undefined) return known
  const text = plain([item.subject, ...item.people, item.text].join('\n'))
  prepared.set(item, text)
  return text
}

/** The items that fit: of these kinds, with this person, and with every word that is sought. */
export function filtered(
  items: readonly HistoryItem[],
  { text, kinds, person }: HistoryFilter,
): readonly HistoryItem[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return items.filter(
    (item) =>
      (kinds.length === 0 || kinds.includes(item.kind)) &&
      (person === '' || item.people.includes(person)) &&
      words.every((word) => searchable(item).includes(word)),
  )
}
