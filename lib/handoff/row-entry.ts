import type { Column } from './columns.ts'
import { columnsOf } from './columns.ts'
import { emptyRow } from './empty-row.ts'
import type { Row, RowKind } from './rows.ts'
import { rowSchemas } from './rows.ts'

type Cell = string | number | boolean

/** What a cell of a row holds; empty text when the row has no such cell. */
export function cellOf(row: Row, key: string): Cell {
  const cells: Readonly<Record<string, Cell>> = row
  return cells[key] ?? ''
}

const isFilled = (cell: Cell) => typeof cell !== 'string' || cell.trim() !== ''

/** The columns a row still needs. */
export function missingColumns(kind: RowKind, row: Row): readonly Column[] {
  return columnsOf(kind).filter(({ key, needed }) => needed && !isFilled(cellOf(row, key)))
}

/** Whether every needed cell of a row is filled. */
export function isRowComplete(kind: RowKind, row: Row): boolean {
  return missingColumns(kind, row).length === 0
}

/** Whether a row says what it is about: its first column is filled. Only such rows count. */
export function isRowStarted(kind: RowKind, row: Row): boolean {
  const [first] = columnsOf(kind)
  return first !== undefined && isFilled(cellOf(row, first.key))
}

const truths = new Set(['yes', 'y', 'true', 'x', '1', '✓', '✔'])

function dayFrom(text: string): string {
  const [day] = /\d{4}-\d{2}-\d{2}/.exec(text) ?? []
  return day ?? ''
}

function choiceFrom(text: string, { options = [] }: Column): string | undefined {
  const wanted = text.toLowerCase()
  return options.find(
    ({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
  )?.value
}

/** Text typed or pasted into a cell, as that column holds it. Undefined when it cannot be read as such. */
function cellFrom(text: string, column: Column): Cell | undefined {
  switch (column.input) {
    case 'date':
      return dayFrom(text)
    case 'number': {
      const number = Number(text.replace(/[\s,']/g, ''))
      return Number.isFinite(number) ? number : undefined
    }
    case 'checkbox':
      return truths.has(text.trim().toLowerCase())
    case 'choice':
      return choiceFrom(text.trim(), column)
    case 'text':
    case 'long-text':
    case 'url':
    case 'contact':
      return text.trim()
  }
}

/** The row with one cell changed. Throws when the cell does not hold such a value. */
export function withCell(kind: RowKind, row: Row, cell: [string, Cell]): Row {
  return rowSchemas[kind].parse({ ...row, [cell[0]]: cell[1] })
}

const bullet = /^\s*(?:[-*•–]|\d+[.)])\s+/

/** A pasted line, without its bullet, as cells: parted by tabs (a spreadsheet) or bars (a Markdown table). */
function cellsOf(line: string): readonly string[] {
  const plain = line.replace(bullet, '').trim()
  const parts = plain.includes('\t') ? plain.split('\t') : plain.replace(/^\||\|$/g, '').split('|')
  return parts.map((part) => part.trim())
}

/** The address in a line goes to the column for addresses, wherever it stands. */
function takeAddress(
  line: string,
  columns: readonly Column[],
): { rest: string; cells: Record<string, Cell> } {
  const column = columns.find(({ input }) => input === 'url')
  const [address] = /https?:\/\/\S+/.exec(line) ?? []
  if (!column || address === undefined) return { rest: line, cells: {} }
  const rest = line.replace(address, '').replace(/[\s:–-]+$/, '')
  return { rest: rest.trim() === '' ? address : rest, cells: { [column.key]: address } }
}

/** A row from one line of a pasted list: the cells fill the columns in order. */
export function rowFromText(kind: RowKind, line: string, id: string): Row {
  const columns = columnsOf(kind)
  const { rest, cells } = takeAddress(line, columns)
  const open = columns.filter(({ key }) => !(key in cells))
  for (const [index, text] of cellsOf(rest).entries()) {
    const column = open[index]
    const cell = column && text !== '' ? cellFrom(text, column) : undefined
    if (column && cell !== undefined) cells[column.key] = cell
  }
  return rowSchemas[kind].parse({ ...emptyRow(kind, id), ...cells })
}

/** The lines of a pasted text that become rows. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^[\s|:-]+$/.test(line))
}
