import type { ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import type { Row } from '../soql/source.ts'
import { isId, toLongId } from './ids.ts'
import type { OrgSeed } from './seed.ts'
import type { OrgState } from './state.ts'

/** Warns of lookups in the folder's records that lead to no record the org has: whoever follows one finds nothing. */
export function checkLookups(state: OrgState, { records }: OrgSeed): void {
  for (const [file, rows] of Object.entries(records)) {
    const describe = state.schema.object(file)
    const lost = describe
      ? rows.flatMap((row, at) => lostLookups(state, describe, { row, at }))
      : []
    const [first] = lost
    if (first === undefined) continue
    const others = lost.length > 1 ? `, one of ${lost.length} such lookups of the file` : ''
    process.emitWarning(`records/${file}, ${first} leads to no record that the org has${others}.`)
  }
}

function lostLookups(
  { schema, store }: OrgState,
  describe: ObjectDescribe,
  { row, at }: { readonly row: Row; readonly at: number },
): readonly string[] {
  return Object.entries(row).flatMap(([key, value]) => {
    const field = fieldOf(describe, key)
    if (field?.type !== 'reference' || !isId(value)) return []
    const target = schema.objectOfPrefix(value.slice(0, 3))
    const isFound = target !== undefined && store.table(target).get(toLongId(value)) !== undefined
    const isOpen = field.referenceTo.length === 0
    if (isFound && (isOpen || field.referenceTo.includes(target))) return []
    return [`${at}.${key}: ${value}`]
  })
}
