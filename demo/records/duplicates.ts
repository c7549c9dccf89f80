import { textOf } from './text.ts'
import type { DuplicateRule } from '../org/seed.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { Refusal } from './refusal.ts'
import { changes, type Change } from './writer.ts'

/**
 * Refuses a record that duplicate rules find twice, unless the rule allows it and the caller asked for that.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/headers-duplicaterules.html
 */
export function checkDuplicates(change: Change): void {
  const { writer, describe } = change
  const rules = writer.state.duplicateRules
    .filter((one) => one.active && one.object === describe.name)
    .filter(({ allowSave }) => !(allowSave && writer.allowDuplicates))
  for (const rule of rules) {
    const found = duplicatesOf(change, rule)
    if (found.length > 0) throw refusalOf(writer, describe, { rule, found })
  }
}

function duplicatesOf(change: Change, { fields }: DuplicateRule): readonly Row[] {
  const { writer, describe, before, after } = change
  if (before && !fields.some((name) => changes(change, name))) return []
  const [first = ''] = fields
  if (fields.some((name) => normal(after[name]) === '')) return []
  return [...writer.state.store.table(describe.name).where(first, after[first])]
    .filter((other) => isOther(other, after))
    .filter((other) => fields.every((name) => agrees(other, after, name)))
}

interface Duplicates {
  readonly rule: DuplicateRule
  readonly found: readonly Row[]
}

/**
 * Names the rule and the records, as DuplicateResult does.
 * https://developer.salesforce.com/docs/platform/api/guide/sforce-api-objects-duplicateresult.html
 */
function refusalOf(
  { apiVersion }: Change['writer'],
  { name }: ObjectDescribe,
  { rule, found }: Duplicates,
): Refusal {
  const matchRecords = found.map(({ Id }) => {
    const url = `/services/data/v${apiVersion}/sobjects/${name}/${textOf(Id)}`
    const record = { attributes: { type: name, url }, Id }
    return { additionalInformation: [], fieldDiffs: [], matchConfidence: 100, record }
  })
  const matchResult = {
    entityType: name,
    errors: [],
    matchEngine: 'ExactMatchEngine',
    matchRecords,
    rule: rule.matchingRule ?? rule.name,
    size: matchRecords.length,
    success: true,
  }
  const duplicateResult = {
    allowSave: rule.allowSave,
    duplicateRule: rule.name,
    duplicateRuleEntityType: name,
    errorMessage: rule.message,
    matchResults: [matchResult],
  }
  const errorCode = 'DUPLICATES_DETECTED'
  return new Refusal(400, [{ duplicateResult, errorCode, message: rule.message }])
}

const isOther = (other: Row, row: Row): boolean =>
  other['Id'] !== row['Id'] && other['IsDeleted'] !== true

const agrees = (other: Row, row: Row, name: string): boolean =>
  normal(other[name]) === normal(row[name])

const normal = (value: unknown): string => textOf(value).trim().toLowerCase()
