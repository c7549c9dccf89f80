import { textOf } from './text.ts'
import type { DuplicateRule } from '../org/seed.ts'
import type { Row } from '../soql/source.ts'
import { Refusal } from './refusal.ts'
import { changes, type Change } from './writer.ts'

/** Refuses a record that duplicate rules find twice, unless the caller asked to save it anyway. */
export function checkDuplicates(change: Change): void {
  const { writer, describe } = change
  if (writer.allowDuplicates) return
  for (const rule of writer.state.duplicateRules) {
    if (!rule.active || rule.object !== describe.name) continue
    const others = duplicatesOf(change, rule)
    if (others.length > 0) throw duplicatesDetected(rule, others)
  }
}

/** The refusal names the records by id, as clients read it; the fields stand there on request only. */
function duplicatesDetected(rule: DuplicateRule, others: readonly Row[]): Refusal {
  const { object, name, message } = rule
  const matchRecords = others.map(({ Id }) => ({
    additionalInformation: [],
    fieldDiffs: [],
    matchConfidence: 100,
    record: { attributes: { type: object }, Id },
  }))
  const matchResult = {
    entityType: object,
    errors: [],
    matchEngine: 'ExactMatchEngine',
    matchRecords,
    rule: name,
    size: matchRecords.length,
    success: true,
  }
  const duplicateResult = {
    allowSave: true,
    duplicateRule: name,
    duplicateRuleEntityType: object,
    errorMessage: message,
    matchResults: [matchResult],
  }
  const entry = { errorCode: 'DUPLICATES_DETECTED', message }
  return new Refusal(400, [entry], [{ duplicateResult, ...entry }])
}

function duplicatesOf(change: Change, { fields }: DuplicateRule): readonly Row[] {
  const { writer, describe, before, after } = change
  if (before && !fields.some((name) => changes(change, name))) return []
  const [first = ''] = fields
  if (fields.some((name) => normal(after[name]) === '')) return []
  return writer.state.store
    .table(describe.name)
    .where(first, after[first])
    .filter((other) => isOther(other, after) && fields.every((name) => agrees(other, after, name)))
}

const isOther = (other: Row, row: Row): boolean =>
  other['Id'] !== row['Id'] && other['IsDeleted'] !== true

const agrees = (other: Row, row: Row, name: string): boolean =>
  normal(other[name]) === normal(row[name])

const normal = (value: unknown): string => textOf(value).trim().toLowerCase()
