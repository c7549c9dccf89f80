import { textOf } from './text.ts'
import type { DuplicateRule } from '../org/seed.ts'
import type { Row } from '../soql/source.ts'
import { refuseCall } from './refusal.ts'
import { changes, type Change } from './writer.ts'

/** Refuses a record that duplicate rules find twice, unless the caller asked to save it anyway. */
export function checkDuplicates(change: Change): void {
  const { writer, describe } = change
  if (writer.allowDuplicates) return
  const rule = writer.state.duplicateRules.find(
    (one) => one.active && one.object === describe.name && isDuplicate(change, one),
  )
  if (rule) throw refuseCall(400, 'DUPLICATES_DETECTED', rule.message)
}

function isDuplicate(change: Change, { fields }: DuplicateRule): boolean {
  const { writer, describe, before, after } = change
  if (before && !fields.some((name) => changes(change, name))) return false
  const [first = ''] = fields
  if (fields.some((name) => normal(after[name]) === '')) return false
  return writer.state.store
    .table(describe.name)
    .where(first, after[first])
    .some((other) => isOther(other, after) && fields.every((name) => agrees(other, after, name)))
}

const isOther = (other: Row, row: Row): boolean =>
  other['Id'] !== row['Id'] && other['IsDeleted'] !== true

const agrees = (other: Row, row: Row, name: string): boolean =>
  normal(other[name]) === normal(row[name])

const normal = (value: unknown): string => textOf(value).trim().toLowerCase()
