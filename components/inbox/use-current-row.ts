import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Listed } from './listed.ts'

/** The row that the keyboard is on. */
export interface CurrentRow {
  readonly id: string | null
  /** Goes where the key leads; false when the key leads nowhere. */
  readonly walk: (key: string) => boolean
  readonly focused: (event: FocusEvent<HTMLElement>) => void
}

const PAGE = 8

/** Where a key leads from one place of a list. */
const steps: Readonly<Record<string, (here: number, last: number) => number>> = {
  ArrowDown: (here) => here + 1,
  ArrowUp: (here) => here - 1,
  PageDown: (here) => here + PAGE,
  PageUp: (here) => here - PAGE,
  Home: () => 0,
  End: (_, last) => last,
}

const nowhere = { id: '', group: '', place: 0 }

/** Keeps the keyboard on a row of the list; when that row goes, or to another part, on the one that takes its place. */
export function useCurrentRow(
  list: RefObject<HTMLElement | null>,
  rows: readonly Listed[],
): CurrentRow {
  const [wanted, setWanted] = useState(nowhere)
  const isWalking = useRef(false)
  const goTo = (place: number) => {
    const row = rows[place]
    setWanted(row ? { id: row.item.id, group: row.group, place } : nowhere)
  }
  const found = rows.findIndex(({ item, group }) => item.id === wanted.id && group === wanted.group)
  const here = found === -1 ? Math.min(wanted.place, rows.length - 1) : found
  const id = rows[here]?.item.id ?? null
  const isGone = found === -1 && wanted.id !== ''
  useLayoutEffect(() => {
    const isLost = isGone && document.activeElement === document.body
    if (id === null || !(isWalking.current || isLost)) return
    isWalking.current = false
    const row = list.current?.querySelector<HTMLElement>(`[data-handoff="${CSS.escape(id)}"]`)
    row?.focus({ preventScroll: true })
    row?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [list, id, isGone])
  return {
    id,
    walk: (key) => {
      const step = steps[key]
      if (!step || rows.length === 0) return false
      const place = Math.min(rows.length - 1, Math.max(0, step(here, rows.length - 1)))
      isWalking.current = rows[place]?.item.id !== id
      goTo(place)
      return true
    },
    focused: ({ target }) => {
      const row = target.closest('li')?.querySelector<HTMLElement>('[data-handoff]')
      const focusedId = row?.dataset['handoff'] ?? ''
      if (focusedId !== '') goTo(rows.findIndex(({ item }) => item.id === focusedId))
    },
  }
}
