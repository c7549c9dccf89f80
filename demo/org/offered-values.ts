import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import type { OrgSeed } from './seed.ts'

type Told = OrgSeed['recordTypes'][number]

/**
 * What a record type offers, fields and values as the org spells them; warns of an object, a picklist or a value that
 * the org does not have.
 */
export function offeredValues(
  describe: ObjectDescribe | undefined,
  { object, name, picklistValues }: Told,
): Readonly<Record<string, readonly string[]>> {
  if (!describe) {
    warn(name, `the org has no object ${object}`)
    return {}
  }
  const entries = Object.entries(picklistValues).flatMap(([given, values]) => {
    const field = fieldOf(describe, given)
    if (field && PICKLISTS.has(field.type)) return [[field.name, spelled(field, values, name)]]
    warn(name, `${describe.name} has no picklist ${given}`)
    return []
  })
  return Object.fromEntries(entries)
}

const PICKLISTS: ReadonlySet<string> = new Set(['picklist', 'multipicklist'])

/** Stages and statuses may still come of the folder's records; a restricted picklist has its values by now. */
function spelled(field: FieldDescribe, values: readonly string[], type: string): readonly string[] {
  return values.map((text) => {
    const known = field.picklistValues.find(
      ({ value }) => value.toLowerCase() === text.toLowerCase(),
    )
    if (!known && field.restrictedPicklist) warn(type, `${field.name} has no value ${text}`)
    return known?.value ?? text
  })
}

function warn(name: string, why: string): void {
  process.emitWarning(`Of the record type ${name} in record-types.json: ${why}.`)
}
