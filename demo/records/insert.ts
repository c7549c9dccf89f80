import { prefixOf } from '../org/ids.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import type { Row } from '../soql/source.ts'
import { reaches } from '../access/levels.ts'
import { behaviourOf } from './behaviours.ts'
import { checkRules } from './check-rules.ts'
import { createdBy, defaultValues } from './defaults.ts'
import { insufficientAccess } from './insufficient-access.ts'
import { readInput, type Input, type ReadInput } from './input.ts'
import { autoNumbers } from './auto-number.ts'
import { refuse } from './refusal.ts'
import { saveUpdate } from './update.ts'
import { wholeDescribe, type Change, type Writer } from './writer.ts'

/** Makes a record and returns its id; refuses with Salesforce's codes and leaves no trace then. */
export function insertRecord(writer: Writer, describe: ObjectDescribe, input: Input): string {
  return writer.state.store.transaction(() => {
    if (!describe.createable) {
      const message = `entity type cannot be inserted: ${describe.label}`
      throw refuse('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message)
    }
    const read = readInput(writer, describe, { input, action: 'create' })
    const whole = wholeDescribe(writer, describe)
    const existing = behaviourOf(whole).existing?.(writer, read.values)
    if (existing) return updateInstead(writer, whole, { existing, read })
    const after = { ...newRow(writer, whole), ...withoutEmptyDefaults(whole, read.values) }
    return save({ writer, describe: whole, before: undefined, after, given: read.given })
  })
}

/** Makes a record that the org itself writes: shares, history, children; nothing is checked. */
export function insertDerived(writer: Writer, objectName: string, values: Row): string | undefined {
  const describe = writer.state.schema.object(objectName)
  if (!describe) return undefined
  const after = { ...newRow(writer, describe), ...values }
  const change = { writer, describe, before: undefined, after, given: new Set<string>() }
  return settle({ ...change, after: behaviourOf(describe).prepare?.(change) ?? after })
}

/** Only what may change is changed; the lookups that found the record stay. */
function updateInstead(
  writer: Writer,
  describe: ObjectDescribe,
  { existing, read }: { readonly existing: Row; readonly read: ReadInput },
): string {
  if (!reaches(writer.access.level(describe.name, existing), 'Edit'))
    throw insufficientAccess(writer)
  const kept = Object.entries(read.values).filter(
    ([name]) => fieldOf(describe, name)?.updateable === true,
  )
  const given = new Set(kept.map(([name]) => name))
  saveUpdate(writer, describe, {
    before: existing,
    read: { values: Object.fromEntries(kept), given },
  })
  return String(existing['Id'])
}

function newRow(writer: Writer, describe: ObjectDescribe): Row {
  const { store } = writer.state
  return {
    ...defaultValues(writer, describe),
    Id: store.nextId(describe.name, prefixOf(describe)),
    ...createdBy(writer, describe),
  }
}

/** A required field with a default keeps it when the client sends null. */
function withoutEmptyDefaults(describe: ObjectDescribe, values: Row): Row {
  const defaulted = new Set(
    describe.fields
      .filter((field) => !field.nillable && field.defaultedOnCreate)
      .map(({ name }) => name),
  )
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== null || !defaulted.has(name)),
  )
}

function save(change: Change): string {
  const prepared = behaviourOf(change.describe).prepare?.(change) ?? change.after
  const ready = { ...change, after: { ...prepared, ...autoNumbers(change) } }
  checkRules(ready)
  return settle(ready)
}

function settle(change: Change): string {
  change.writer.state.store.put(change.describe.name, change.after)
  behaviourOf(change.describe).settle?.(change)
  return String(change.after['Id'])
}
