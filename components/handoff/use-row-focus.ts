import { type RefObject, useLayoutEffect, useRef } from 'react'

/** The controls of a row that can be given the focus. */
export type RowPart = 'change' | 'up' | 'down'

interface Place {
  readonly row: string
  readonly part: RowPart
}

const instead: Readonly<Record<RowPart, readonly RowPart[]>> = {
  change: ['change'],
  up: ['up', 'down'],
  down: ['down', 'up'],
}

function focusAt(frame: HTMLElement | null, { row, part }: Place): boolean {
  const place = frame?.querySelector(`[data-row="${CSS.escape(row)}"]`)
  const controls = instead[part].map((one) =>
    place?.querySelector<HTMLElement>(`[data-part="${one}"]`),
  )
  const target =
    controls.find((control) => control) ??
    place?.querySelector<HTMLElement>('input, textarea, select')
  target?.focus()
  return Boolean(target)
}

/**
 * Gives the focus to a row once the list has the order it was asked for: a row that moves or leaves takes the
 * focus with it otherwise, and whoever uses the keyboard starts again at the top of the page.
 */
export function useRowFocus(frame: RefObject<HTMLElement | null>, order: string) {
  const wanted = useRef<Place | null>(null)
  const drawn = useRef(order)
  useLayoutEffect(() => {
    const place = wanted.current
    if (drawn.current === order) return
    drawn.current = order
    if (place && focusAt(frame.current, place)) wanted.current = null
  })
  return (row: string, part: RowPart): void => {
    wanted.current = { row, part }
  }
}
