import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf, type Schema } from '../schema/schema.ts'

/** Where a path leads: lookups to follow, then a field. */
export interface FieldPath {
  /** Where the path starts; nothing where it is the record. */
  readonly global: Global | undefined
  readonly lookups: readonly Lookup[]
  readonly field: FieldDescribe
}

/** A global such as `$User`: the row of its object that the user has, or the one of a name. */
export interface Global {
  readonly object: string
  readonly kind: 'own' | 'setting' | 'metadata'
  /** The developer name of a record of custom metadata. */
  readonly record?: string
}

/** A lookup to follow, and the object it has to lead to where the path says so. */
interface Lookup {
  readonly name: string
  readonly only: string | undefined
}

/** Globals and the objects they stand for. */
const GLOBALS: Readonly<Record<string, string>> = {
  $user: 'User',
  $profile: 'Profile',
  $userrole: 'UserRole',
  $organization: 'Organization',
}

/** A global at the beginning of a path, and what comes after it. */
function globalAt(steps: readonly string[]): readonly [Global | undefined, readonly string[]] {
  const [first = '', object = '', record = ''] = steps
  const own = GLOBALS[first.toLowerCase()]
  if (own) return [{ object: own, kind: 'own' }, steps.slice(1)]
  if (/^\$Setup$/i.test(first)) return [{ object, kind: 'setting' }, steps.slice(2)]
  if (/^\$CustomMetadata$/i.test(first))
    return [{ object, kind: 'metadata', record }, steps.slice(3)]
  return [undefined, steps]
}

/**
 * Follows `Account.Owner.Name` from an object; undefined when a step does not exist. `Owner:User.Name` says which of the
 * objects is meant that an owner may be of, `$RecordType.Name` is the record's own, `$Setup.X__c.Y__c` is the user's,
 * and `$CustomMetadata.X__mdt.Name.Y__c` is of the record of that name.
 * https://help.salesforce.com/s/articleView?id=platform.tips_on_building_formulas.htm
 * https://help.salesforce.com/s/articleView?id=platform.dev_understanding_global_variables.htm
 */
export function followPath(
  schema: Schema,
  describe: ObjectDescribe,
  path: string,
): FieldPath | undefined {
  const [global, steps] = globalAt(path.replace(/^\$RecordType\./i, 'RecordType.').split('.'))
  const start = global ? schema.object(global.object) : describe
  const [last = '', ...before] = steps.toReversed()
  const walked = start && walk(schema, start, before.toReversed())
  const field = walked && fieldOf(walked.object, /^QueueName$/i.test(last) ? 'Name' : last)
  return walked && field ? { global, lookups: walked.lookups, field } : undefined
}

interface Walked {
  readonly object: ObjectDescribe
  readonly lookups: readonly Lookup[]
}

/** A queue is a group. */
const OBJECTS: Readonly<Record<string, string>> = { queue: 'Group' }

function walk(schema: Schema, start: ObjectDescribe, names: readonly string[]): Walked | undefined {
  return names.reduce<Walked | undefined>(
    (walked, step) => {
      const [name = '', wanted] = step.split(':')
      const lookup = walked && relationship(walked.object, name)
      const target = lookup && targetOf(lookup, wanted)
      const object = target === undefined ? undefined : schema.object(target)
      const only = wanted === undefined ? undefined : target
      if (!object || !lookup) return undefined
      return { object, lookups: [...walked.lookups, { name: lookup.name, only }] }
    },
    { object: start, lookups: [] },
  )
}

function targetOf({ referenceTo }: FieldDescribe, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return referenceTo.at(-1)
  const name = (OBJECTS[wanted.toLowerCase()] ?? wanted).toLowerCase()
  return referenceTo.find((one) => one.toLowerCase() === name)
}

function relationship(describe: ObjectDescribe, name: string): FieldDescribe | undefined {
  const key = name.toLowerCase()
  return describe.fields.find(({ relationshipName }) => relationshipName?.toLowerCase() === key)
}
