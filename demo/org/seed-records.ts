import { autoNumbers, countSeeded } from '../records/auto-number.ts'
import { behaviourOf } from '../records/behaviours.ts'
import { stageOfKind, usualStage } from '../records/behaviour/stage.ts'
import { fromDateTime, isDate, toDateTime, toTime } from '../records/datetime.ts'
import { Refusal } from '../records/refusal.ts'
import { textOf } from '../records/text.ts'
import { writerFor } from '../records/writer-for.ts'
import type { Change, Writer } from '../records/writer.ts'
import { fieldOf } from '../schema/schema.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { prefixOf, toLongId } from './ids.ts'
import { defaultRow } from './default-row.ts'
import { systemUser } from './system-user.ts'
import type { OrgSeed } from './seed.ts'
import type { OrgState } from './state.ts'

const ALREADY_PUT: ReadonlySet<string> = new Set(['UserRole', 'Profile', 'Organization'])

/** Puts the records of an org folder as they are: what the org would derive fills only what is left out. */
export function putRecords(state: OrgState, { records, describes }: OrgSeed): void {
  putStages(state, records)
  const isDescribed = describes.some(({ name }) => name.toLowerCase() === 'opportunity')
  if (records['OpportunityStage'] && !isDescribed) offerStages(state)
  putTaskStatuses(state, records)
  const writer = writerFor(state, systemUser(state))
  for (const [objectName, rows] of Object.entries(records)) {
    const describe = state.schema.object(objectName)
    if (!describe || ALREADY_PUT.has(describe.name) || describe.name === 'OpportunityStage')
      continue
    const base = baseOf(writer, describe)
    for (const row of rows) putRecord(writer, describe, { row, base })
  }
}

/** What a record is before anybody says anything of it. */
export function baseOf(writer: Writer, describe: ObjectDescribe): Row {
  return defaultRow(describe, { now: toDateTime(writer.state.now()), userId: writer.userId })
}

interface Seeded {
  readonly row: Row
  readonly base: Row
}

function putRecord(writer: Writer, describe: ObjectDescribe, { row, base }: Seeded): void {
  const { store } = writer.state
  const values = readSeed(describe, row)
  const known =
    typeof values['Id'] === 'string' ? store.table(describe.name).get(values['Id']) : undefined
  const id = values['Id'] ?? store.nextId(describe.name, prefixOf(describe))
  const change = seedChange(writer, describe, {
    values: { ...values, Id: id },
    base: { ...base, ...known },
  })
  countSeeded(change, values)
  store.put(describe.name, {
    ...derivedOf(change),
    ...values,
    Id: id,
    ...autoNumbers(change, values),
  })
}

/** A record of the folder as if somebody saved it just so. */
export function seedChange(
  writer: Writer,
  describe: ObjectDescribe,
  { values, base }: { readonly values: Row; readonly base: Row },
): Change {
  const after = { ...base, ...stampsFrom(values), ...values }
  return { writer, describe, before: undefined, after, given: new Set(Object.keys(values)) }
}

/** What follows from a record; nothing does from one that contradicts itself, of which `checkContents` tells. */
function derivedOf(change: Change): Row {
  try {
    return behaviourOf(change.describe).prepare?.(change) ?? change.after
  } catch (error) {
    if (error instanceof Refusal) return change.after
    throw error
  }
}

/** A record that says when it was made was not changed by magic today. */
function stampsFrom({ CreatedDate, LastModifiedDate }: Row): Row {
  const changed = LastModifiedDate ?? CreatedDate
  return changed === undefined
    ? {}
    : { CreatedDate: CreatedDate ?? changed, LastModifiedDate: changed, SystemModstamp: changed }
}

/** Field names and values as the org spells them; `attributes` and nested records are left out. */
export function readSeed(describe: ObjectDescribe, row: Row): Row {
  const entries = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    const field = fieldOf(describe, name)
    if (name === 'attributes' || !field) return []
    return [[field.name, typeof value === 'string' ? speltOut(field, value) : value]]
  })
  return Object.fromEntries(entries)
}

/** How values of a type are spelt; one that is none stays as it is, to be refused where it stands. */
const spellings: Readonly<Record<string, (text: string) => string | undefined>> = {
  id: toLongId,
  reference: toLongId,
  datetime: (text) => {
    const instant = fromDateTime(isDate(text) ? `${text}T00:00:00Z` : text)
    return instant && toDateTime(instant)
  },
  time: toTime,
}

