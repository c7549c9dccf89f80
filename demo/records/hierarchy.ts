import type { FieldDescribe } from '../schema/describe.ts'
import { refuse } from './refusal.ts'
import type { Change } from './writer.ts'

/** Lookups that make a tree of the records of an object. */
const TREES: ReadonlySet<string> = new Set(['Account.ParentId', 'User.ManagerId'])

/** Refuses a record that would be above itself; the text as reported in SalesforceFoundation/EDA #849. */
export function checkHierarchy(change: Change, { name, referenceTo }: FieldDescribe): void {
  const { describe, after } = change
  const isToItself = referenceTo.length === 1 && referenceTo[0] === describe.name
  if (!isToItself || describe.name === 'Contact') return
  const above = TREES.has(`${describe.name}.${name}`) ? allAbove(change, name) : [after[name]]
  if (!above.includes(after['Id'])) return
  throw refuse('CIRCULAR_DEPENDENCY', 'attempt to violate hierarchy constraints', [name])
}

/** Everybody above a record, nobody twice. */
function allAbove({ writer, describe, after }: Change, name: string): readonly unknown[] {
  const table = writer.state.store.table(describe.name)
  const above: unknown[] = []
  let id = after[name]
  while (typeof id === 'string' && !above.includes(id)) {
    above.push(id)
    id = table.get(id)?.[name]
  }
  return above
}
