import { type KeyboardEvent, useState } from 'react'
import type { Row } from '#lib/handoff/rows.ts'
import { isUndo } from './is-undo.ts'

/** Something done to a list that can be taken back. */
export interface Done {
  /** Such as "Removed “They may leave”." */
  readonly words: string
  /** What the button that takes it back is called. */
  readonly undo: string
  /** The rows as they were, with whatever has happened since. */
  readonly back: (rows: readonly Row[]) => readonly Row[]
  /** The row that has the focus then. */
  readonly row: string
}

/** What was done to a list, the last first to be taken back; Ctrl or Cmd+Z does so outside of a text. */
export function useUndo(takeBack: (done: Done) => void) {
  const [all, setAll] = useState<readonly Done[]>([])
  const last = all.at(-1)
  const undo = () => {
    if (!last) return
    takeBack(last)
    setAll(all.slice(0, -1))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!last || !isUndo(event)) return
    event.preventDefault()
    undo()
  }
  return { last, undo, onKeyDown, add: (done: Done) => setAll([...all, done]) }
}
