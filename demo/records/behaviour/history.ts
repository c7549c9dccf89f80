import type { FieldDescribe } from '../../schema/describe.ts'
import { fieldOf } from '../../schema/schema.ts'
import type { Row } from '../../soql/source.ts'
import { changes, type Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** Fields of standard objects whose changes are kept; deployed ones say so themselves. */
const TRACKED: Readonly<Record<string, readonly string[]>> = {
  Opportunity: ['StageName', 'Amount', 'CloseDate', 'OwnerId', 'Probability', 'NextStep'],
}

/** Keeps before and after of tracked fields in the object's history table. */
export const fieldHistory: Behaviour = {
  settle: (change) => {
    const table = historyTable(change)
    if (!table) return
    if (!change.before) return put(change, table, { Field: 'created', DataType: 'Text' })
    for (const field of trackedFields(change)) {
      if (changes(change, field.name))
        for (const row of rowsFor(change, field)) put(change, table, row)
    }
  },
}

/** The stages a deal has gone through, with amount, date and probability at each. */
export const stageHistory: Behaviour = {
  settle: (change) => {
    const { before, after } = change
    const told = ['StageName', 'Amount', 'CloseDate', 'Probability']
    if (before && !told.some((name) => changes(change, name))) return
    const entry = change.writer.derive.insert('OpportunityHistory', {
      OpportunityId: after['Id'],
      StageName: after['StageName'],
      Amount: after['Amount'],
      ExpectedRevenue: after['ExpectedRevenue'],
      CloseDate: after['CloseDate'],
      Probability: after['Probability'],
      ForecastCategory: after['ForecastCategory'],
      PrevAmount: before?.['Amount'] ?? null,
      PrevCloseDate: before?.['CloseDate'] ?? null,
    })
    if (before && entry) nameEntry(change, entry)
  },
}

/** A deal names the entries that tell of its latest amount and close date. */
function nameEntry(change: Change, entry: string): void {
  const named = ['Amount', 'CloseDate'].filter((name) => changes(change, name))
  if (named.length === 0) return
  const entries = named.map((name) => [`Last${name}ChangedHistoryId`, entry] as const)
  change.writer.derive.update('Opportunity', {
    Id: change.after['Id'],
    ...Object.fromEntries(entries),
  })
}

function historyTable({ writer, describe }: Change): string | undefined {
  const own = describe.name.endsWith('__c')
    ? describe.name.replace(/__c$/, '__History')
    : `${describe.name}FieldHistory`
  return writer.state.schema.object(own)?.name
}

function trackedFields({ writer, describe }: Change): readonly FieldDescribe[] {
  const deployed = writer.state.trackedFields.get(describe.name) ?? []
  return [...(TRACKED[describe.name] ?? []), ...deployed].flatMap(
    (name) => fieldOf(describe, name) ?? [],
  )
}

function put(change: Change, table: string, row: Row): void {
  const parent = change.describe.custom ? 'ParentId' : `${change.describe.name}Id`
  change.writer.derive.insert(table, { ...row, [parent]: change.after['Id'] })
}

/** A lookup gives two rows: the names, as people read them, and the ids. */
function rowsFor({ writer, before, after }: Change, field: FieldDescribe): readonly Row[] {
  const [oldValue, newValue] = [before?.[field.name] ?? null, after[field.name] ?? null]
  const name = field.name.endsWith('Id') ? field.name.slice(0, -2) : field.name
  if (field.type !== 'reference') {
    return [
      { Field: field.name, DataType: dataType(field), OldValue: oldValue, NewValue: newValue },
    ]
  }
  const nameOf = (id: unknown) => {
    const objectName = writer.state.schema.objectOfPrefix(String(id).slice(0, 3)) ?? ''
    return writer.state.store.table(objectName).get(String(id))?.['Name'] ?? null
  }
  const common = { Field: name }
  return [
    { ...common, DataType: 'Text', OldValue: nameOf(oldValue), NewValue: nameOf(newValue) },
    { ...common, DataType: 'EntityId', OldValue: oldValue, NewValue: newValue },
  ]
}

const DATA_TYPES: Readonly<Record<string, string>> = {
  picklist: 'DynamicEnum',
  currency: 'Currency',
  date: 'DateOnly',
  datetime: 'DateTime',
  double: 'Double',
  percent: 'Percent',
  boolean: 'Boolean',
}

const dataType = ({ type }: FieldDescribe): string => DATA_TYPES[type] ?? 'Text'
