import type { Column } from './columns.ts'
import { columnsOf } from './columns.ts'
import { emptyRow } from './empty-row.ts'
import { onOneLine, plainBreaks } from './line-breaks.ts'
import type { Row, RowKind } from './rows.ts'
import { rowOf } from './row-shape.ts'

type Cell = string | number | boolean

/** How whoever wrote the text writes dates and numbers; undefined when it is none. */
export interface Reading {
  /** As `YYYY-MM-DD`. */
  readonly day: (text: string) => string | undefined
  readonly number: (text: string) => number | undefined
  /** Also with the sign or the code of the currency. */
  readonly money: (text: string) => number | undefined
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** The sign or the code of a currency, before or behind a number. */
export const currencySign =
  /(?<=^[-+]?\s*)(?:[A-Z]{3}|[A-Z]{0,2}\p{Sc})|(?:[A-Z]{3}|\p{Sc})(?=\s*$)/u

const plainNumber = (text: string) =>
  /^[-+]?(?=[\d.])(?:\d+|\d{1,3}(?:[\s,']\d{3})+)?(?:\.\d+)?$/.test(text)
    ? Number(text.replaceAll(/[\s,']/g, ''))
    : undefined

/** Dates and numbers as Salesforce itself writes them. */
export const plainReading: Reading = {
  day: (text) => {
    const day = text.slice(0, 10)
    return isDay(day) && /^$|^T\d/.test(text.slice(10)) ? day : undefined
  },
  number: plainNumber,
  money: (text) => plainNumber(text.replace(currencySign, '').trim()),
}

const truths = new Set(['yes', 'y', 'true', 'x', '1', '✓', '✔', '☑', '[x]'])
const untruths = new Set(['no', 'n', 'false', '0', '-', '☐', '[ ]'])

function tickFrom(text: string): boolean | undefined {
  const plain = text.toLowerCase()
  if (truths.has(plain)) return true
  return untruths.has(plain) ? false : undefined
}

function choiceFrom(text: string, { options = [] }: Column): string | undefined {
  const wanted = text.toLowerCase()
  return options.find(
    ({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
  )?.value
}

type CellReader = (
  text: string,
  how: { readonly column: Column; readonly reading: Reading },
) => Cell | undefined

const readers: { readonly [Input in Column['input']]: CellReader } = {
  date: (text, { reading }) => reading.day(text.replace(/^(?:by|until|till|on|due)[:\s]+/i, '')),
  number: (text, { reading }) => reading.number(text),
  money: (text, { reading }) => reading.money(text),
  checkbox: (text) => tickFrom(text),
  choice: (text, { column }) => choiceFrom(text, column),
  text: onOneLine,
  'long-text': plainBreaks,
  url: onOneLine,
  contact: onOneLine,
  moment: onOneLine,
}

/** Text for a cell, as that column holds it. Undefined when it cannot be read as such. */
function cellFrom(text: string, column: Column, reading: Reading): Cell | undefined {
  return readers[column.input](text, { column, reading })
}

/** Cells of one line, each with the column it is for; those for which there is none have none. */
export type PlacedCells = readonly { readonly text: string; readonly column?: Column | undefined }[]

/** What a row is made with. */
interface Making {
  readonly id: string
  readonly reading?: Reading
}

/** A row of these cells. What a column cannot hold is kept as words behind the first cell: nothing is dropped. */
export function rowFromCells(
  kind: RowKind,
  cells: PlacedCells,
  { id, reading = plainReading }: Making,
): Row {
  const held: Record<string, Cell> = {}
  const left: string[] = []
  for (const { text, column } of cells) {
    const cell = column && text !== '' ? cellFrom(text, column, reading) : undefined
    if (column && cell !== undefined) held[column.key] = cell
    else if (text !== '') left.push(column ? `${column.label}: ${text}` : text)
  }
  const row = rowOf(kind, { ...emptyRow(kind, id), ...held })
  return left.length === 0 ? row : withLeft(kind, row, left)
}

function withLeft(kind: RowKind, row: Row, left: readonly string[]): Row {
  const [first] = columnsOf(kind)
  if (!first) return row
  const cells: Readonly<Record<string, Cell>> = row
  const words = String(cells[first.key] ?? '')
  const rest = onOneLine(left.join('; '))
  return rowOf(kind, { ...row, [first.key]: words === '' ? rest : `${words} (${rest})` })
}

// The signs that Word writes in letters of its own lie in \uF0A0 to \uF0FF; a letter is one of its marks before a gap.
const bullet =
  /^\s*(?:(?:[-*+•–—‣◦▪·●○■□➢✓✔→\uF0A0-\uF0FF]\uFE0E?|\(?[a-z]\)|[o§](?=\t|\s\s)|[a-z]\.(?=\t))\s+|(?:\[[ x]?\]|☐|☑)\s*)+/i

/** Whether the line is marked as an item of a list. */
export const isItem = (line: string) => bullet.test(line)

/** A line without its bullet. */
export const withoutBullet = (line: string) => line.replace(bullet, '').trim()

/** A line's cells: parted by tabs (a spreadsheet) or bars (a Markdown table). */
export function cellsOf(line: string): readonly string[] {
  const plain = line.includes('\t') ? line : withoutBullet(line)
  const parts = plain.includes('\t') ? plain.split('\t') : plain.replace(/^\||\|$/g, '').split('|')
  return parts.map((part, at) => (at === 0 ? withoutBullet(part) : part.trim()))
}

// A mark that ends a sentence is of the words, and so is a bracket that does not begin in the address.
const addressAfterSpaces = / *(https?:\/\/\S*[^\s.,;:!?)\]](?:(?<=\/\S*\([^\s()]*)\))?)/

/** The address in a line goes to the column for addresses, wherever it stands. */
function takeAddress(line: string, columns: readonly Column[]) {
  const column = columns.find(({ input }) => input === 'url')
  const [found = '', address] = addressAfterSpaces.exec(line) ?? []
  if (!column || address === undefined) return { rest: line, taken: [] }
  const rest = line.replace(found, '').replace(/[\s:–-]+(?:\(\)|[.,;:!?])*$/, '')
  return { rest: /[\p{L}\p{N}]/u.test(rest) ? rest : address, taken: [{ text: address, column }] }
}

/** A row from one line of a list: the cells fill the columns in order. */
export function rowFromText(kind: RowKind, line: string, making: Making): Row {
  const columns = columnsOf(kind)
  const { rest, taken } = takeAddress(line, columns)
  const open = columns.filter((column) => taken.every((one) => one.column !== column))
  const placed = cellsOf(rest).map((text, at) => ({ text, column: open[at] }))
  return rowFromCells(kind, [...placed, ...taken], making)
}

const number = /^(\s*)\(?(\d{1,3})[.)]\s+/

/** The lines with bullets for their numbers, if these count up from one: any other number may be the day of a date. */
export function bulleted(lines: readonly string[]): readonly string[] {
  const numbers = lines.flatMap((line) => number.exec(line)?.[2] ?? [])
  const isAll = numbers.length > 1 || lines.length === 1
  const isCount = isAll && numbers.every((one, at) => Number(one) === at + 1)
  return isCount ? lines.map((line) => line.replace(number, '$1- ')) : lines
}

const isMeant = (line: string) => line.trim() !== '' && !/^[\s|:-]+$/.test(line)

/** The lines of a text that become rows. */
export function linesOf(text: string): readonly string[] {
  return bulleted(text.split(/\r?\n/).filter(isMeant))
}
