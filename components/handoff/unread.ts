import { createContext, use, useState } from 'react'

/** What boxes could not read as what they take, by the name of the box, and how it is kept. */
interface Unread {
  readonly typed: Readonly<Record<string, string>>
  /** An empty text is none. */
  readonly type: (box: string, text: string) => void
}

const UnreadContext = createContext<Unread | null>(null)

/** Keeps for everything inside what boxes cannot read; without it, each box does while it is there. */
export const WithUnread = UnreadContext.Provider

/** A text that a box could not read; null when there is none. */
export function useUnread(box: string) {
  const kept = use(UnreadContext)
  const [own, setOwn] = useState('')
  const text = kept ? (kept.typed[box] ?? '') : own
  const keep = (next: string) => {
    if (next === text) return
    if (kept) kept.type(box, next)
    else setOwn(next)
  }
  return { unread: text === '' ? null : text, keep }
}