function speltOut({ name, type }: FieldDescribe, text: string): string {
  if (name.endsWith('IsoCode')) return text.toUpperCase()
  return spellings[type]?.(text) ?? text
}

function putStages(state: OrgState, records: OrgSeed['records']): void {
  const describe = state.schema.object('OpportunityStage')
  if (!describe) return
  const base = defaultRow(describe, { now: toDateTime(state.now()), userId: systemUser(state) })
  for (const row of stagesOf(state, describe, records)) {
    const id = row['Id'] ?? state.store.nextId('OpportunityStage', '01J')
    state.store.put('OpportunityStage', { ...base, ...row, Id: id })
  }
}

/** What a deal may be in is what stages there are. */
function offerStages({ schema, store }: OrgState): void {
  const deal = schema.object('Opportunity')
  if (!deal) return
  const stages = [...store.table('OpportunityStage').all()].toSorted(
    (a, b) => Number(a['SortOrder']) - Number(b['SortOrder']),
  )
  const picklistValues = stages.map((stage) => ({
    active: stage['IsActive'] === true,
    defaultValue: false,
    label: textOf(stage['MasterLabel']),
    value: textOf(stage['ApiName']),
    validFor: null,
  }))
  const fields = deal.fields.map((field) =>
    field.name === 'StageName' ? { ...field, picklistValues } : field,
  )
  schema.put({ ...deal, fields })
}

/** Stages as the folder tells them, else those of the picklist and of the deals themselves. */
function stagesOf(
  { schema }: OrgState,
  describe: ObjectDescribe,
  records: OrgSeed['records'],
): readonly Row[] {
  const given = records['OpportunityStage']
  if (given) return given.map((row, at) => wholeStage(readSeed(describe, row), at + 1))
  const deal = schema.object('Opportunity')
  const listed = deal && fieldOf(deal, 'StageName')?.picklistValues.map(({ value }) => value)
  const used = (records['Opportunity'] ?? []).map((row) => textOf(row['StageName']))
  const names = [...new Set([...(listed ?? []), ...used])].filter((name) => name !== '')
  return names.map((name, at) => stageAsUsed(name, at + 1, records))
}

/** A stage as the folder tells it; what is left out follows its name, and whether it is closed and won. */
function wholeStage(given: Row, sortOrder: number): Row {
  const name = textOf(given['MasterLabel'] ?? given['ApiName'])
  const usual = usualStage(name, sortOrder)
  const isWon = given['IsWon'] ?? usual['IsWon']
  const isClosed = given['IsClosed'] ?? (isWon === true || usual['IsClosed'])
  const isAsUsual = isWon === usual['IsWon'] && isClosed === usual['IsClosed']
  const ofKind = stageOfKind({
    name,
    sortOrder,
    isClosed: isClosed === true,
    isWon: isWon === true,
  })
  return { ...(isAsUsual ? usual : ofKind), ...given }
}

/** A stage of the org's own is what its deals say of it: a deal that is won there is won in that stage. */
function stageAsUsed(name: string, sortOrder: number, records: OrgSeed['records']): Row {
  const usual = usualStage(name, sortOrder)
  const used = (records['Opportunity'] ?? []).find(
    (deal) => deal['StageName'] === name && typeof deal['IsClosed'] === 'boolean',
  )
  if (!used || used['IsClosed'] === usual['IsClosed']) return usual
  return stageOfKind({
    name,
    sortOrder,
    isClosed: used['IsClosed'] === true,
    isWon: used['IsWon'] === true,
  })
}

/** Where the folder names none, the statuses of tasks are those of the picklist; `Completed` closes a task. */
function putTaskStatuses({ schema, store }: OrgState, records: OrgSeed['records']): void {
  const task = schema.object('Task')
  if (records['TaskStatus'] || !task) return
  const listed = fieldOf(task, 'Status')?.picklistValues ?? []
  for (const [at, { value, label, defaultValue }] of listed.entries()) {
    store.put('TaskStatus', {
      Id: store.nextId('TaskStatus', '01T'),
      ApiName: value,
      MasterLabel: label,
      SortOrder: at + 1,
      IsDefault: defaultValue,
      IsClosed: value === 'Completed',
    })
  }
}
