import { columnsOf } from './columns.ts'
import { promiseLimits } from './promise-limits.ts'
import { overLong } from './field-length.ts'
import { cellOf, isRowBlank, missingColumns } from './row-entry.ts'
import type { Row, RowKind } from './rows.ts'
import type { Rule, Subject } from './subject.ts'
import { finding, quoted, warning } from './subject.ts'
import { todayIn } from './circumstances.ts'
import { spokenDay } from './spoken-day.ts'

const listed = (labels: readonly string[]) =>
  labels
    .map((label) => label.toLowerCase())
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')

/** A row is called by its first cell; a choice that is made for every new row names none. */
const nameOf = (kind: RowKind, row: Row): string => {
  const [first] = columnsOf(kind)
  return first ? String(cellOf(row, first.key)).trim().slice(0, 60) : ''
}

function incompleteRow(subject: Subject, kind: RowKind, row: Row) {
  const missing = missingColumns(kind, row)
  // A row that was added a moment ago is not wrong: it is blank.
  if (missing.length === 0 || isRowBlank(kind, row)) return []
  const name = nameOf(kind, row)
  const entry = name === '' ? 'an entry' : quoted(name)
  const sentence = `${quoted(subject.question.label)}: ${entry} lacks ${listed(missing.map(({ label }) => label))}.`
  return [warning(subject, 'row-incomplete', { sentence, row: row.id })]
}

/** Rows without what such a row needs: a promise without to whom, by whom, by when. */
export const incompleteRows: Rule = (subject) => {
  const { answer } = subject
  if (answer?.kind !== 'given' || !('rows' in answer.value)) return []
  const { type, rows } = answer.value
  return rows.flatMap((row) => incompleteRow(subject, type, row))
}

const limits = new Map(Object.entries(promiseLimits))

/** Promises with more words than their fields in Salesforce hold: it would refuse them. */
export const tooLongRows: Rule = (subject) => {
  const { answer } = subject
  if (answer?.kind !== 'given' || answer.value.type !== 'commitments') return []
  return answer.value.rows.flatMap((row) =>
    columnsOf('commitments').flatMap(({ key, label }) => {
      const limit = limits.get(key) ?? Number.POSITIVE_INFINITY
      const sentence = overLong(label, String(cellOf(row, key)), limit)
      const about = { severity: 'blocks-submit', rule: 'too-long', row: row.id } as const
      return sentence === undefined ? [] : [finding(subject, { ...about, sentence })]
    }),
  )
}

const isAddress = (url: string) => /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url.trim())

function linkFindings(subject: Subject, { id, label, url, recipientCanOpen }: Row<'links'>) {
  const name = quoted(label === '' ? url : label)
  if (url !== '' && !isAddress(url)) {
    const sentence = `The address of ${name} is not one that opens in a browser.`
    return [warning(subject, 'bad-address', { sentence, row: id })]
  }
  if (recipientCanOpen || url === '') return []
  const sentence = `Make sure that the recipient can open ${name}, then tick it.`
  return [warning(subject, 'recipient-cannot-open', { sentence, row: id })]
}

/** Links that lead nowhere, or nowhere for the recipient. */
export const unreachableLinks: Rule = (subject) => {
  const { answer } = subject
  if (answer?.kind !== 'given' || answer.value.type !== 'links') return []
  return answer.value.rows.flatMap((row) => linkFindings(subject, row))
}

/** Promises whose day has passed. */
export const overduePromises: Rule = (subject) => {
  const { answer, circumstances } = subject
  if (answer?.kind !== 'given' || answer.value.type !== 'commitments') return []
  const today = todayIn(circumstances)
  return answer.value.rows
    .filter(({ due }) => due !== '' && due < today)
    .map((row) =>
      warning(subject, 'promise-overdue', {
        sentence: `${quoted(nameOf('commitments', row))} was promised for ${spokenDay(row.due)}. Say what became of it.`,
        row: row.id,
      }),
    )
}
