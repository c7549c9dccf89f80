import { type RefObject, useState } from 'react'
import { columnsOf } from '#lib/handoff/columns.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { rowsFromText } from '#lib/handoff/pasted-rows.ts'
import { cellOf, isRowBlank, withCell } from '#lib/handoff/row-entry.ts'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
import { dayFrom } from '#components/ui/day-from.ts'
import { numberFrom } from '#components/ui/formats.ts'
import { moneyFrom } from '#components/ui/money-from.ts'
import { withMoved, withRestored } from './row-changes.ts'
import { rowNames } from './row-names.ts'
import { useSetting } from './setting.ts'
import { useRowFocus } from './use-row-focus.ts'
import { useUndo } from './use-undo.ts'

interface Listed {
  readonly kind: RowKind
  readonly rows: readonly Row[]
  readonly put: (rows: readonly Row[]) => void
  /** The list and its button for one more. */
  readonly frame: RefObject<HTMLElement | null>
  readonly add: RefObject<HTMLElement | null>
}

const NAMED = 40

function nameOf(kind: RowKind, row: Row): string {
  const [first] = columnsOf(kind)
  const name = first ? String(cellOf(row, first.key)).trim() : ''
  if (name === '') return rowNames[kind]
  return `“${name.length > NAMED ? `${name.slice(0, NAMED)}…` : name}”`
}

/** What a list of rows is worked on with. */
function useRowTools(listed: Listed) {
  const { kind, rows, put, frame } = listed
  const { newId, formats, deal } = useSetting()
  const [said, say] = useState('')
  const focusRow = useRowFocus(frame, rows.map(({ id }) => id).join(' '))
  const undo = useUndo(({ back, row }) => {
    focusRow(row, 'change')
    put(back(rows))
  })
  const reading = {
    day: (words: string) => dayFrom(words, formats),
    number: (words: string) => numberFrom(words, formats),
    money: (words: string) => moneyFrom(words, deal.currency, formats),
  }
  const fromText = (text: string) => rowsFromText(kind, text, { newId, reading })
  return { ...listed, said, say, focusRow, undo, fromText, newId }
}
type Tools = ReturnType<typeof useRowTools>

function move({ kind, rows, put, say, focusRow }: Tools, at: number, by: 1 | -1): void {
  const row = rows[at]
  if (row) focusRow(row.id, by < 0 ? 'up' : 'down')
  say(`${rowNames[kind]} ${at + 1} is now ${at + 1 + by} of ${rows.length}.`)
  put(withMoved(rows, at, by))
}

function remove({ kind, rows, put, add, say, undo, focusRow }: Tools, row: Row, at: number): void {
  const next = rows[at + 1] ?? rows[at - 1]
  const isBlank = isRowBlank(kind, row)
  const words = `Removed ${nameOf(kind, row)}.`
  const back = (now: readonly Row[]) => withRestored(now, { row, at })
  if (!isBlank) undo.add({ words, undo: 'Undo removal', back, row: row.id })
  if (!isBlank) say(words)
  if (next && !isBlank) focusRow(next.id, 'change')
  else add.current?.focus()
  put(rows.filter(({ id }) => id !== row.id))
}

function append({ rows, put, say, focusRow, fromText }: Tools, text: string): void {
  const made = fromText(text)
  const [first] = made
  if (!first) return
  focusRow(first.id, 'change')
  say(`${made.length} added.`)
  put([...rows, ...made])
}

function spread(
  { kind, rows, put, say, undo, focusRow, fromText }: Tools,
  text: string,
  at: number,
) {
  const made = fromText(text)
  const row = rows[at]
  const [first] = made
  const [column] = columnsOf(kind)
  if (!row || !first || !column) return
  const whole = withCell(kind, row, [column.key, text])
  const instead = made.map(({ id }) => id)
  const back = (now: readonly Row[]) => withRestored(now, { row: whole, at, instead })
  const words = `Made ${made.length} of what you pasted.`
  say(words)
  focusRow(first.id, 'change')
  undo.add({ words, undo: 'Keep it in one', back, row: row.id })
  put(rows.toSpliced(at, 1, ...made))
}

/** What the user can do to a list of rows, each with the focus where it is sensible then and a way back. */
export function useRowActions(listed: Listed) {
  const tools = useRowTools(listed)
  const { kind, rows, put, add, said, undo, newId } = tools
  const [added, setAdded] = useState<string | null>(null)
  return {
    added,
    said,
    undo,
    addRow: () => {
      const id = newId()
      setAdded(id)
      put([...rows, emptyRow(kind, id)])
    },
    /** The user has finished with a row that was just added. */
    finish: () => {
      setAdded(null)
      add.current?.focus()
    },
    move: (at: number, by: 1 | -1) => move(tools, at, by),
    remove: (row: Row, at: number) => remove(tools, row, at),
    /** A row that is made elsewhere, at the end. */
    add: (row: Row) => {
      tools.focusRow(row.id, 'change')
      tools.say(`${nameOf(kind, row)} added.`)
      put([...rows, row])
    },
    /** Rows from a text, at the end. */
    append: (text: string) => append(tools, text),
    /** Rows from a text that was pasted into the row there, in its place. */
    spread: (text: string, at: number) => spread(tools, text, at),
  }
}
