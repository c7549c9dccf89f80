import type { FromSalesforce, GivenAnswer, Value } from './answer.ts'
import { emptyRow } from './empty-row.ts'
import { inSalesforce, readUnder } from './freshness.ts'
import type { Question } from './question.ts'
import type { Sources } from './source.ts'
import { cellOf } from './row-entry.ts'
import { valueOfRows } from './row-shape.ts'
import type { Row, RowKind } from './rows.ts'
import { rowsOf } from './value-text.ts'

/** The cells of a row that Salesforce knows; all others are the user's. */
const cellsOfSalesforce: Partial<Record<RowKind, readonly string[]>> = {
  people: ['contactId', 'name', 'title', 'role'],
  products: ['name', 'quantity', 'totalPrice'],
  competitors: ['name'],
  evidence: ['recordId', 'kind', 'title', 'at'],
}

const isRowKind = (type: Value['type']): type is RowKind => type in cellsOfSalesforce

const cellsIn = (row: Row): Readonly<Record<string, unknown>> => row

function withTheirs(kind: RowKind, mine: Row, theirs: Row): Row {
  const cells = Object.entries(theirs).filter(([key]) => cellsOfSalesforce[kind]?.includes(key))
  return { ...mine, ...Object.fromEntries(cells) }
}

/** Whether a row holds words that Salesforce does not know. */
function hasOwnWords(kind: RowKind, row: Row): boolean {
  const blank = cellsIn(emptyRow(kind, row.id))
  return Object.entries(row).some(
    ([key, cell]) =>
      key !== 'id' && !cellsOfSalesforce[kind]?.includes(key) && cell !== (blank[key] ?? cell),
  )
}

function wasRead(row: Row, before: FromSalesforce | null): boolean {
  const ids = Array.isArray(before?.asRead) ? before.asRead : []
  const contactId = cellOf(row, 'contactId')
  return ids.includes(row.id) || (contactId !== '' && ids.includes(contactId))
}

/** Their rows in the user's order, with the user's words on them; what the user has added or said stays. */
function mergedRows(
  kind: RowKind,
  { mine, theirs }: { readonly mine: readonly Row[]; readonly theirs: readonly Row[] },
  before: FromSalesforce | null,
): readonly Row[] {
  const kept = mine.flatMap((row) => {
    const now = theirs.find(({ id }) => id === row.id)
    if (now) return [withTheirs(kind, row, now)]
    return wasRead(row, before) && !hasOwnWords(kind, row) ? [] : [row]
  })
  return [...kept, ...theirs.filter(({ id }) => mine.every((row) => row.id !== id))]
}

function merged(mine: Value, theirs: Value, before: FromSalesforce | null): Value {
  if (mine.type === 'contact' && theirs.type === 'contact') {
    const isSame = mine.contactId !== '' && mine.contactId === theirs.contactId
    return isSame ? { ...theirs, note: mine.note, strength: mine.strength } : theirs
  }
  if (mine.type !== theirs.type || !isRowKind(theirs.type)) return theirs
  const rows = mergedRows(theirs.type, { mine: rowsOf(mine), theirs: rowsOf(theirs) }, before)
  return valueOfRows(theirs.type, rows)
}

/**
 * The answer with what Salesforce holds now, so that it is not offered again; what the user has added to a list
 * or said of somebody stays. Null when the source has become empty.
 */
export function takenTheirs(
  question: Question,
  answer: GivenAnswer,
  here: Pick<Sources, 'deal' | 'labels'>,
): GivenAnswer | null {
  const now = inSalesforce(question, answer, here)
  if (!now) return null
  const value = merged(answer.value, now.value, readUnder(answer))
  const isTheirs = JSON.stringify(value) === JSON.stringify(now.value)
  const provenance = isTheirs ? now.source : { from: 'typed' as const, over: now.source }
  return { ...answer, value, provenance }
}
