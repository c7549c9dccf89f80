import type { Draft } from '#lib/handoff/draft.ts'
import { withoutMiddle } from '#lib/handoff/clip.ts'
import { oneLine } from './notices.ts'

/** An entry of the menu that a browser shows for a selection. */
export interface MenuEntry {
  readonly id: string
  readonly title: string
  /** The entry that it is inside of. */
  readonly inside?: string
  /** The pages it is shown on; absent: all. */
  readonly pages?: readonly string[]
}

/** Which draft an entry means. */
export type Meant =
  /** That of the opportunity shown; where none is shown, the one that was worked on last. */
  | { readonly draft: 'nearest' }
  | { readonly draft: 'shown' }
  | { readonly draft: 'named'; readonly key: string }

/** Where it is remembered, as long as the browser runs, what the menu shows: the browser itself does not tell. */
export const menuShown = 'capture-menu'

const nearest = 'capture'
const shown = 'capture-shown'
const named = 'capture:'

const words = 'Add to handoff draft'

/** More are a list to be read, and the older ones are hardly meant. */
const MOST = 5

const recordPages = ['r/*', 'app/*/r/*'].map(
  (path) => `https://*.lightning.force.com/lightning/${path}`,
)

type Named = Pick<Draft, 'key' | 'opportunityName' | 'updatedAt'>

/** The entries while these drafts may be named: where there is one, it is a single press away; of several, the latest are listed. */
export function entriesFor(drafts: readonly Named[]): readonly MenuEntry[] {
  const latest = latestFirst(drafts).slice(0, MOST)
  const [only, second] = latest
  if (!only) return [{ id: nearest, title: words }]
  if (!second) return [{ id: named + only.key, title: `${words}: ${titleOf(only)}` }]
  return [
    { id: nearest, title: words },
    { id: shown, title: 'The opportunity shown', inside: nearest, pages: recordPages },
    ...latest.map((draft) => ({
      id: named + draft.key,
      title: titleOf(draft),
      inside: nearest,
    })),
  ]
}

/** Drafts by when they were worked on. */
export function latestFirst<Of extends Pick<Draft, 'updatedAt'>>(drafts: readonly Of[]): Of[] {
  return drafts.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

/** Chrome shows no more of an entry, and would cut off its end. */
const LONGEST = 70

/** What a draft is called in the menu: there `&` marks a key, and `%s` stands for the selection. */
export function titleOf({ opportunityName }: Pick<Draft, 'opportunityName'>): string {
  const name = withoutMiddle(oneLine(opportunityName), LONGEST)
  return name.replaceAll('&', '&&').replaceAll('%s', '%\u2060s') || 'An opportunity without a name'
}

/** What an entry that was pressed means; null for one that is none of ours. */
export function meantBy(id: string): Meant | null {
  if (id === nearest) return { draft: 'nearest' }
  if (id === shown) return { draft: 'shown' }
  return id.startsWith(named) ? { draft: 'named', key: id.slice(named.length) } : null
}
