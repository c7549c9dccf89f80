import { type RefObject, useEffect } from 'react'

interface ListKeys {
  /** Holds the filter and the list. */
  readonly board: RefObject<HTMLElement | null>
  readonly box: RefObject<HTMLInputElement | null>
  /** Takes away whatever the list is narrowed to; null while it is not. */
  readonly onClear: (() => void) | null
  /** Whether the list takes the focus when it appears: a popup is there for nothing else. */
  readonly takesFocus: boolean
}

const isInFilter = (target: EventTarget | null) =>
  target instanceof Element && target.closest('search') !== null

const writing = 'input, textarea, select, [contenteditable]'

/**
 * The keys that work wherever the focus is: `/` goes to the filter, an arrow to the list. In the filter Esc
 * empties it, and the arrow or Enter goes on to what was found.
 */
export function useListKeys({ board, box, onClear, takesFocus }: ListKeys): void {
  useEffect(() => {
    const controller = new AbortController()
    addEventListener(
      'keydown',
      (event) => {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
        if (event.isComposing || document.querySelector('dialog[open]') !== null) return
        if (isDone(event)) event.preventDefault()
      },
      { signal: controller.signal },
    )
    const toList = () => {
      const row = currentRow(board.current)
      row?.focus()
      return row !== null
    }
    function isDone(event: KeyboardEvent): boolean {
      const { key, target } = event
      if (key !== 'Escape' || onClear === null || !isInFilter(target))
        return target === box.current ? inBox(event) : elsewhere(event)
      onClear()
      return true
    }
    const inBox = ({ key }: KeyboardEvent) => (key === 'ArrowDown' || key === 'Enter') && toList()
    function elsewhere({ key, target }: KeyboardEvent): boolean {
      if (target instanceof Element && target.matches(writing)) return false
      if (key === '/') {
        box.current?.focus()
        return box.current !== null
      }
      return (key === 'ArrowDown' || key === 'ArrowUp') && target === document.body && toList()
    }
    return () => controller.abort()
  }, [board, box, onClear])
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (takesFocus && isFree) currentRow(board.current)?.focus()
  }, [board, takesFocus])
}

function currentRow(board: HTMLElement | null): HTMLElement | null {
  const rows = ['[data-handoff][tabindex="0"]', '[data-deal][tabindex="0"]']
  const [first = null] = rows.flatMap((row) => board?.querySelector<HTMLElement>(row) ?? [])
  return first
}
