import type { Column } from './columns.ts'
import { columnsOf } from './columns.ts'
import type { Row, RowKind } from './rows.ts'
import {
  bulleted,
  cellsOf,
  isItem,
  linesOf,
  type Reading,
  rowFromCells,
  rowFromText,
  withoutBullet,
} from './row-text.ts'

/** What rows are made with. */
export interface Pasting {
  readonly newId: () => string
  readonly reading: Reading
}

/** More rows than anybody reads, and as many as a field of Salesforce holds. */
export const MOST_ROWS = 500

/** Why a text makes no rows; null when it does. */
export function tooManyRows(text: string): string | null {
  const count = linesOf(text).length
  if (count <= MOST_ROWS) return null
  return `This has ${count.toLocaleString('en-US')} lines, and ${MOST_ROWS} rows are the most. Take the part that counts, or link the file as evidence.`
}

/** A row for each entry of a text from elsewhere: lines, bullets, numbers, a Markdown table, or cells of a spreadsheet. */
export function rowsFromText(kind: RowKind, pasted: string, pasting: Pasting): readonly Row[] {
  const text = withoutTabs(pasted)
  const table = tableIn(text)
  const [head, ...others] = table ?? []
  const places = head && headingsOf(kind, head)
  if (places) return others.map((cells) => rowFromHeaded(kind, { cells, places }, pasting))
  const { newId, reading } = pasting
  if (table === null)
    return itemsOf(text).map((line) => rowFromText(kind, line, { id: newId(), reading }))
  const lines = bulleted(table.map((cells) => cells.join('\t')))
  return lines.map((line) => rowFromText(kind, line, { id: newId(), reading }))
}

/** Word puts a tab between the mark of an item and its words: no cell ends there. */
const withoutTabs = (text: string) =>
  text.replaceAll(/^[^\t\n]*\t(?=[^\t\n]*$)/gm, (first) =>
    isItem(first) && !withoutBullet(first) ? '- ' : first,
  )

/** Whether a text is a list of several entries rather than prose. */
export function isList(text: string): boolean {
  const lines = linesOf(text)
  return lines.length > 1 && (text.includes('\t') || lines.filter(isItem).length > 1)
}

type Places = readonly (Column | undefined)[]

function rowFromHeaded(
  kind: RowKind,
  { cells, places }: { readonly cells: readonly string[]; readonly places: Places },
  { newId, reading }: Pasting,
): Row {
  const placed = cells.map((text, at) => ({ text: text.trim(), column: places[at] }))
  return rowFromCells(kind, placed, { id: newId(), reading })
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The columns that a first line names, when it names some and says nothing else. */
function headingsOf(kind: RowKind, cells: readonly string[]): Places | null {
  const columns = columnsOf(kind)
  const places = cells.map((cell) =>
    columns.find(({ key, label }) => [bare(key), bare(label)].includes(bare(cell))),
  )
  const named = places.filter((place) => place !== undefined)
  const isHead = named.length > 1 || (named.length === 1 && cells.length === 1)
  return isHead && new Set(named).size === named.length ? places : null
}

/** The cells of a text that is a table; null when it is none. */
function tableIn(text: string): readonly (readonly string[])[] | null {
  if (text.includes('\t')) return sheetRows(text)
  const lines = linesOf(text)
  const isTable = lines.length > 1 && lines.every((line) => /^\s*\|.*\|\s*$/.test(line))
  return isTable ? lines.map(cellsOf) : headedList(lines)
}

/** A list of single cells may have a heading as well. */
const headedList = (lines: readonly string[]) =>
  lines.length > 1 && lines.every((line) => !isItem(line) && !line.includes('|'))
    ? lines.map((line) => [line.trim()])
    : null

/** Spreadsheets put a cell in quotes when it holds a tab, a quote or a line's end; quotes inside are doubled. */
function sheetRows(text: string): readonly (readonly string[])[] {
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|$)/y
  const rows: string[][] = [[]]
  while (cell.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cell.exec(text) ?? []
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    if (end === undefined) break
    if (end !== '\t' && cell.lastIndex < text.length) rows.push([])
  }
  return rows.filter((cells) => cells.some((one) => one !== ''))
}

/** The entries of a list; a line that goes on from the one before, further in and without a mark, belongs to it. */
function itemsOf(text: string): readonly string[] {
  const items: string[] = []
  for (const line of linesOf(text)) {
    const goesOn = items.length > 0 && /^\s{2,}/.test(line) && !isItem(line)
    if (goesOn) items.push(`${items.pop() ?? ''} ${withoutBullet(line)}`)
    else items.push(line)
  }
  return items
}
